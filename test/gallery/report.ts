/** The policy of the gallery as an exported report, and one in which everything is as long as it may get. */
import type { Finding } from '../../src/core/findings.ts';
import type { Report } from '../../src/core/report.ts';
import { summarize } from '../../src/core/summary.ts';
import { KEPT, KEPT_MUCH, MODEL } from './kept.ts';
import { MUCH, MUCH_TO_DO } from './much.ts';
import { FINDINGS } from './policy.ts';
import { VIEWS } from './views.ts';

type Plain = Pick<Finding, 'id' | 'clauseId' | 'topic' | 'stance' | 'confidence' | 'quote'>;

/** Findings without what the panel adds to them. */
function plain(findings: readonly Plain[]): Finding[] {
  return findings.map(({ id, clauseId, topic, stance, confidence, quote }) => {
    return { id, clauseId, topic, stance, confidence, quote };
  });
}

const findings = plain(FINDINGS);

/** As an export usually is. */
export const REPORT: Report = {
  schema: 'clausemark/1',
  file: '',
  engine: 'clausemark/0.1.0 Chrome/156.0.0.0',
  document: {
    url: 'https://www.northlake.example/privacy',
    title: 'Privacy Policy',
    site: 'Northlake Outfitters',
    kind: 'privacy',
    confidence: 0.99,
    reasons: ['The title says so'],
    language: 'en',
    effectiveDate: '2026-03-01',
    words: 4120,
    text: findings.map(({ quote }) => quote).join('\n'),
  },
  coverage: { ratio: 0.96, readChars: 2400, totalChars: 2500, closedChars: 288, skipped: [] },
  clauses: [],
  findings,
  summary: summarize(findings),
  actions: VIEWS.ready.actions.map(({ type, target, label, stops, clauseId }) => {
    return { type, target, label, stops, clauseId };
  }),
  badge: { state: 'analysed', text: '5' },
  model: MODEL,
  documents: KEPT.honesty?.documents ?? [],
  exported: { readAt: '2026-11-25T14:31:00.000Z', textSha256: 'a1'.repeat(32), strictness: 0 },
};

/** Every topic found, nothing short. */
export const LONG_REPORT: Report = {
  ...REPORT,
  document: {
    ...REPORT.document,
    url: `https://www.northlake.example/${'a-long-way-to-the-policy/'.repeat(12)}`,
    title: 'A policy whose title goes on and on '.repeat(8),
    site: 'Northlake and Sons, Outfitters for the Long Way, '.repeat(3),
  },
  findings: [...findings, ...plain(MUCH)],
  summary: summarize([...findings, ...plain(MUCH)]),
  actions: [...MUCH_TO_DO, ...MUCH_TO_DO, ...VIEWS.ready.actions].map(
    ({ type, target, label, stops, clauseId }, index) => {
      return { type, target, label: `${index} ${label.repeat(9)}`, stops, clauseId };
    },
  ),
  documents: KEPT_MUCH.honesty?.documents ?? [],
};
