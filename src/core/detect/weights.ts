/**
 * Weights of the page detector, in the order of `FEATURES`: the score of a part is the intercept plus the
 * sum of weight times feature, in natural log-odds. Fitted by `training/detect/fit.py`; how, and how they
 * do, is in `docs/measurements-detection.md`.
 */

/** Log-odds for each unit of a feature. */
export const WEIGHTS: readonly number[] = [
  3.602, 0.613, 5.272, 4.681, -2.897, 1.06, 1.879, 0.442, 0.375, -1.185, -0.605, -0.92, 1.017,
];

/** Log-odds of a part whose features are all zero. */
export const INTERCEPT = -19.676;
