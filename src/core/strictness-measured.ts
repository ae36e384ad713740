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
  sha256: 'ea83a8780c769d9adde7372cde285f6de90db409ba27c0ff2dcfcf851a5b374a',
  clauses: 2375,
  steps: [
    { step: -2, right: 0.723, found: 0.913 },
    { step: -1, right: 0.818, found: 0.866 },
    { step: 0, right: 0.883, found: 0.813 },
    { step: 1, right: 0.926, found: 0.735 },
    { step: 2, right: 0.959, found: 0.637 },
  ],
};
