/**
 * Where a policy says both that it follows a practice and that it does not, with the two findings
 * that say so.
 *
 * Only practices that a company either follows or not ({@link FLAT_PRACTICES}) can be contradicted,
 * only by a flat denial (a limit beside a statement is none), and only where both findings are more
 * likely right than wrong. A clause that speaks of the practice to grant a right or a choice about it
 * ("you may opt out of the sale of your data") does not state it. Browser signals differ: ignoring
 * one and honouring another is no contradiction, so both clauses must name the same signal.
 */
import type { Finding } from './findings.ts';
import type { TopicCode } from './topics.ts';

/** Practices a company either follows or does not, so that a denial beside a statement matters. */
export const FLAT_PRACTICES: ReadonlySet<TopicCode> = new Set(['SAL', 'SIG', 'AIM', 'SEN', 'LOC']);

/** Ids of the surest finding of each side. */
export interface Contradiction {
  readonly topic: TopicCode;
  readonly statementId: string;
  readonly denialId: string;
}

/** Every contradiction among the findings of one document, in the order of {@link FLAT_PRACTICES}. */
export function contradictions(findings: readonly Finding[]): readonly Contradiction[] {
  const granting = clausesThatGrant(findings);
  return [...FLAT_PRACTICES].flatMap((code) => {
    const own = findings.filter(({ topic }) => topic === code);
    return contradictionIn(code, own, granting) ?? [];
  });
}

/** Clauses that speak of a right or a choice. */
export function clausesThatGrant(findings: readonly Finding[]): ReadonlySet<string> {
  const granting = findings.filter(({ topic }) => topic === 'OPT' || topic === 'RGT');
  return new Set(granting.map(({ clauseId }) => clauseId));
}

/** The contradiction among one topic's findings; `granting` are the clauses of {@link clausesThatGrant}. */
export function contradictionIn(
  code: TopicCode,
  findings: readonly Finding[],
  granting: ReadonlySet<string>,
): Contradiction | null {
  if (!FLAT_PRACTICES.has(code)) return null;
  const sure = findings.filter(({ confidence }) => confidence >= 0.5);
  const denials = sure.filter(({ stance }) => stance === 'denies');
  const statements = sure.filter(
    ({ stance, clauseId }) => stance === 'does' && (code === 'SIG' || !granting.has(clauseId)),
  );
  if (code !== 'SIG') return pair(code, statements, denials);
  for (const signal of SIGNALS) {
    const naming = ({ quote }: Finding) => signal.test(quote);
    const found = pair(code, statements.filter(naming), denials.filter(naming));
    if (found !== null) return found;
  }
  return null;
}

/** Signals that a sentence may name. */
const SIGNALS = [/do[\s-]not[\s-]track|\bDNT\b/i, /global privacy control|\bGPC\b/i];

function pair(
  topic: TopicCode,
  statements: readonly Finding[],
  denials: readonly Finding[],
): Contradiction | null {
  const statementId = surest(statements)?.id;
  const denialId = surest(denials)?.id;
  if (statementId === undefined || denialId === undefined) return null;
  return { topic, statementId, denialId };
}

/** Of equals the first in the document. */
function surest(findings: readonly Finding[]): Finding | undefined {
  return findings.toSorted((a, b) => b.confidence - a.confidence)[0];
}
