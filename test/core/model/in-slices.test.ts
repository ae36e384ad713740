import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClauseInput } from '../../../src/core/clause.ts';
import { classifyInSlices, SLICE } from '../../../src/core/model/in-slices.ts';
import type { ClauseScores } from '../../../src/core/reading.ts';

const clauses = (count: number): ClauseInput[] =>
  Array.from({ length: count }, (_, index) => {
    return { kind: 'para', heading: '', lead: '', prev: '', text: String(index) };
  });

/** A model whose answer tells which clause it was given. */
const echo = {
  classify: (some: readonly ClauseInput[]): ClauseScores[] =>
    some.map(({ text }) => ({ TRK: { p: Number(text), does: 1, denies: 0, limits: 0 } })),
};

/** Classifies, stopping at the `last`-th breath; the numbers of the clauses that were answered. */
async function read(count: number, last = Infinity) {
  const stop = { aborted: last === 0 };
  let breaths = 0;
  const answered: number[] = [];
  let largest = 0;
  const breathe = async () => {
    breaths += 1;
    stop.aborted = breaths >= last;
  };
  for await (const slice of classifyInSlices(echo, clauses(count), { stop, breathe })) {
    answered.push(...slice.map(({ TRK }) => TRK!.p));
    largest = Math.max(largest, slice.length);
  }
  return { answered, breaths, largest };
}

test('answers every clause once, in order, with a breath between slices', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 4 * SLICE }), async (count) => {
      const { answered, breaths, largest } = await read(count);
      expect(answered).toEqual(Array.from({ length: count }, (_, index) => index));
      expect(breaths).toBe(Math.max(0, Math.ceil(count / SLICE) - 1));
      expect(largest).toBeLessThanOrEqual(SLICE);
    }),
  );
});

test('stops at the next breath once nobody wants the answer', async () => {
  expect((await read(10 * SLICE, 3)).answered).toHaveLength(3 * SLICE);
  expect((await read(SLICE, 0)).answered).toEqual([]);
});

test('a signal of the platform is a stop', async () => {
  const controller = new AbortController();
  controller.abort();
  const rules = { stop: controller.signal, breathe: () => Promise.resolve() };
  const slices = classifyInSlices(echo, clauses(3), rules);
  expect(await slices.next()).toMatchObject({ done: true });
});
