import { describe, expect, it } from 'vitest';
import { PHRASES, countPhrases, readName, speaksOfData } from '../../../src/core/detect/phrases.ts';

describe('phrase families', () => {
  it.each([
    ['personal', 'we keep personal data, your information and personally identifiable facts', 3],
    ['personal', 'vos données personnelles et vos informations', 2],
    ['personal', 'personenbezogene daten', 1],
    ['personal', 'datos de carácter personal', 1],
    ['personal', 'dane osobowe i danych osobowych', 2],
    ['practice', 'we collect your name. we may also share it. data are not stored', 3],
    ['practice', 'wir verarbeiten ihren namen', 1],
    ['practice', 'nous utilisons et nous conservons', 2],
    ['practice', 'utilizamos cookies', 1],
    ['practice', 'raccogliamo il nome', 1],
    ['practice', 'zbieramy i przetwarzamy', 2],
    ['cookie', 'cookies, pixels and trackers', 3],
    ['terms', 'liability, warranties and licences', 3],
    ['contract', 'the processor shall', 2],
    ['outside', 'researchers said so, according to the regulator', 4],
    ['voice', 'we and our partners tell us', 3],
    ['voice', 'the western house', 0],
  ] as const)('%s in "%s": %d', (family, text, count) => {
    expect(countPhrases(text)[family]).toBe(count);
  });

  it('counts the same each time: no state stays in the patterns', () => {
    const text = 'your data, your data';
    expect([1, 2, 3].map(() => countPhrases(text).personal)).toEqual([2, 2, 2]);
    expect([speaksOfData(text), speaksOfData(text)]).toEqual([true, true]);
    expect(Object.values(PHRASES).every((pattern) => pattern.global)).toBe(true);
  });
});

describe('speaksOfData', () => {
  it.each([
    ['we collect your name', true],
    ['cookies are small files', true],
    ['you have the right to rectification', true],
    ['we bake bread', false],
    ['', false],
  ])('of "%s": %s', (text, expected) => {
    expect(speaksOfData(text)).toBe(expected);
  });
});

describe('readName', () => {
  it.each([
    ['Privacy Policy | Acme', true, false, true, false],
    ['Cookie Notice', false, true, true, false],
    ['Terms of Use', false, false, false, true],
    ['Privacy settings', true, false, false, true],
    ['Is this privacy policy a joke?', true, false, true, true],
    ['Datenschutzerklärung', true, false, true, false],
    ['Política de cookies', false, true, true, false],
    ['Boots', false, false, false, false],
  ])('of "%s"', (text, privacy, cookie, document, another) => {
    expect(readName(text)).toEqual({ privacy, cookie, document, another });
  });
});
