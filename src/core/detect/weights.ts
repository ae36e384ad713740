/**
 * Weights of the page detector, in the order of `FEATURES`: the score of a part is the intercept plus the
 * sum of weight times feature, in natural log-odds. Fitted by `training/detect/fit.py`; how, and how they
 * do, is in `docs/measurements-detection.md`.
 */

/** Log-odds for each unit of a feature. */
export const WEIGHTS: readonly number[] = [
  1.179, 0.174, 1.943, 1.923, -0.804, 0.444, 0.797, 0.224, 0.125, -0.5, -0.201, -0.422, 0.443,
];

/** Log-odds of a part whose features are all zero. */
export const INTERCEPT = -7.057;
