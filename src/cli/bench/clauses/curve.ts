/** Precision against recall: what other thresholds than the shipped ones would give. */
import type { Thresholds } from '../../../core/reading.ts';
import { moved } from '../../../core/strictness.ts';
import { TOPIC_CODES, type TopicCode } from '../../../core/topics.ts';
import type { ScoredClause } from './labelled.ts';
import { countsOf, overall } from './measures.ts';

/** One point of a curve. `at` is the threshold of all topics, or how far the shipped ones are moved. */
export interface CurvePoint {
  readonly at: number;
  readonly microF1: number;
  readonly macroF1: number;
  readonly precision: number;
  readonly recall: number;
  /** Findings for 100 clauses. */
  readonly findings: number;
}

function thresholdsBy(of: (topic: TopicCode) => number): Thresholds {
  const entries = TOPIC_CODES.map((topic) => [topic, of(topic)] as const);
  return Object.fromEntries(entries) as Record<TopicCode, number>;
}

function point(clauses: readonly ScoredClause[], at: number, thresholds: Thresholds): CurvePoint {
  const rates = overall(countsOf(clauses, thresholds));
  const [microF1, macroF1, precision, recall] = rates as [number, number, number, number];
  const found = clauses.map(({ scores }) =>
    TOPIC_CODES.filter((topic) => (scores[topic]?.p ?? 0) >= thresholds[topic]),
  );
  const findings = (100 * found.flat().length) / clauses.length;
  return { at, microF1, macroF1, precision, recall, findings };
}

/** One threshold for all topics, from 0.10 to 0.95. */
export function curveOfOne(clauses: readonly ScoredClause[]): CurvePoint[] {
  return Array.from({ length: 18 }, (_, step) => (10 + 5 * step) / 100).map((at) =>
    point(
      clauses,
      at,
      thresholdsBy(() => at),
    ),
  );
}

/** The shipped thresholds, all moved alike on the logit scale, from -2 (laxer) to 2 (stricter). */
export function curveOfShipped(
  clauses: readonly ScoredClause[],
  shipped: Thresholds,
): CurvePoint[] {
  return Array.from({ length: 9 }, (_, step) => step / 2 - 2).map((at) =>
    point(
      clauses,
      at,
      thresholdsBy((topic) => moved(shipped[topic], at)),
    ),
  );
}
