/** The clauses that the model gets wrong, to be read by a person. */
import { findingsOf } from '../../../core/findings.ts';
import type { Thresholds } from '../../../core/reading.ts';
import { formatLabel } from '../../../core/topics.ts';
import type { ScoredClause } from './labelled.ts';

/** A wrong clause: labels that were not found, labels that are not there, and the clause itself. */
export interface WrongClause {
  readonly id: string;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
  readonly right: readonly string[];
  readonly kind: string;
  readonly heading: string;
  readonly lead: string;
  readonly prev: string;
  readonly text: string;
}

/** What is wrong with one clause; `null` when nothing is. A wrong stance is a label missed and one invented. */
function wrongClause({ clause, scores }: ScoredClause, thresholds: Thresholds): WrongClause | null {
  const { id, kind, heading, lead, prev, text, labels } = clause;
  const found: string[] = findingsOf(clause, scores, thresholds).map(({ topic, stance }) =>
    formatLabel(topic, stance),
  );
  const missed = labels.filter((label) => !found.includes(label));
  const invented = found.filter((label) => !labels.includes(label));
  if (missed.length === 0 && invented.length === 0) return null;
  const right = labels.filter((label) => found.includes(label));
  return { id, missed, invented, right, kind, heading, lead, prev, text };
}

/** At most `wanted` of the wrong clauses, evenly spread over all of them. */
export function errorSample(
  clauses: readonly ScoredClause[],
  thresholds: Thresholds,
  wanted: number,
): WrongClause[] {
  const wrong = clauses
    .map((clause) => wrongClause(clause, thresholds))
    .filter((one) => one !== null);
  const step = Math.max(1, wrong.length / wanted);
  const count = Math.min(wanted, wrong.length);
  return Array.from({ length: count }, (_, index) => wrong[Math.floor(index * step)]!);
}
