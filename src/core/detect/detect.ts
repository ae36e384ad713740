/** Decides from a page's signals whether it is a privacy policy, a cookie policy or something else. */
import type { Detection, DocumentKind } from '../detection.ts';
import { FEATURES, featuresOf } from './features.ts';
import type { FeatureValues } from './features.ts';
import { readName } from './phrases.ts';
import { reasonsAgainst, reasonsFor } from './reasons.ts';
import { SECTION_WORDS } from './signals.ts';
import type { PageSignals, PartSignals } from './signals.ts';
import { INTERCEPT, WEIGHTS } from './weights.ts';

/** Confidence in "other" of a page that never came to be measured. */
const UNRELATED_CONFIDENCE = 0.99;

/** A part with its features and its log-odds of being a policy. */
export interface JudgedPart {
  readonly part: PartSignals;
  readonly values: FeatureValues;
  readonly score: number;
}

/** Judges every part that can be a policy, likeliest first. A section shorter than a policy cannot. */
export function judgeParts(signals: PageSignals): JudgedPart[] {
  return signals.parts
    .filter((part) => part.place !== 'section' || part.words >= SECTION_WORDS)
    .map((part) => {
      const values = featuresOf(part);
      const score = FEATURES.reduce((sum, name) => sum + WEIGHTS[name] * values[name], INTERCEPT);
      return { part, values, score };
    })
    .toSorted((one, other) => other.score - one.score);
}

/** Kind of the page with confidence and reasons. A pure function of the signals. */
export function detect(signals: PageSignals): Detection {
  const best = judgeParts(signals)[0];
  if (best === undefined) {
    const reason =
      signals.stage === 'empty'
        ? 'the page holds hardly any text'
        : 'the text hardly speaks of personal data or cookies';
    return { kind: 'other', confidence: UNRELATED_CONFIDENCE, reasons: [reason] };
  }
  const probability = 1 / (1 + Math.exp(-best.score));
  if (probability < 0.5) {
    return { kind: 'other', confidence: 1 - probability, reasons: reasonsAgainst(best) };
  }
  const kind = kindOf(best.part);
  return { kind, confidence: probability, reasons: reasonsFor(best, kind) };
}

/**
 * A policy is about cookies when it names them far more often than personal data; a name that says only
 * one of the two moves the line.
 */
function kindOf(part: PartSignals): DocumentKind {
  const { cookie, personal } = part.counts;
  const names = [part.title, ...part.headings.slice(0, 2)].map(readName);
  const named =
    Number(names.some((name) => name.cookie)) - Number(names.some((name) => name.privacy));
  return Math.log((cookie + 1) / (personal + 1)) + named > 1.2 ? 'cookie' : 'privacy';
}
