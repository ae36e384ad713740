/**
 * From findings to one state per topic. The rules, in order:
 *
 * 1. No finding: `not-found`. Never "does not": silence is not a denial.
 * 2. Only denials: `denies`; a limit among them, and no statement: `limits`.
 * 3. A statement: `does`.
 * 4. For practices that a policy either follows or not ({@link FLAT_PRACTICES}), a flat denial beside
 *    a statement is `contradicts`; a limit beside a statement is not. A clause that speaks of the
 *    practice only to grant a right or a choice about it ("you may opt out of the sale of your data")
 *    does not state the practice against a denial elsewhere: then the denial stands.
 */
import type { Finding } from './findings.ts';
import { TOPIC_CODES, type TopicCode } from './topics.ts';
import type { TopicState } from './view.ts';

/** What the policy says of one topic, with the findings that say so, in document order. */
export interface TopicSummary {
  readonly state: TopicState;
  readonly findingIds: readonly string[];
}

/** One {@link TopicSummary} for each of the 22 topics. */
export type Summary = Readonly<Record<TopicCode, TopicSummary>>;

/** Practices a company either follows or does not, so that a denial beside a statement matters. */
export const FLAT_PRACTICES: ReadonlySet<TopicCode> = new Set(['SAL', 'SIG', 'AIM', 'SEN', 'LOC']);

/** Summarises findings given in document order. */
export function summarize(findings: readonly Finding[]): Summary {
  const granting = clausesThatGrant(findings);
  const byTopic = new Map<TopicCode, Finding[]>();
  for (const finding of findings) {
    const list = byTopic.get(finding.topic);
    if (list) list.push(finding);
    else byTopic.set(finding.topic, [finding]);
  }
  const entries = TOPIC_CODES.map((code) => {
    const own = byTopic.get(code) ?? [];
    return [code, { state: stateOf(code, own, granting), findingIds: own.map(({ id }) => id) }];
  });
  return Object.fromEntries(entries) as Summary;
}

/** Clauses that speak of a right or a choice. */
function clausesThatGrant(findings: readonly Finding[]): ReadonlySet<string> {
  const granting = findings.filter(({ topic }) => topic === 'OPT' || topic === 'RGT');
  return new Set(granting.map(({ clauseId }) => clauseId));
}

function stateOf(
  code: TopicCode,
  findings: readonly Finding[],
  granting: ReadonlySet<string>,
): TopicState {
  const has = (stance: Finding['stance']) => findings.some((finding) => finding.stance === stance);
  if (findings.length === 0) return 'not-found';
  const denied = has('denies');
  const limited = has('limits');
  if (!has('does')) return limited ? 'limits' : 'denies';
  if (!FLAT_PRACTICES.has(code) || !(denied || limited)) return 'does';
  const stated = findings.some(({ stance, clauseId }) => {
    return stance === 'does' && !granting.has(clauseId);
  });
  if (!stated) return limited ? 'limits' : 'denies';
  return denied ? 'contradicts' : 'does';
}
