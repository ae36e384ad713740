import { describe, expect, it } from 'vitest';
import { detect } from '../../../src/core/detect/detect.ts';
import { FEATURES, featuresOf } from '../../../src/core/detect/features.ts';
import { isPolicy, likeliestPart, scoreOf } from '../../../src/core/detect/judge.ts';
import type { PageSignals, PartSignals } from '../../../src/core/detect/signals.ts';
import { WEIGHTS } from '../../../src/core/detect/weights.ts';

/** A text that no one would take for a policy, changed as wanted. */
function part(change: Partial<PartSignals>): PartSignals {
  return {
    place: 'page',
    title: 'Boots',
    headings: [],
    words: 1000,
    dataWords: 0,
    ...change,
    counts: {
      personal: 0,
      practice: 0,
      cookie: 0,
      rights: 0,
      terms: 0,
      contract: 0,
      outside: 0,
      voice: 0,
      ...change.counts,
    },
  };
}

const POLICY = part({
  title: 'Privacy Policy',
  headings: ['Privacy Policy', 'Personal data we collect', 'Your rights', 'Cookies', 'Contact'],
  dataWords: 850,
  counts: { ...part({}).counts, personal: 18, practice: 14, cookie: 4, rights: 9, voice: 45 },
});

function page(...parts: PartSignals[]): PageSignals {
  return { address: 'https://a.example/', parts };
}

describe('features and weights', () => {
  it('are equally many and finite, also for an empty part', () => {
    expect(WEIGHTS.length).toBe(FEATURES.length);
    expect(featuresOf(POLICY).length).toBe(FEATURES.length);
    const empty = part({ words: 0 });
    expect(featuresOf(empty).every((value) => Number.isFinite(value))).toBe(true);
  });

  it('speak for a policy the more of the text is about data, against it the more reads as terms', () => {
    expect(scoreOf({ ...POLICY, dataWords: 400 })).toBeLessThan(scoreOf(POLICY));
    expect(scoreOf({ ...POLICY, counts: { ...POLICY.counts, terms: 30 } })).toBeLessThan(
      scoreOf(POLICY),
    );
  });
});

describe('detect', () => {
  it('takes a text about data for a privacy policy and says why', () => {
    const { kind, confidence, reasons } = detect(page(POLICY));
    expect(kind).toBe('privacy');
    expect(confidence).toBeGreaterThan(0.95);
    expect(reasons).toEqual([
      '85 % of the 1000 words are about personal data or cookies',
      'its title or first heading names a policy',
      'it states 14 times what is done with data',
      'it mentions rights, choices or data laws 9 times',
    ]);
  });

  it('takes it for a cookie policy when cookies prevail', () => {
    const counts = { ...POLICY.counts, cookie: 40, personal: 1 };
    const cookies = { ...POLICY, title: 'Cookie Policy', headings: ['Cookie Policy'], counts };
    expect(detect(page(cookies)).kind).toBe('cookie');
    expect(detect(page({ ...cookies, title: 'Acme', headings: [] })).kind).toBe('cookie');
    const both = { ...cookies, title: 'Privacy and Cookie Policy', headings: [] };
    expect(detect(page({ ...both, counts: { ...counts, personal: 20 } })).kind).toBe('privacy');
  });

  it('does not need a title', () => {
    expect(detect(page({ ...POLICY, title: 'Terms of Use', headings: [] })).kind).toBe('privacy');
  });

  it('says why a page is none', () => {
    const terms = part({
      title: 'Terms of Service',
      dataWords: 120,
      counts: { ...part({}).counts, terms: 25, contract: 3, outside: 1, practice: 1 },
    });
    expect(detect(page(terms))).toEqual({
      kind: 'other',
      confidence: expect.closeTo(1, 1),
      reasons: [
        '12 % of the 1000 words are about personal data or cookies',
        'it speaks of liability and licences, as terms do',
        'it is worded as a contract between companies',
      ],
    });
  });

  it('judges a page by its likeliest part', () => {
    const dialog = { ...POLICY, place: 'dialog' as const };
    expect(likeliestPart(page(part({}), dialog))?.part.place).toBe('dialog');
  });

  it('counts a section only from 600 words on, or where the page is named after it', () => {
    const whole = part({ title: 'Terms of Service', words: 9000, dataWords: 900 });
    const section = { ...POLICY, place: 'section' as const };
    expect(detect(page(whole, { ...section, words: 600 })).kind).toBe('privacy');
    expect(detect(page(whole, { ...section, words: 599 })).kind).toBe('other');
    const narrow = { ...POLICY.counts, rights: 0, cookie: 0 };
    expect(detect(page(whole, { ...section, counts: narrow })).kind).toBe('other');
    const named = { ...whole, title: 'Privacy Policy' };
    expect(detect(page(named, { ...section, words: 599 })).kind).toBe('privacy');
  });

  it('is sure of a page that was not worth measuring', () => {
    expect(detect(page())).toEqual({
      kind: 'other',
      confidence: 0.99,
      reasons: ['the page hardly speaks of personal data or cookies'],
    });
  });

  it('agrees with the short question of the detector script', () => {
    const pages = [page(POLICY), page(part({})), page(), page(part({}), POLICY)];
    expect(pages.map(isPolicy)).toEqual(pages.map((each) => detect(each).kind !== 'other'));
    expect(pages.map(isPolicy)).toEqual([true, false, false, true]);
  });

  it('never looks at the address', () => {
    const elsewhere = { ...page(part({})), address: 'https://a.example/privacy-policy' };
    expect(detect(elsewhere)).toEqual(detect(page(part({}))));
  });
});
