/** Precision, recall, F1 and right stances of a classifier on labelled clauses, with bootstrap intervals. */
import { stanceOf, type Thresholds } from '../../../core/reading.ts';
import { TOPIC_CODES, type TopicCode } from '../../../core/topics.ts';
import { bootstrap, type Interval } from './bootstrap.ts';
import type { ScoredClause } from './labelled.ts';

/** A share of cases with the numbers it is made of; `share` is `NaN` where there are none. */
export interface Share {
  readonly right: number;
  readonly total: number;
  readonly share: number;
}

/** Measures of one topic; `support` counts the clauses labelled with it. */
export interface TopicMeasure {
  readonly topic: TopicCode;
  readonly support: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly intervals: {
    readonly precision: Interval;
    readonly recall: Interval;
    readonly f1: Interval;
  };
}

/** Right stances among topics rightly found: all, and by what the label says. */
export interface StanceMeasures {
  readonly all: Share;
  readonly does: Share;
  readonly denies: Share;
  readonly limits: Share;
  readonly deniesOrLimits: Share;
}

/** Everything measured over a set of clauses. Macro F1 is the mean over the topics that are labelled. */
export interface ClauseMeasures {
  readonly clauses: number;
  readonly services: number;
  readonly microF1: number;
  readonly macroF1: number;
  readonly precision: number;
  readonly recall: number;
  readonly intervals: {
    readonly microF1: Interval;
    readonly macroF1: Interval;
    readonly precision: Interval;
    readonly recall: Interval;
    readonly stance: Interval;
    readonly stanceOfDenials: Interval;
  };
  readonly stances: StanceMeasures;
}

/** Counts of each topic stand in threes: rightly found, found, labelled. Behind them stances in twos: */
const STANCE_GROUPS = ['all', 'does', 'denies', 'limits', 'deniesOrLimits'] as const;
const STANCES_AT = 3 * TOPIC_CODES.length;

/** What is counted in some clauses at the given thresholds. */
export function countsOf(clauses: readonly ScoredClause[], thresholds: Thresholds): Float64Array {
  const counts = new Float64Array(STANCES_AT + 2 * STANCE_GROUPS.length);
  for (const { truth, scores } of clauses) {
    for (const [index, topic] of TOPIC_CODES.entries()) {
      const score = scores[topic];
      const labelled = truth.get(topic);
      const found = score !== undefined && score.p >= thresholds[topic];
      if (found) counts[3 * index + 1]! += 1;
      if (labelled) counts[3 * index + 2]! += 1;
      if (!found || !labelled) continue;
      counts[3 * index]! += 1;
      const right = labelled.has(stanceOf(score)) ? 1 : 0;
      const denies = labelled.has('denies') ? 'denies' : 'limits';
      const own = labelled.has('does')
        ? (['does'] as const)
        : ([denies, 'deniesOrLimits'] as const);
      for (const group of ['all', ...own] as const) {
        const at = STANCES_AT + 2 * STANCE_GROUPS.indexOf(group);
        counts[at]! += right;
        counts[at + 1]! += 1;
      }
    }
  }
  return counts;
}

function share(counts: Float64Array, at: number): Share {
  const [right, total] = [counts[at]!, counts[at + 1]!];
  return { right, total, share: right / total };
}

/** Precision, recall and F1; `NaN` where nothing was found, nothing labelled, neither. */
function rates(hits: number, found: number, labelled: number): [number, number, number] {
  return [hits / found, hits / labelled, (2 * hits) / (found + labelled)];
}

function topicRates(counts: Float64Array, index: number): [number, number, number] {
  return rates(counts[3 * index]!, counts[3 * index + 1]!, counts[3 * index + 2]!);
}

/** Of counts: micro F1, macro F1, precision, recall, share of right stances, the same of denials. */
export function overall(counts: Float64Array): number[] {
  const sums = [0, 0, 0];
  const f1s: number[] = [];
  for (const index of TOPIC_CODES.keys()) {
    for (const part of sums.keys()) sums[part]! += counts[3 * index + part]!;
    if (counts[3 * index + 2]! > 0) f1s.push(topicRates(counts, index)[2]);
  }
  const [precision, recall, microF1] = rates(sums[0]!, sums[1]!, sums[2]!);
  const macroF1 = f1s.reduce((sum, value) => sum + value, 0) / f1s.length;
  const stances = [0, 4].map((group) => share(counts, STANCES_AT + 2 * group).share);
  return [microF1, macroF1, precision, recall, ...stances];
}

/** Of counts: findings whose topic and stance are right, findings, and topics that are labelled. */
export function measureStatements(counts: Float64Array): {
  readonly right: number;
  readonly shown: number;
  readonly labelled: number;
} {
  const sum = (part: number) =>
    TOPIC_CODES.reduce((total, _, index) => total + counts[3 * index + part]!, 0);
  return { right: counts[STANCES_AT]!, shown: sum(1), labelled: sum(2) };
}

function countsByService(clauses: readonly ScoredClause[], thresholds: Thresholds): Float64Array[] {
  const services = Map.groupBy(clauses, ({ clause }) => clause.service);
  return Array.from(services.values(), (own) => countsOf(own, thresholds));
}

/** Measures each topic at the given thresholds. Nothing found or labelled counts as 0. */
export function measureTopics(
  clauses: readonly ScoredClause[],
  thresholds: Thresholds,
): TopicMeasure[] {
  const counts = countsOf(clauses, thresholds);
  const ends = bootstrap(countsByService(clauses, thresholds), (sums) =>
    TOPIC_CODES.flatMap((_, index) => topicRates(sums, index)),
  );
  return TOPIC_CODES.map((topic, index) => {
    const [precision, recall, f1] = topicRates(counts, index).map((value) => value || 0);
    const own = ends.slice(3 * index, 3 * index + 3);
    return {
      topic,
      support: counts[3 * index + 2]!,
      precision: precision!,
      recall: recall!,
      f1: f1!,
      intervals: { precision: own[0]!, recall: own[1]!, f1: own[2]! },
    };
  });
}

/** Measures a set of clauses at the given thresholds. The set must not be empty. */
export function measureClauses(
  clauses: readonly ScoredClause[],
  thresholds: Thresholds,
): ClauseMeasures {
  const groups = countsByService(clauses, thresholds);
  const counts = countsOf(clauses, thresholds);
  const [microF1, macroF1, precision, recall] = overall(counts);
  const ends = bootstrap(groups, overall);
  const stances = STANCE_GROUPS.map((name, group) => [name, share(counts, STANCES_AT + 2 * group)]);
  return {
    clauses: clauses.length,
    services: groups.length,
    microF1: microF1!,
    macroF1: macroF1!,
    precision: precision!,
    recall: recall!,
    intervals: {
      microF1: ends[0]!,
      macroF1: ends[1]!,
      precision: ends[2]!,
      recall: ends[3]!,
      stance: ends[4]!,
      stanceOfDenials: ends[5]!,
    },
    stances: Object.fromEntries(stances) as unknown as StanceMeasures,
  };
}
