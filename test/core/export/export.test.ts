import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineName } from '../../../src/core/export/engine.ts';
import { escaped, linked } from '../../../src/core/export/escape.ts';
import { fileName } from '../../../src/core/export/file-name.ts';
import { markdownOf } from '../../../src/core/export/markdown.ts';
import { reportSchema } from '../../../src/core/report-schema.ts';
import type { Report } from '../../../src/core/report.ts';
import { STRICTNESS_STEPS } from '../../../src/core/strictness.ts';
import { STANCES, TOPIC_CODES } from '../../../src/core/topics.ts';
import { NAMED_KINDS } from '../../../src/core/documents-named.ts';
import { LONG_REPORT, REPORT } from '../../gallery/report.ts';
import { translateFrom } from '../../gallery/messages.ts';
import { createWording } from '../../../src/ui/wording.ts';

const RUNS = { seed: 20_261_125, numRuns: 60 };

const words = (locale: string) => createWording(translateFrom(locale), locale);

/** What Markdown shows of escaped text, by CommonMark's rule for backslashes. */
function shown(markdown: string): string {
  return markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

const text = fc.string({ unit: 'binary', maxLength: 12 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.nat();
const topic = fc.constantFrom(...TOPIC_CODES);

/** Any report that the interface allows, with and without what is optional. */
const ANY: fc.Arbitrary<Report> = fc
  .record({
    words: fc.array(text, { minLength: 4, maxLength: 4 }),
    share,
    count,
    topic,
    stance: fc.constantFrom(...STANCES),
    kind: fc.constantFrom(...NAMED_KINDS),
    step: fc.constantFrom(...STRICTNESS_STEPS),
    date: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') }),
    optional: fc.boolean(),
  })
  .map(({ words: [a = '', b = '', c = '', d = ''], optional, ...any }): Report => {
    const { documents: _, exported: __, ...required } = REPORT;
    const { site: ___, ...document } = required.document;
    const report: Report = {
      ...required,
      engine: a,
      document: {
        ...document,
        title: b,
        text: c,
        confidence: any.share,
        words: any.count,
        effectiveDate: optional ? null : d,
      },
      coverage: {
        ratio: any.share,
        readChars: any.count,
        totalChars: any.count,
        skipped: [{ reason: 'aside', chars: any.count }],
      },
      clauses: [
        {
          id: a,
          index: any.count,
          kind: 'row',
          start: 0,
          end: any.count,
          text: b,
          heading: c,
          lead: d,
          prev: a,
          consent: optional,
          labels: [`${any.topic}~`],
          scores: { [any.topic]: any.share },
        },
      ],
      findings: [
        {
          id: a,
          clauseId: b,
          topic: any.topic,
          stance: any.stance,
          confidence: any.share,
          quote: c,
        },
      ],
    };
    if (!optional) return report;
    return {
      ...report,
      document: { ...report.document, site: d },
      documents: [{ kind: any.kind, label: a, href: b, host: c, clauseId: null }],
      exported: {
        readAt: any.date.toISOString(),
        textSha256: '0f'.repeat(32),
        strictness: any.step,
      },
    };
  });

describe('a report as JSON', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(ANY, (report) => {
        const written = JSON.stringify(report);
        const read = reportSchema.parse(JSON.parse(written));
        return isDeepStrictEqual(read, JSON.parse(written));
      }),
      RUNS,
    );
  });

  it.each([
    ['another version', { schema: 'clausemark/2' }],
    ['a share above one', { coverage: { ...REPORT.coverage, ratio: 1.1 } }],
    ['no summary', { summary: undefined }],
    ['a hash that is none', { exported: { ...REPORT.exported, textSha256: 'abc' } }],
    ['a topic that is none', { findings: [{ ...REPORT.findings[0], topic: 'XXX' }] }],
  ])('is refused with %s', (_, change) => {
    expect(reportSchema.safeParse({ ...REPORT, ...change }).success).toBe(false);
  });
});

describe('a report as Markdown', () => {
  it('holds what makes it evidence', () => {
    const markdown = markdownOf(REPORT, words('en'));
    for (const fact of [
      '# Northlake Outfitters: Privacy Policy',
      '<https://www.northlake.example/privacy>',
      'November 25, 2026 at 2:31',
      'March 1, 2026',
      'a1'.repeat(32),
      '3f'.repeat(32),
      '96%',
      'Not legal advice.',
      'honours this browser signal',
      '<https://partners.example/northlake>',
    ]) {
      expect(shown(markdown)).toContain(fact);
    }
  });

  it('quotes every finding word for word', () => {
    const plain = shown(markdownOf(LONG_REPORT, words('de')));
    for (const { quote } of LONG_REPORT.findings) {
      expect(plain).toContain(quote.replaceAll(/\s+/g, ' '));
    }
  });

  it('keeps text of the page as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (any) => {
        const made = escaped(any);
        // No mark of Markdown or HTML stands without its backslash, and no line ends.
        return !/(?<!\\)(?:\\\\)*[`*_[\]<>#|~&]/.test(made) && !/[\r\n]/.test(made);
      }),
      RUNS,
    );
    expect(escaped('<img src=x>')).toBe(String.raw`\<img src\=x\>`);
    expect(escaped('1. [a](javascript:b) \n\n# c')).toBe(
      String.raw`1\. \[a\]\(javascript\:b\) \# c`,
    );
    expect(linked('javascript:alert(1)')).not.toContain('<');
    expect(linked('https://a.example/>x')).not.toMatch(/^</);
  });
});

describe('an exported file', () => {
  it('is called by site and day', () => {
    expect(fileName(REPORT)).toBe('clausemark-northlake-outfitters-2026-11-25');
    const { document } = REPORT;
    expect(fileName({ ...REPORT, document: { ...document, site: '../..\\CON: ?' } })).toBe(
      'clausemark-con-2026-11-25',
    );
    expect(fileName({ ...REPORT, document: { ...document, site: '…' } })).toBe(
      'clausemark-2026-11-25',
    );
  });

  it('names what read the page', () => {
    expect(
      engineName('1.2.3', 'Mozilla/5.0 AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36'),
    ).toBe('clausemark/1.2.3 Chrome/156.0.0.0');
    expect(engineName('1.2.3', 'Mozilla/5.0 Gecko/20100101 Firefox/153.0')).toBe(
      'clausemark/1.2.3 Firefox/153.0',
    );
    expect(engineName('1.2.3', '')).toBe('clausemark/1.2.3');
  });
});
