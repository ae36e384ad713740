/** Bootstrap intervals: how far a measure may be off because of the companies that happened to be drawn. */

/** Ends of a 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Resamples for each interval. */
const SAMPLES = 1000;

/** Pseudo-random numbers in 0…1 (mulberry32, Tommy Ettinger, public domain): intervals must not vary. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * 95 % percentile intervals of some measures of counts. `groups` holds one vector of counts for each
 * service: clauses of one company resemble each other, so whole companies are drawn anew, with
 * replacement. `measures` gets the sums of what was drawn; draws for which a measure is `NaN` (a
 * topic that was not drawn) do not count for it. Without any draw that counts both ends are `NaN`.
 */
export function bootstrap(
  groups: readonly Float64Array[],
  measures: (sums: Float64Array) => readonly number[],
): Interval[] {
  const first = groups[0];
  if (first === undefined) return [];
  const random = seeded(1);
  const drawn: number[][] = measures(first).map(() => []);
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const sums = new Float64Array(first.length);
    for (let draw = 0; draw < groups.length; draw += 1) {
      const counts = groups[Math.floor(random() * groups.length)]!;
      for (let at = 0; at < sums.length; at += 1) sums[at]! += counts[at]!;
    }
    for (const [index, value] of measures(sums).entries()) {
      if (!Number.isNaN(value)) drawn[index]!.push(value);
    }
  }
  return drawn.map((values) => {
    const sorted = values.toSorted((one, other) => one - other);
    const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
    return { low: at(0.025), high: at(0.975) };
  });
}
