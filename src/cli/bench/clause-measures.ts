/** Measures of a classifier on labelled clauses: precision, recall, F1, stance, calibration. */
import type { ClauseScores, Thresholds } from '../../core/reading.ts';
import { stanceOf } from '../../core/reading.ts';
import { TOPIC_CODES, type Stance, type TopicCode } from '../../core/topics.ts';

/** A clause with its labels and the model's scores. */
export interface ScoredClause {
  readonly truth: ReadonlyMap<TopicCode, ReadonlySet<Stance>>;
  readonly scores: ClauseScores;
}

/** True positives, positives that were predicted, positives that are there. */
interface Counts {
  hits: number;
  predicted: number;
  real: number;
}

/** Precision, recall and F1 of one topic, with the 95 % bootstrap interval of F1 over clauses. */
export interface TopicMeasure {
  readonly topic: TopicCode;
  readonly support: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly low: number;
  readonly high: number;
}

/** Everything measured over a set of clauses. */
export interface ClauseMeasures {
  readonly clauses: number;
  readonly microF1: number;
  readonly macroF1: number;
  readonly precision: number;
  readonly recall: number;
  /** Share of right stances among topics rightly found; and among those that deny or limit. */
  readonly stance: number;
  readonly stanceOfDenials: number;
  /** Expected calibration error: 15 equal-width bins over all topic probabilities of at least 0.05. */
  readonly calibrationError: number;
}

const SAMPLES = 1000;

function f1({ hits, predicted, real }: Counts): number {
  return predicted + real === 0 ? 0 : (2 * hits) / (predicted + real);
}

function isFound(scores: ClauseScores, topic: TopicCode, thresholds: Thresholds): boolean {
  return (scores[topic]?.p ?? 0) >= thresholds[topic];
}

function countTopic(
  clauses: readonly ScoredClause[],
  topic: TopicCode,
  thresholds: Thresholds,
): Counts {
  const counts = { hits: 0, predicted: 0, real: 0 };
  for (const { truth, scores } of clauses) {
    const found = isFound(scores, topic, thresholds);
    const there = truth.has(topic);
    if (found) counts.predicted += 1;
    if (there) counts.real += 1;
    if (found && there) counts.hits += 1;
  }
  return counts;
}

/** Pseudo-random numbers in 0…1 (mulberry32, Tommy Ettinger, public domain): intervals must not vary. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

function interval(clauses: readonly ScoredClause[], topic: TopicCode, thresholds: Thresholds) {
  const random = seeded(1);
  const cells = clauses.map(({ truth, scores }) => {
    return { found: isFound(scores, topic, thresholds), there: truth.has(topic) };
  });
  const values = Array.from({ length: SAMPLES }, () => {
    const counts = { hits: 0, predicted: 0, real: 0 };
    for (let draw = 0; draw < cells.length; draw += 1) {
      const { found, there } = cells[Math.floor(random() * cells.length)]!;
      if (found) counts.predicted += 1;
      if (there) counts.real += 1;
      if (found && there) counts.hits += 1;
    }
    return f1(counts);
  }).toSorted((a, b) => a - b);
  return { low: values[Math.floor(SAMPLES * 0.025)]!, high: values[Math.floor(SAMPLES * 0.975)]! };
}

function stanceShares(clauses: readonly ScoredClause[], thresholds: Thresholds) {
  const all = { right: 0, total: 0 };
  const denials = { right: 0, total: 0 };
  for (const { truth, scores } of clauses) {
    for (const [topic, stances] of truth) {
      const score = scores[topic];
      if (!score || score.p < thresholds[topic]) continue;
      const right = stances.has(stanceOf(score)) ? 1 : 0;
      all.total += 1;
      all.right += right;
      if (stances.has('does')) continue;
      denials.total += 1;
      denials.right += right;
    }
  }
  return { stance: all.right / all.total, stanceOfDenials: denials.right / denials.total };
}

function calibrationError(clauses: readonly ScoredClause[]): number {
  const bins = Array.from({ length: 15 }, () => ({ n: 0, p: 0, there: 0 }));
  for (const { truth, scores } of clauses) {
    for (const topic of TOPIC_CODES) {
      const p = scores[topic]?.p;
      if (p === undefined) continue;
      const bin = bins[Math.min(14, Math.floor(p * 15))]!;
      bin.n += 1;
      bin.p += p;
      if (truth.has(topic)) bin.there += 1;
    }
  }
  const total = bins.reduce((sum, { n }) => sum + n, 0);
  return bins.reduce((sum, { p, there }) => sum + Math.abs(p - there), 0) / total;
}

/** Measures each topic at the given thresholds. */
export function measureTopics(
  clauses: readonly ScoredClause[],
  thresholds: Thresholds,
): TopicMeasure[] {
  return TOPIC_CODES.map((topic) => {
    const own = countTopic(clauses, topic, thresholds);
    return {
      topic,
      support: own.real,
      precision: own.predicted === 0 ? 0 : own.hits / own.predicted,
      recall: own.real === 0 ? 0 : own.hits / own.real,
      f1: f1(own),
      ...interval(clauses, topic, thresholds),
    };
  });
}

/** Measures a set of clauses at the given thresholds. */
export function measureClauses(
  clauses: readonly ScoredClause[],
  thresholds: Thresholds,
): ClauseMeasures {
  const counts = TOPIC_CODES.map((topic) => countTopic(clauses, topic, thresholds));
  const sum = counts.reduce((total, { hits, predicted, real }) => ({
    hits: total.hits + hits,
    predicted: total.predicted + predicted,
    real: total.real + real,
  }));
  return {
    clauses: clauses.length,
    microF1: f1(sum),
    macroF1: counts.reduce((total, own) => total + f1(own), 0) / counts.length,
    precision: sum.hits / sum.predicted,
    recall: sum.hits / sum.real,
    ...stanceShares(clauses, thresholds),
    calibrationError: calibrationError(clauses),
  };
}
