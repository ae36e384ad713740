/** How sure the model is, in words. */
import type { MessageKey } from './translate.ts';

/** Below this share the wording is "unsure", and the finding stands after the others. */
const UNSURE_BELOW = 0.6;

/** Lowest calibrated probability of each wording; below the last it is "unsure". */
const CONFIDENCE_WORDS: readonly (readonly [number, MessageKey])[] = [
  [0.95, 'confidence_very_sure'],
  [0.8, 'confidence_sure'],
  [UNSURE_BELOW, 'confidence_fairly_sure'],
];

/** A probability as it is shown, in whole percent: "95 %" must not be called two things. */
function shown(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

/** Whether a calibrated probability, 0…1, is called unsure. */
export function isUnsure(confidence: number): boolean {
  return shown(confidence) < UNSURE_BELOW;
}

/** The words for a calibrated probability, 0…1. */
export function confidenceKey(confidence: number): MessageKey {
  const value = shown(confidence);
  return CONFIDENCE_WORDS.find(([least]) => value >= least)?.[1] ?? 'confidence_unsure';
}
