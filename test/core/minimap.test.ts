import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketsOf,
  clausesIn,
  LEAST_TARGET,
  nextIn,
  type MapMark,
} from '../../src/core/minimap.ts';

const mark = (findingId: string, at: number, clauseId = findingId): MapMark => ({
  findingId,
  clauseId,
  topic: 'TRK',
  group: 'tracking',
  at,
});

describe('buckets', () => {
  it('hold every mark once, in order, and are large enough, and apart', () => {
    const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 3000 }), (starts, length) => {
        const marks = starts.map((at, index) => mark(`f${index}`, at));
        const buckets = bucketsOf(marks, length);
        const ids = buckets.flatMap((bucket) => bucket.marks.map(({ findingId }) => findingId));
        expect(ids.toSorted()).toEqual(marks.map(({ findingId }) => findingId).toSorted());
        const all = buckets.flatMap((bucket) => bucket.marks.map(({ at }) => at));
        expect(all).toEqual(all.toSorted((a, b) => a - b));
        for (const [index, { top, height }] of buckets.entries()) {
          expect(height).toBeGreaterThanOrEqual(Math.min(length, LEAST_TARGET));
          expect(top + height).toBeLessThanOrEqual((buckets[index + 1]?.top ?? length) + 1e-6);
        }
      }),
    );
  });

  it('stay where they are when marks are added', () => {
    const before = bucketsOf([mark('a', 0.5)], 800);
    const after = bucketsOf([mark('b', 0.47), mark('a', 0.5), mark('c', 0.9)], 800);
    expect(after.find(({ marks }) => marks.some(({ findingId }) => findingId === 'a'))).toEqual(
      before[0],
    );
  });

  it('lead to one clause after the other, and then to the first again', () => {
    const marks = [mark('c1-TRK', 0, 'c1'), mark('c1-ADS', 0, 'c1'), mark('c2-TRK', 0.01, 'c2')];
    const bucket = bucketsOf(marks, 100)[0]!;
    expect(clausesIn(bucket)).toBe(2);
    const steps = ['elsewhere', 'c1-TRK', 'c1-ADS', 'c2-TRK'].map(
      (active) => nextIn(bucket, active).findingId,
    );
    expect(steps).toEqual(['c1-TRK', 'c2-TRK', 'c2-TRK', 'c1-TRK']);
    expect(nextIn(bucket, null).findingId).toBe('c1-TRK');
  });
});
