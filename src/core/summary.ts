/**
 * From findings to one state per topic. The rules, in order:
 *
 * 1. No finding: `not-found`. Never "does not": silence is not a denial.
 * 2. Only denials: `denies`; a limit among them, and no statement: `limits`.
 * 3. A statement: `does`.
 * 4. For practices that a policy either follows or not, a denial beside a statement: `contradicts`, if
 *    the rules of `contradictions.ts` say so. A clause that speaks of the practice only to grant a
 *    right or a choice about it does not state it against a denial elsewhere: then the denial stands.
 */
import { clausesThatGrant, contradictionIn, FLAT_PRACTICES } from './contradictions.ts';
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

function stateOf(
  code: TopicCode,
  findings: readonly Finding[],
  granting: ReadonlySet<string>,
): TopicState {
  if (findings.length === 0) return 'not-found';
  const statements = findings.filter(({ stance }) => stance === 'does');
  const denials = findings.filter(({ stance }) => stance === 'denies');
  const negated = denials.length === findings.length - statements.length ? 'denies' : 'limits';
  if (statements.length === 0) return negated;
  if (!FLAT_PRACTICES.has(code) || statements.length === findings.length) return 'does';
  const stated = statements.some(({ clauseId }) => code === 'SIG' || !granting.has(clauseId));
  if (!stated) return negated;
  return contradictionIn(code, findings, granting) === null ? 'does' : 'contradicts';
}
