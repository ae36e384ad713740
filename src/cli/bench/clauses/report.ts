/** Everything that is measured of the clause model, as one object. */
import type { ClauseModel } from '../../../core/model/model.ts';
import { stanceCalibration, topicCalibration, type Calibration } from './calibration.ts';
import { curveOfOne, curveOfShipped, type CurvePoint } from './curve.ts';
import { documentStates, type DocumentStates } from './documents.ts';
import { collectionsOf, kindsOf, yearsOf, type Group } from './groups.ts';
import { truthOf, type Labelled, type ScoredClause } from './labelled.ts';
import {
  measureClauses,
  measureTopics,
  type ClauseMeasures,
  type TopicMeasure,
} from './measures.ts';
import { strictnessSteps, type StepMeasures } from './strictness-table.ts';

/** Measures of the clauses in one group. */
export type GroupMeasures = ClauseMeasures & { readonly name: string };

/** All measures of one model on one set of labelled clauses. */
export interface ClauseReport {
  readonly model: { readonly version: string; readonly sha256: string };
  readonly clausesPerSecond: number;
  readonly all: ClauseMeasures;
  readonly topics: readonly TopicMeasure[];
  readonly calibration: { readonly topics: Calibration; readonly stances: Calibration };
  readonly documents: DocumentStates;
  readonly kinds: readonly GroupMeasures[];
  readonly sources: readonly GroupMeasures[];
  readonly years: readonly GroupMeasures[];
  readonly strictness: readonly StepMeasures[];
  readonly curves: {
    readonly oneThreshold: readonly CurvePoint[];
    readonly shippedMoved: readonly CurvePoint[];
  };
}

/** What a model says of labelled clauses, and how many it classifies in a second. */
export interface Scored {
  readonly scored: readonly ScoredClause[];
  readonly clausesPerSecond: number;
}

/** Classifies labelled clauses. */
export function scoredBy(model: ClauseModel, clauses: readonly Labelled[]): Scored {
  const began = performance.now();
  const scores = model.classify(clauses);
  const seconds = (performance.now() - began) / 1000;
  const scored = clauses.map((clause, index) => {
    return { clause, truth: truthOf(clause.labels), scores: scores[index]! };
  });
  return { scored, clausesPerSecond: Math.round(clauses.length / seconds) };
}

/** Measures what the model says. `years`: of documents, by `source`. */
export function reportOf(
  { model, sha256 }: { readonly model: ClauseModel; readonly sha256: string },
  { scored, clausesPerSecond }: Scored,
  years: ReadonlyMap<string, number>,
): ClauseReport {
  const { thresholds, version } = model;
  const each = (groups: readonly Group[]): GroupMeasures[] =>
    groups.map((group) => ({ name: group.name, ...measureClauses(group.clauses, thresholds) }));
  return {
    model: { version, sha256 },
    clausesPerSecond,
    all: measureClauses(scored, thresholds),
    topics: measureTopics(scored, thresholds),
    calibration: { topics: topicCalibration(scored), stances: stanceCalibration(scored) },
    documents: documentStates(scored, thresholds),
    kinds: each(kindsOf(scored)),
    sources: each(collectionsOf(scored)),
    years: each(yearsOf(scored, years)),
    strictness: strictnessSteps(scored, thresholds),
    curves: {
      oneThreshold: curveOfOne(scored),
      shippedMoved: curveOfShipped(scored, thresholds),
    },
  };
}
