import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSentences } from '../../../src/core/text/sentences.ts';

const PARAGRAPHS = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'sentences.json'), 'utf8'),
) as string[][];

/** Chinese puts no space between sentences. */
const joined = (sentences: string[]): string =>
  sentences.join(/\p{Script=Han}/u.test(sentences[0] ?? '') ? '' : ' ');

const cut = (text: string): string[] =>
  cutSentences(text).map(({ start, end }) => text.slice(start, end));

describe('cutting sentences', () => {
  it('is measured on at least 300 sentences', () => {
    expect(PARAGRAPHS.flat().length).toBeGreaterThanOrEqual(300);
  });

  it.each(PARAGRAPHS.map((sentences) => ({ sentences, name: sentences[0] ?? '' })))(
    'cuts "$name …"',
    ({ sentences }) => {
      expect(cut(joined(sentences))).toEqual(sentences);
    },
  );

  it('cuts where a space was forgotten, but not inside names and addresses', () => {
    expect(cut('Confirm your data.Access to it (e.g. a copy).We help.')).toEqual([
      'Confirm your data.',
      'Access to it (e.g. a copy).',
      'We help.',
    ]);
    const address = 'See www.lamps.Example now, or shop.example/lamps.Html here.';
    expect(cut(address)).toEqual([address]);
  });

  it('loses no character and overlaps nowhere, whatever the text', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let at = 0;
        for (const { start, end } of cutSentences(text)) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(start).toBeLessThan(end);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});
