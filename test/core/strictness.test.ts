import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Thresholds } from '../../src/core/reading.ts';
import {
  DEFAULT_STRICTNESS,
  moved,
  STRICTNESS_STEPS,
  strictnessOf,
  strictnessView,
  thresholdsAt,
} from '../../src/core/strictness.ts';
import { MEASURED } from '../../src/core/strictness-measured.ts';
import { TOPIC_CODES } from '../../src/core/topics.ts';

const shipped = Object.fromEntries(
  TOPIC_CODES.map((code, index) => [code, 0.2 + 0.03 * index]),
) as Thresholds;

describe('a step of strictness', () => {
  it('asks for more, the surer it is, and for what the model file says in the middle', () => {
    for (const code of TOPIC_CODES) {
      const asked = STRICTNESS_STEPS.map((step) => thresholdsAt(shipped, step)[code]);
      expect(asked).toEqual(asked.toSorted((one, other) => one - other));
      expect(new Set(asked).size).toBe(STRICTNESS_STEPS.length);
      expect(thresholdsAt(shipped, DEFAULT_STRICTNESS)[code]).toBeCloseTo(shipped[code], 12);
    }
  });

  it('is one logit, whatever the threshold', () => {
    const logit = (p: number) => Math.log(p / (1 - p));
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (p) => {
        expect(logit(moved(p, 1)) - logit(p)).toBeCloseTo(1, 6);
        expect(moved(moved(p, 2), -2)).toBeCloseTo(p, 9);
      }),
    );
  });

  it('is found for any number that a slider may give', () => {
    expect([-9, -1.6, -0.2, 0.4, 1, 7].map(strictnessOf)).toEqual([-2, -2, 0, 0, 1, 2]);
    expect(strictnessOf(Number.NaN)).toBe(DEFAULT_STRICTNESS);
  });
});

describe('what is said of a step', () => {
  it('was measured of the model that ships: else run `npm run bench:clauses -- --write-card`', () => {
    const bytes = readFileSync('assets/model/clauses.bin');
    expect(MEASURED.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(MEASURED.steps.map(({ step }) => step)).toEqual([...STRICTNESS_STEPS]);
    const rights = MEASURED.steps.map(({ right }) => right);
    const founds = MEASURED.steps.map(({ found }) => found);
    expect(rights).toEqual(rights.toSorted((one, other) => one - other));
    expect(founds).toEqual(founds.toSorted((one, other) => other - one));
  });

  it('holds no number of another model', () => {
    const table = { sha256: 'a', clauses: 1, steps: [{ step: 1, right: 0.9, found: 0.5 }] };
    expect(strictnessView(1, 'a', table).measured).toEqual({ right: 0.9, found: 0.5 });
    expect(strictnessView(1, 'b', table)).toEqual({ step: 1, measured: null });
    expect(strictnessView(2, 'a', table).measured).toBeNull();
  });
});
