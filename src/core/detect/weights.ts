/**
 * Weights of the page detector: the score of a part is the intercept plus the sum of weight times feature
 * (see `features.ts`), in natural log-odds. Fitted by `training/detect/fit.py`; how they were fitted and
 * how they do is in `docs/measurements-detection.md`.
 */
import type { Feature } from './features.ts';

/** Log-odds for each unit of a feature. */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
  share: 1.065,
  dataWords: 0.193,
  runWords: 0.239,
  personal: 0.356,
  practice: 0.847,
  cookie: 0.0,
  rights: 0.105,
  terms: -0.341,
  contract: -0.218,
  outside: -0.382,
  naming: 0.176,
  voice: 0.477,
  named: 1.208,
  another: -0.749,
  headings: 2.388,
  linkedHeadings: -3.886,
  controls: -0.603,
};

/** Log-odds of a part whose features are all zero. */
export const INTERCEPT = -6.357;
