/**
 * From findings to one state per topic. The rules, in order:
 *
 * 1. No finding: `not-found`. Never "does not": silence is not a denial.
 * 2. Only denials: `denies`; a limit among them, and no statement: `limits`.
 * 3. A statement: `does`.
 * 4. For practices that a policy either follows or not ({@link FLAT_PRACTICES}), a flat denial beside
 *    a statement is `contradicts`, if both are more likely right than wrong; a limit beside a
 *    statement is not. A clause that speaks of the practice only to grant a right or a choice about
 *    it ("you may opt out of the sale of your data") does not state it against a denial elsewhere:
 *    then the denial stands. Browser signals differ: ignoring one and honouring another is `does`.
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
  if (findings.length === 0) return 'not-found';
  const statements = findings.filter(({ stance }) => stance === 'does');
  const denials = findings.filter(({ stance }) => stance === 'denies');
  const negated = denials.length === findings.length - statements.length ? 'denies' : 'limits';
  if (statements.length === 0) return negated;
  if (!FLAT_PRACTICES.has(code) || statements.length === findings.length) return 'does';
  if (code === 'SIG') return sameSignal(statements, denials) ? 'contradicts' : 'does';
  const stated = statements.filter(({ clauseId }) => !granting.has(clauseId));
  if (stated.length === 0) return negated;
  return stated.some(sure) && denials.some(sure) ? 'contradicts' : 'does';
}

/** More likely right than wrong. */
function sure({ confidence }: Finding): boolean {
  return confidence >= 0.5;
}

/** Signals that a sentence may name. */
const SIGNALS = [/do[\s-]not[\s-]track|\bDNT\b/i, /global privacy control|\bGPC\b/i];

/** Whether a sure statement and a sure denial name the same signal. */
function sameSignal(statements: readonly Finding[], denials: readonly Finding[]): boolean {
  return SIGNALS.some((signal) => {
    const names = (finding: Finding) => sure(finding) && signal.test(finding.quote);
    return statements.some(names) && denials.some(names);
  });
}
