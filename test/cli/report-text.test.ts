import { describe, expect, it } from 'vitest';
import { loadWords } from '../../src/cli/catalogue.ts';
import { reportText } from '../../src/cli/report-text.ts';
import { reportSchema } from '../../src/core/report-schema.ts';
import { reportOf } from '../../src/core/report.ts';
import type { Report } from '../../src/core/report.ts';
import { findingsOf } from '../../src/core/findings.ts';
import { summarize } from '../../src/core/summary.ts';
import { TOPIC_CODES } from '../../src/core/topics.ts';
import type { Thresholds } from '../../src/core/reading.ts';

const TEXT = 'We do not sell your data.';

function report(): Report {
  const thresholds = Object.fromEntries(TOPIC_CODES.map((code) => [code, 0.5])) as Thresholds;
  const scores = { SAL: { p: 0.96, does: 0.02, denies: 0.97, limits: 0.01 } };
  const clause = {
    id: 'c0',
    index: 0,
    kind: 'para' as const,
    start: 0,
    end: TEXT.length,
    text: TEXT,
    heading: 'Sale',
    lead: '',
    prev: 'Sale',
  };
  const findings = findingsOf(clause, scores, thresholds);
  return reportOf({
    file: 'policy.html',
    engine: 'test',
    look: {
      document: {
        url: 'https://shop.example/privacy',
        title: 'Privacy',
        site: 'shop.example',
        language: 'en',
        effectiveDate: '2026-03-14',
        text: TEXT,
        words: 6,
        clauses: [clause],
        links: [],
        coverage: { ratio: 1, readChars: 25, totalChars: 25, closedChars: 0, skipped: [] },
        foreignFrames: [],
      },
      detection: { kind: 'privacy', confidence: 0.99, reasons: ['speaks of personal data'] },
      policyLinks: [],
    },
    scores: new Map([['c0', scores]]),
    findings,
    summary: summarize(findings),
    actions: [
      {
        id: 'a0',
        type: 'email',
        target: 'a@b.example',
        label: 'Write',
        host: '',
        stops: 'sale',
        clauseId: 'c0',
      },
    ],
    badge: { state: 'analysed', count: 0 },
    model: { version: '1', sha256: '00' },
  });
}

describe('reportText', () => {
  it('says in words what was found, with its quote, and what was not', async () => {
    const text = reportText(report(), await loadWords());
    expect(text).toContain('Sells data: Says it does not (1)');
    expect(text).toContain('- “We do not sell your data.” 93 %');
    expect(text).toContain(
      'Sharing: Nothing about sharing was found. Says it does not sell your data.',
    );
    expect(text).toContain('dated 2026-03-14');
    expect(text).toContain('(email: a@b.example)');
    expect(text).not.toMatch(/headline_|state_|topic_/);
  });
});

describe('reportSchema', () => {
  it('accepts a report as it is and loses nothing of it', () => {
    const made = report();
    expect(reportSchema.parse(made)).toEqual(made);
    expect(made.clauses[0]?.labels).toEqual(['SAL-']);
  });

  it('refuses a label or a topic that does not exist', () => {
    const [clause] = report().clauses;
    const wrong = { ...report(), clauses: [{ ...clause, labels: ['SAL?'] }] };
    expect(reportSchema.safeParse(wrong).success).toBe(false);
  });
});
