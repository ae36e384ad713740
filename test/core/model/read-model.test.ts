import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClauseInput } from '../../../src/core/clause.ts';
import { readModel } from '../../../src/core/model/read-model.ts';
import { stanceOf } from '../../../src/core/reading.ts';
import { TOPIC_CODES } from '../../../src/core/topics.ts';

const bytes = new Uint8Array(readFileSync('assets/model/clauses.bin'));
const opened = readModel(bytes);
if (!opened.ok) throw new Error('the shipped model cannot be read');
const model = opened.value;

const clause = (text: string, rest: Partial<ClauseInput> = {}): ClauseInput => {
  return { kind: 'para', heading: '', lead: '', prev: '', text, ...rest };
};
const logit = (p: number) => Math.log(p / (1 - p));

describe('classify', () => {
  test('reads plain statements as a person would', () => {
    const [tracks, sells, kept] = model.classify([
      clause('We use cookies and pixels to record which pages you visit.'),
      clause('We do not sell your personal information.'),
      clause('We keep your data for two years.', { heading: 'Retention' }),
    ]);
    expect(tracks!.TRK!.p).toBeGreaterThan(model.thresholds.TRK);
    expect(sells!.SAL!.p).toBeGreaterThan(model.thresholds.SAL);
    expect(stanceOf(sells!.SAL!)).toBe('denies');
    expect(kept!.RET!.p).toBeGreaterThan(model.thresholds.RET);
  });

  test('an item takes its meaning from its lead-in', () => {
    const item = clause('our service providers', { kind: 'item' });
    const lead = 'We may share your personal information with:';
    const [alone, led] = model.classify([item, { ...item, lead }]);
    expect(led!.SHR!.p).toBeGreaterThan(alone!.SHR?.p ?? 0);
  });

  test('scores any text, one after the other as all at once', () => {
    const text = fc.string({ unit: 'binary' });
    const clauses = fc.array(
      fc.record({
        kind: fc.constant('para' as const),
        heading: text,
        lead: text,
        prev: text,
        text,
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(clauses, (inputs) => {
        const all = model.classify(inputs);
        expect(all).toEqual(inputs.flatMap((input) => model.classify([input])));
        for (const score of all.flatMap((scores) => Object.values(scores))) {
          expect(score.p).toBeGreaterThanOrEqual(0.05);
          expect(score.p).toBeLessThanOrEqual(1);
          expect(score.does + score.denies + score.limits).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('has a threshold between 0 and 1 for every topic', () => {
    expect(Object.keys(model.thresholds)).toEqual([...TOPIC_CODES]);
    for (const value of Object.values(model.thresholds)) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1);
    }
  });
});

describe('explain', () => {
  test('leaving out a word moves the score by its weight', () => {
    const input = clause('We use cookies to record your visits.');
    const weights = model.explain(input, 'TRK');
    expect(weights.map(({ start, end }) => input.text.slice(start, end))).toEqual([
      'We',
      'use',
      'cookies',
      'to',
      'record',
      'your',
      'visits',
    ]);
    const best = weights.reduce((top, next) => (next.weight > top.weight ? next : top));
    expect(input.text.slice(best.start, best.end)).toBe('cookies');
    // Every word, left out of the clause, must move the score by what was said of it.
    for (const { start, end, weight } of weights) {
      const without = clause(input.text.slice(0, start) + input.text.slice(end));
      const [full, less] = model.classify([input, without]);
      expect(logit(full!.TRK!.p) - logit(less!.TRK!.p)).toBeCloseTo(weight, 6);
    }
  });

  test('an empty clause has nothing to explain', () => {
    expect(model.explain(clause('…'), 'TRK')).toEqual([]);
  });
});
