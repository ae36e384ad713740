import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_WORD, words } from '../../../src/core/model/words.ts';

const forms = (text: string) => words(text).map(({ word }) => word);

describe('words', () => {
  test('letters and digits make words, some punctuation is a word of its own', () => {
    expect(forms('We keep it 30 days; then (mostly) delete it.')).toEqual([
      'we',
      'keep',
      'it',
      '30',
      'days',
      ';',
      'then',
      '(',
      'mostly',
      ')',
      'delete',
      'it',
      '.',
    ]);
  });

  test('both apostrophes give the same word', () => {
    expect(forms('don’t')).toEqual(["don't"]);
    expect(forms("don't")).toEqual(["don't"]);
    expect(forms("users' data")).toEqual(['users', 'data']);
  });

  test('soft hyphens and joiners inside a word do not cut it', () => {
    expect(forms('coo\u00ADkies')).toEqual(['cookies']);
    expect(forms('\u00ADcookies\u00AD')).toEqual(['cookies']);
  });

  test('emoji and symbols only separate', () => {
    expect(forms('🍪cookies👩‍👩‍👧€')).toEqual(['cookies']);
    expect(forms('🍪')).toEqual([]);
  });

  test('compatibility forms are folded', () => {
    expect(forms('ﬁrst ＦＵＬＬ x²')).toEqual(['first', 'full', 'x2']);
  });

  test('very long words are cut', () => {
    expect(forms('a'.repeat(1000))).toEqual(['a'.repeat(MAX_WORD)]);
  });

  test('equals the regular expression of the trainer on any text', () => {
    const joiners = String.raw`['’\u{AD}\u{200C}\u{200D}\u{2060}\u{FEFF}]`;
    const run = String.raw`[\p{L}\p{N}]+`;
    const pattern = new RegExp(`${run}(?:${joiners}+${run})*|[.,:;?!()@/%&+\\-–—•"“”]`, 'gu');
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...`ab1'’\u00AD\u200D.,-– 🍪é𝐖`) }),
    );
    fc.assert(
      fc.property(text, (value) => {
        const expected = [...value.matchAll(pattern)].map((match) => match[0]);
        expect(words(value).map(({ start, end }) => value.slice(start, end))).toEqual(expected);
      }),
    );
  });
});
