import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clause } from '../../src/core/clause.ts';
import { readingLine, sameSpot, sectionStarts, spotAt } from '../../src/core/reading-spot.ts';

describe('the reading line', () => {
  it('is within what is seen, moves with the text, and reaches both ends of it', () => {
    const heights = fc.record({
      seen: fc.integer({ min: 1, max: 2000 }),
      more: fc.integer({ min: 1, max: 50_000 }),
    });
    fc.assert(
      fc.property(heights, ({ seen, more }) => {
        const total = seen + more;
        const line = (share: number) => readingLine({ top: share * more, seen, total });
        expect(line(0)).toBeCloseTo(0, 6);
        expect(line(1)).toBeCloseTo(total, 6);
        for (let step = 0; step < 20; step += 1) {
          const [here, next] = [line(step / 20), line((step + 1) / 20)];
          expect(next).toBeGreaterThan(here);
          expect(here).toBeGreaterThanOrEqual((step / 20) * more - 1e-6);
          expect(here).toBeLessThanOrEqual((step / 20) * more + seen + 1e-6);
        }
      }),
    );
  });

  it('is a third down in the middle of a long text, and in one that need not be scrolled', () => {
    expect(readingLine({ top: 5000, seen: 900, total: 20_000 })).toBe(5300);
    expect(readingLine({ top: 0, seen: 900, total: 600 })).toBe(300);
  });
});

describe('the spot', () => {
  const placed = [
    { id: 'c1-TRK', start: 0.2, end: 0.22 },
    { id: 'c1-ADS', start: 0.2, end: 0.22 },
    { id: 'c2-SHR', start: 0.5, end: 0.55 },
  ];
  const sections = [
    { path: ['Cookies'], start: 0.15 },
    { path: ['Sharing', 'Partners'], start: 0.4 },
  ];
  const at = (line: number) =>
    spotAt(line, { start: line - 0.05, end: line + 0.1 }, placed, sections);

  it('is the clause at the line with all its findings, and its section', () => {
    expect(at(0.21)).toEqual({ section: ['Cookies'], findingIds: ['c1-TRK', 'c1-ADS'] });
    expect(at(0.5)).toEqual({ section: ['Sharing', 'Partners'], findingIds: ['c2-SHR'] });
  });

  it('is the clause above as long as it is seen', () => {
    expect(at(0.26).findingIds).toEqual(['c1-TRK', 'c1-ADS']);
    expect(at(0.3)).toEqual({ section: ['Cookies'], findingIds: [] });
    expect(at(0.1)).toEqual({ section: [], findingIds: [] });
  });

  it('is told from another by section and findings', () => {
    expect(sameSpot(at(0.21), at(0.22))).toBe(true);
    expect(sameSpot(at(0.26), at(0.3))).toBe(false);
    expect(sameSpot({ section: ['a'], findingIds: [] }, { section: [], findingIds: ['a'] })).toBe(
      false,
    );
  });
});

describe('sections', () => {
  it('start at the first clause of each heading', () => {
    const clauses = ['', 'A', 'A', 'A > B', 'A'].map(
      (heading, index) => ({ id: `c${index}`, heading }) as Clause,
    );
    expect(sectionStarts(clauses).map(({ id }) => id)).toEqual(['c0', 'c1', 'c3', 'c4']);
  });
});
