/** Do probabilities keep their promise? Reliability in bins, and the expected calibration error. */
import { stanceOf } from '../../../core/reading.ts';
import { TOPIC_CODES } from '../../../core/topics.ts';
import type { ScoredClause } from './labelled.ts';

/** Bins of equal width between 0 and 1. */
const BINS = 15;

/** Probabilities that fall into one bin: how many, what they say on average, how often it is so. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** `NaN` in an empty bin, both. */
  readonly said: number;
  readonly true: number;
}

/** Bins and the mean gap between what is said and what is so, weighted by how often it is said. */
export interface Calibration {
  readonly count: number;
  readonly error: number;
  readonly bins: readonly ReliabilityBin[];
}

/** A probability and whether what it forecasts is so. */
interface Forecast {
  readonly p: number;
  readonly kept: boolean;
}

function calibrationOf(forecasts: readonly Forecast[]): Calibration {
  const sums = Array.from({ length: BINS }, () => ({ count: 0, p: 0, kept: 0 }));
  for (const { p, kept } of forecasts) {
    const bin = sums[Math.min(BINS - 1, Math.floor(p * BINS))]!;
    bin.count += 1;
    bin.p += p;
    if (kept) bin.kept += 1;
  }
  const gaps = sums.reduce((sum, { p, kept }) => sum + Math.abs(p - kept), 0);
  return {
    count: forecasts.length,
    error: gaps / forecasts.length,
    bins: sums.map(({ count, p, kept }, index) => {
      const [from, to] = [index / BINS, (index + 1) / BINS];
      return { from, to, count, said: p / count, true: kept / count };
    }),
  };
}

/** Of the probabilities of topics, as far as the model gives them: from its floor of 0.05 on. */
export function topicCalibration(clauses: readonly ScoredClause[]): Calibration {
  const forecasts = clauses.flatMap(({ truth, scores }) =>
    TOPIC_CODES.flatMap((topic) => {
      const score = scores[topic];
      return score ? [{ p: score.p, kept: truth.has(topic) }] : [];
    }),
  );
  return calibrationOf(forecasts);
}

/** Of the share of the likeliest stance, where the topic is labelled and given by the model. */
export function stanceCalibration(clauses: readonly ScoredClause[]): Calibration {
  const forecasts = clauses.flatMap(({ truth, scores }) =>
    Array.from(truth, ([topic, stances]) => {
      const score = scores[topic];
      if (!score) return [];
      const stance = stanceOf(score);
      return [{ p: score[stance], kept: stances.has(stance) }];
    }).flat(),
  );
  return calibrationOf(forecasts);
}
