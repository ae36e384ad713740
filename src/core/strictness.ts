/**
 * How sure the model must be for a finding to be shown, as the reader chose it: five steps from "more, less
 * sure" to "fewer, surer". The rule: each step moves every topic's calibrated threshold by one logit, which
 * multiplies the odds that are asked for by 2.7. The middle step is the thresholds of the model file.
 */
import type { Thresholds } from './reading.ts';
import { MEASURED, type MeasuredSteps } from './strictness-measured.ts';
import { TOPIC_CODES, type TopicCode } from './topics.ts';

/** The steps, from most findings to surest. */
export const STRICTNESS_STEPS = [-2, -1, 0, 1, 2] as const;

/** One of {@link STRICTNESS_STEPS}. */
export type Strictness = (typeof STRICTNESS_STEPS)[number];

/** The thresholds as the model file has them. */
export const DEFAULT_STRICTNESS: Strictness = 0;

/** The step nearest to a number, such as a slider's. */
export function strictnessOf(value: number): Strictness {
  const within = Math.min(2, Math.max(-2, Math.round(value)));
  return STRICTNESS_STEPS.find((step) => step === within) ?? DEFAULT_STRICTNESS;
}

/** A probability moved by `shift` on the logit scale: 0.5 moved by 1 is 0.73, by -1 it is 0.27. */
export function moved(probability: number, shift: number): number {
  return 1 / (1 + ((1 - probability) / probability) * Math.exp(-shift));
}

/**
 * The thresholds of a step. Scores below 0.05 are not kept, so a threshold that a step moves below that
 * finds what a threshold of 0.05 would.
 */
export function thresholdsAt(shipped: Thresholds, step: Strictness): Thresholds {
  const entries = TOPIC_CODES.map((code) => [code, moved(shipped[code], step)] as const);
  return Object.fromEntries(entries) as Record<TopicCode, number>;
}

/** What a step gives, as far as it was measured. */
export interface StrictnessView {
  readonly step: Strictness;
  /**
   * Share of the statements shown whose topic and stance are both right, and share of all statements that
   * are shown and right, on labelled clauses of companies the model has not learnt from; 0…1. `null` when
   * another model than the one in use was measured.
   */
  readonly measured: { readonly right: number; readonly found: number } | null;
}

/** A step with what was measured of it, for the model whose file has the SHA-256 `sha256`. */
export function strictnessView(
  step: Strictness,
  sha256: string,
  table: MeasuredSteps = MEASURED,
): StrictnessView {
  const row = table.steps.find((one) => one.step === step);
  if (row === undefined || table.sha256 !== sha256) return { step, measured: null };
  return { step, measured: { right: row.right, found: row.found } };
}
