/** What is done to a page: drawn from its id and a seed alone, so that every mutant can be had again. */
import { crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { MUTATIONS } from './mutations.ts';

/** One change. `at`, `to`: where, as shares of all elements; `pick`: which of its variants. */
export interface Step {
  readonly kind: string;
  readonly at: number;
  readonly to: number;
  readonly pick: number;
}

/** A page with a seed. */
export interface Mutant {
  readonly id: string;
  readonly seed: number;
}

/** Not `fc.double`: it draws from all doubles, and most of those are next to 0. */
const share = fc.nat(2 ** 30 - 1).map((n) => n / 2 ** 30);

const PLAN: fc.Arbitrary<Step[]> = fc.noBias(
  fc.array(
    fc.record({
      kind: fc.constantFrom(...Object.keys(MUTATIONS)),
      at: share,
      to: share,
      pick: fc.nat(1_000_000),
    }),
    { minLength: 1, maxLength: 8 },
  ),
);

/** The changes that make a mutant: one to eight. */
export function planOf({ id, seed }: Mutant): readonly Step[] {
  return fc.sample(PLAN, { seed: crc32(`${id}:${seed}`), numRuns: 1 })[0]!;
}

/** Longest mutant, UTF-16 units; a change that makes more of it is left out. The longest saved page has 1.8 million. */
const MAX_LENGTH = 2_500_000;

/** `html` with the changes of `plan` made one after the other. */
export function mutate(html: string, plan: readonly Step[]): string {
  return plan.reduce((text, step) => {
    const changed = MUTATIONS[step.kind]!(text, step);
    return changed.length > MAX_LENGTH ? text : changed;
  }, html);
}

/** `ID:SEED`, as the command line takes it; `null` when it is none. */
export function parseMutant(text: string): Mutant | null {
  const match = /^(.+):(\d+)$/.exec(text);
  return match === null ? null : { id: match[1]!, seed: Number(match[2]) };
}
