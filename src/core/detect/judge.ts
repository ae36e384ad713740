/**
 * Judges from a page's signals whether it is a policy. The detector script, which runs on every page in
 * watch mode, holds this and no more; `detect.ts` adds the kind, the confidence and the reasons.
 */
import { featuresOf, strengthOfName } from './features.ts';
import { readName } from './phrases.ts';
import { SECTION_WORDS } from './signals.ts';
import type { PageSignals, PartSignals } from './signals.ts';
import { INTERCEPT, WEIGHTS } from './weights.ts';

/** Log-odds that a part is a policy. */
export function scoreOf(part: PartSignals): number {
  return featuresOf(part).reduce((sum, value, index) => sum + value * WEIGHTS[index]!, INTERCEPT);
}

/**
 * Whether a part can make the page a policy. A section must be as long as a policy and speak of more than
 * one side of the matter (terms of service have long sections on what their users upload), unless the page
 * has the title of a policy: then what surrounds it is the site's other matter.
 */
export function isEligible(part: PartSignals, page: PartSignals): boolean {
  const { words, counts } = part;
  if (part.place !== 'section') return true;
  if (words >= SECTION_WORDS && counts.rights + counts.cookie > 2) return true;
  return strengthOfName(readName(page.title)) === 1;
}

/** The part of a page that is likeliest to be a policy, with its log-odds. */
export interface LikeliestPart {
  readonly part: PartSignals;
  readonly score: number;
}

/** The likeliest part of a page, `null` when none was measured. */
export function likeliestPart(signals: PageSignals): LikeliestPart | null {
  let best: LikeliestPart | null = null;
  for (const part of signals.parts) {
    const score = scoreOf(part);
    if (score > (best?.score ?? -Infinity) && isEligible(part, signals.parts[0]!)) {
      best = { part, score };
    }
  }
  return best;
}

/** Whether a page is a privacy or cookie policy. Agrees with `detect`. */
export function isPolicy(signals: PageSignals): boolean {
  return (likeliestPart(signals)?.score ?? -1) > 0;
}
