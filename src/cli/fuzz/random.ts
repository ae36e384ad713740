/** Numbers that a seed decides, for code that runs in the page. */

/** A source of them. */
export interface Random {
  /** An integer from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** One of `all`; `undefined` when it is empty. */
  one<T>(all: readonly T[]): T | undefined;
}

/** A source that repeats itself for the same seed (the 32-bit xorshift of Marsaglia 2003). */
export function randomOf(seed: number): Random {
  let state = (seed * 2_654_435_761 + 1) | 0 || 1;
  const below = (limit: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  return { below, one: (all) => (all.length === 0 ? undefined : all[below(all.length)]) };
}
