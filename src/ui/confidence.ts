/** How sure the model is, in words. */
import type { MessageKey } from './translate.ts';

/** Below this calibrated probability a finding is called unsure and stands after the others. */
export const UNSURE_BELOW = 0.6;

/** Lowest calibrated probability of each wording; below the last it is "unsure". */
const CONFIDENCE_WORDS: readonly (readonly [number, MessageKey])[] = [
  [0.95, 'confidence_very_sure'],
  [0.8, 'confidence_sure'],
  [UNSURE_BELOW, 'confidence_fairly_sure'],
];

/** The words for a calibrated probability, 0…1. */
export function confidenceKey(confidence: number): MessageKey {
  return CONFIDENCE_WORDS.find(([least]) => confidence >= least)?.[1] ?? 'confidence_unsure';
}
