/** The seam between Clausemark and its classifier: clauses in, calibrated scores out. */
import type { ClauseInput } from '../clause.ts';
import type { ClauseScores, Thresholds } from '../reading.ts';
import type { TopicCode } from '../topics.ts';

/**
 * Why a model file cannot be used. `not-a-model`: it does not begin like one. `unsupported-version`:
 * written for another version of this code. `truncated`: its length is not the one it states.
 * `checksum`: its bytes have changed. `invalid-header`: it describes a model this code cannot run.
 */
export type ModelError =
  'not-a-model' | 'unsupported-version' | 'truncated' | 'checksum' | 'invalid-header';

/** How much one stretch of a clause speaks for a topic. Offsets are UTF-16 units into its `text`. */
export interface WordWeight {
  readonly start: number;
  readonly end: number;
  /** Logits by which the topic's calibrated probability falls when the word is left out; negative: it speaks against. */
  readonly weight: number;
}

/** A classifier ready to run. */
export interface ClauseModel {
  /** Name and date of the weights, as the file states them. */
  readonly version: string;
  /** The shipped thresholds, one for each topic. */
  readonly thresholds: Thresholds;
  /** Scores of each clause, in order. Topics below a probability of 0.05 are left out. */
  classify(clauses: readonly ClauseInput[]): ClauseScores[];
  /**
   * The contribution of each word of a clause to a topic, in text order, by leaving the word out and
   * scoring again. Costs one classification for each word.
   */
  explain(clause: ClauseInput, topic: TopicCode): WordWeight[];
}
