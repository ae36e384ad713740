import { describe, expect, it } from 'vitest';
import {
  correctionLines,
  MAX_CORRECTION_CHARS,
  MAX_CORRECTIONS,
  withCorrection,
  withoutCorrection,
  type Correction,
} from '../../../src/core/evidence/corrections.ts';

const one = (text: string, rest: Partial<Correction> = {}): Correction => ({
  kind: 'para',
  heading: 'A > B',
  lead: '',
  prev: 'Before.',
  text,
  labels: ['SHR~'],
  was: ['SHR', 'ADS'],
  modelVersion: 'm1',
  date: '2026-11-25',
  url: 'https://a.example/privacy',
  ...rest,
});

describe('corrections', () => {
  it('hold one for each clause of a page: the last one', () => {
    const first = withCorrection([], one('x')).list;
    const { list, dropped } = withCorrection(
      [...first, one('x', { url: 'https://b.example/' }), one('x', { lead: 'we:' })],
      one('x', { labels: [] }),
    );
    expect(dropped).toBe(0);
    expect(list.map(({ labels, url, lead }) => [labels.length, url, lead])).toEqual([
      [1, 'https://b.example/', ''],
      [1, 'https://a.example/privacy', 'we:'],
      [0, 'https://a.example/privacy', ''],
    ]);
  });

  it('are taken back by clause and page', () => {
    const list = [one('x'), one('y'), one('x', { url: 'https://b.example/' })];
    expect(withoutCorrection(list, one('x'), 'https://a.example/privacy')).toEqual(list.slice(1));
  });

  it('are bounded in number and in size: the oldest go, and are counted', () => {
    const full = Array.from({ length: MAX_CORRECTIONS }, (_, index) => one(`clause ${index}`));
    const more = withCorrection(full, one('new'));
    expect(more.dropped).toBe(1);
    expect(more.list).toHaveLength(MAX_CORRECTIONS);
    expect([more.list[0]!.text, more.list.at(-1)!.text]).toEqual(['clause 1', 'new']);
    const big = Array.from({ length: 400 }, (_, index) => one(`${index} ${'x'.repeat(4000)}`));
    const { list, dropped } = withCorrection(big, one('new'));
    expect(list.length + dropped).toBe(401);
    expect(JSON.stringify(list).length).toBeLessThanOrEqual(MAX_CORRECTION_CHARS + list.length + 1);
    expect(list.at(-1)!.text).toBe('new');
  });

  it('are written as lines in the shape of labelled clauses', () => {
    const lines = correctionLines([one('a\n"b"'), one('c')]).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toBe('');
    expect(Object.keys(JSON.parse(lines[0]!) as object)).toEqual([
      'text',
      'heading',
      'lead',
      'prev',
      'kind',
      'labels',
      'was',
      'modelVersion',
      'date',
      'url',
    ]);
    expect(JSON.parse(lines[0]!)).toEqual(one('a\n"b"'));
    expect(correctionLines([])).toBe('');
  });
});
