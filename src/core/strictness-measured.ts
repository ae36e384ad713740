/** What the steps of strictness give. Written by `npm run bench:clauses -- --write-card`; not by hand. */

/** Measures of each step on the validation clauses, and the model file that they were taken of. */
export interface MeasuredSteps {
  /** SHA-256 of the model file, hex. */
  readonly sha256: string;
  readonly clauses: number;
  /** `right` and `found` as in `StrictnessView`. */
  readonly steps: readonly {
    readonly step: number;
    readonly right: number;
    readonly found: number;
  }[];
}

/** The table of the model that was measured last. */
export const MEASURED: MeasuredSteps = {
  sha256: '6382cc44166c3f057d66c709ef3f743887ce5de2259a8f2c12c66d99ca59b3cd',
  clauses: 2375,
  steps: [
    { step: -2, right: 0.713, found: 0.91 },
    { step: -1, right: 0.816, found: 0.861 },
    { step: 0, right: 0.883, found: 0.811 },
    { step: 1, right: 0.931, found: 0.724 },
    { step: 2, right: 0.952, found: 0.624 },
  ],
};
