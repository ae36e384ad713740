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
  sha256: '0d410e3989143c62188def6f3619ffc8a474ba07d284adb0b114426f1b540449',
  clauses: 2375,
  steps: [
    { step: -2, right: 0.713, found: 0.889 },
    { step: -1, right: 0.82, found: 0.836 },
    { step: 0, right: 0.88, found: 0.76 },
    { step: 1, right: 0.929, found: 0.668 },
    { step: 2, right: 0.952, found: 0.57 },
  ],
};
