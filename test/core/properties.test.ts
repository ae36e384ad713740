/** What must hold of any text at all; a failure prints the seed and the smallest text that shows it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findActions } from '../../src/core/actions/find.ts';
import { settingTargets } from '../../src/core/actions/settings.ts';
import { textTargets } from '../../src/core/actions/targets.ts';
import type { Clause, PageDocument, PageLink } from '../../src/core/clause.ts';
import type { Finding } from '../../src/core/findings.ts';
import { squeeze } from '../../src/core/text/collapse.ts';
import { cutSentences } from '../../src/core/text/sentences.ts';
import { TOPIC_CODES } from '../../src/core/topics.ts';

const SEED = 20_261_125;
const RUNS = { seed: SEED, numRuns: 300 };

/** Pieces that decide something in one of the rules, so that random text meets them often. */
const PIECE = fc.oneof(
  fc.constantFrom(
    '. ',
    '.',
    '! ',
    '? ',
    '… ',
    '。',
    ') ',
    '(a) ',
    '1. ',
    'e.g. ',
    'Inc. ',
    'Art. 6 ',
    'U.S. ',
    'We',
    ' share',
    ' your data',
    ' opt out',
    ' call ',
    '1-800-555-0100',
    '+49 30 1234567',
    'a@b.example',
    'mailto:',
    'javascript:alert(1)',
    'P.O. Box 7',
    ' 12 High Street',
    ' SW1A 1AA',
    '\n',
    '\t',
    '\u00a0',
    '\u200b',
    '\u202e',
    '\ud800',
    '\udfff',
    '\u2028',
    '"',
    '”',
    '»',
    '•',
    'browser settings',
    'Global Privacy Control',
    ' Limit Ad Tracking',
    '8005550',
    '-',
    '@',
    '%',
  ),
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

const TEXT = fc.array(PIECE, { maxLength: 30 }).map((pieces) => pieces.join(''));

const HREF = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\tjavascript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/x',
    'mailto:',
    'mailto:a@b.example',
    'mailto:%E0%A4%A',
    'tel:+49301',
    'tel:javascript:',
    '',
    '#',
    '//',
    'https:',
    'https://a.example@b.example/',
    'https://a.example:80\\@b.example/',
    'http://[::1]/',
  ),
  TEXT,
);

const LINK: fc.Arbitrary<PageLink> = fc.record({
  kind: fc.constantFrom('link', 'form', 'button'),
  label: fc.oneof(fc.constantFrom('Opt out', 'Do not sell my data', 'Privacy policy'), TEXT),
  href: HREF,
  clauseId: fc.constantFrom('c0', 'c1', 'c9', null),
});

function clauseOf(text: string, index: number): Clause {
  const context = { kind: 'para', heading: '', lead: '', prev: '' } as const;
  return { ...context, id: `c${index}`, index, text, start: 0, end: text.length };
}

const DOCUMENT: fc.Arbitrary<PageDocument> = fc
  .tuple(fc.array(TEXT, { maxLength: 3 }), fc.array(LINK, { maxLength: 6 }), HREF)
  .map(([texts, links, url]) => ({
    url,
    title: '',
    site: '',
    language: 'en',
    effectiveDate: null,
    text: '',
    words: 0,
    clauses: texts.map(clauseOf),
    links,
    coverage: { ratio: 1, readChars: 0, totalChars: 0, closedChars: 0, skipped: [] },
    foreignFrames: [],
  }));

const FINDING: fc.Arbitrary<Finding> = fc
  .record({
    clauseId: fc.constantFrom('c0', 'c1', 'c2'),
    topic: fc.constantFrom(...TOPIC_CODES),
    stance: fc.constantFrom('does', 'denies', 'limits'),
  })
  .map(
    (own) => ({ ...own, id: 'f0', confidence: 1, quote: '', heading: '' }) as unknown as Finding,
  );

describe('any text', () => {
  it('is cut into sentences that hold every character of it, in order', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const spans = cutSentences(text);
        const ends = [0, ...spans.map(({ end }) => end)];
        for (const [index, { start, end }] of spans.entries()) {
          expect(start).toBeGreaterThanOrEqual(ends[index]!);
          expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/su);
        }
        const kept = spans.map(({ start, end }) => squeeze(text.slice(start, end))).join('');
        expect(kept).toBe(squeeze(text));
      }),
      RUNS,
    );
  });

  it('names only targets that stand in it', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        for (const { type, target, label } of textTargets(text, true)) {
          expect(target).not.toBe('');
          expect(squeeze(text).replaceAll(/["“”]/g, '')).toContain(squeeze(label));
          if (type === 'link') expect(target).toMatch(/^https?:\/\//i);
          if (type === 'email') expect(target).toMatch(/^[^\s@:]+@[^\s@:]+$/);
          if (type === 'phone') expect(target).toMatch(/^\+?[0-9A-Z]+$/);
        }
      }),
      RUNS,
    );
  });

  it('is searched in time that grows with its length', () => {
    // Were the time quadratic, this much would take minutes and the test would be ended by its limit.
    for (const unit of [
      'a1.',
      'a',
      'a@',
      '@a-',
      '1 Aa. ',
      'your ',
      '8005-',
      '. ',
      '1.2.',
      '"',
      'browser ',
      'link in ',
    ]) {
      const text = `call ${unit.repeat(200_000 / unit.length)}`;
      textTargets(text, true);
      settingTargets(text, new Set(['TRK']));
      expect(cutSentences(text).at(-1)?.end).toBe(text.trimEnd().length);
    }
  });
});

describe('the actions of any page', () => {
  it('lead to the web, or to nothing that can be opened', () => {
    fc.assert(
      fc.property(DOCUMENT, fc.array(FINDING, { maxLength: 6 }), (page, findings) => {
        for (const { type, target, label, host, clauseId } of findActions(page, findings)) {
          if (type === 'link') {
            expect(target).toMatch(/^https?:/i);
            if (URL.canParse(target)) expect(host).not.toContain('@');
          }
          // A control without an address is named by its own words.
          if (type === 'form' && target !== label) expect(target).toMatch(/^https?:/i);
          const known = [
            null,
            ...page.clauses.map(({ id }) => id),
            ...page.links.map((link) => link.clauseId),
          ];
          expect(known).toContain(clauseId);
        }
      }),
      RUNS,
    );
  });
});
