/** What a kind of model has to offer; `read-model.ts` adds calibration, thresholds and explanations. */
import type { ClauseInput } from '../clause.ts';

/** Raw outputs for one clause. The arrays are reused by the next call. */
export interface Logits {
  /** 22 values, one for each topic. */
  readonly topics: Float64Array;
  /** 66 values: for each topic does, denies, limits. */
  readonly stances: Float64Array;
}

/** A network with its weights. */
export interface Network {
  score(clause: ClauseInput): Logits;
}
