/** Classifies many clauses without holding its thread: a few at a time, until somebody says stop. */
import type { ClauseInput } from '../clause.ts';
import type { ClauseScores } from '../reading.ts';
import type { ClauseModel } from './model.ts';

/** Clauses between two breaths: about 20 ms of work at 3,000 clauses a second. */
export const SLICE = 64;

/** Tells whether anybody still wants the answer; an `AbortSignal` is one. */
export interface Stop {
  readonly aborted: boolean;
}

/** How slices are parted. */
export interface SliceRules {
  readonly stop: Stop;
  /** Lets everything else that waits for the thread run first; `stop` may change meanwhile. */
  readonly breathe: () => Promise<void>;
}

/**
 * Scores of the clauses, in order, slice by slice. Ends before its time once `stop.aborted` is true:
 * then fewer scores have come than there are clauses.
 */
export async function* classifyInSlices(
  model: Pick<ClauseModel, 'classify'>,
  clauses: readonly ClauseInput[],
  { stop, breathe }: SliceRules,
): AsyncGenerator<readonly ClauseScores[], void, undefined> {
  for (let start = 0; start < clauses.length; start += SLICE) {
    if (start > 0) await breathe();
    if (stop.aborted) return;
    yield model.classify(clauses.slice(start, start + SLICE));
  }
}
