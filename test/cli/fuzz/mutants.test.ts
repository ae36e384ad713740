import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutantAt } from '../../../src/cli/fuzz/campaign.ts';
import { growthOf } from '../../../src/cli/fuzz/heap.ts';
import { partsOf } from '../../../src/cli/fuzz/markup.ts';
import { MUTATIONS } from '../../../src/cli/fuzz/mutations.ts';
import { mutate, parseMutant, planOf } from '../../../src/cli/fuzz/plan.ts';

const PAGE = `<!doctype html><title>Privacy</title><main class="text"><h1>Privacy</h1>
<p>We keep <b>your name</b>.<p>We sell nothing.<br><ul><li>One</li><li>Two</li></ul>
<script>if (a < b) "</p>"</script></main>`;

describe('the parts of a page', () => {
  it('are its elements, each with what it holds', () => {
    const parts = partsOf(PAGE);
    const of = (name: string) => parts.find((part) => part.name === name)!;
    expect(parts.map(({ name }) => name)).toEqual(
      'title main h1 p b p br ul li li script'.split(' '),
    );
    const bold = of('b');
    expect(PAGE.slice(bold.start, bold.end)).toBe('<b>your name</b>');
    expect(PAGE.slice(bold.inner, bold.close)).toBe('your name');
    expect(parts[bold.parent]?.name).toBe('p');
    // Never closed: it ends where the element around it does.
    expect(of('p').end).toBe(of('main').close);
    expect(of('script').parent).toBe(5);
  });

  it('of any text lie within each other', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '/', 'p', 'br', ' ', '"', '!--', 'script') }),
        (text) => {
          for (const { start, inner, close, end } of partsOf(text)) {
            expect(start < inner && inner <= close && close <= end && end <= text.length).toBe(
              true,
            );
          }
        },
      ),
    );
  });
});

describe('a mutant', () => {
  it('is the same for the same page and seed, and another one for another', () => {
    const all = Array.from({ length: 15 }, (_, seed) => mutate(PAGE, planOf({ id: 'a', seed })));
    const again = Array.from({ length: 15 }, (_, seed) => mutate(PAGE, planOf({ id: 'a', seed })));
    expect(again).toEqual(all);
    expect(new Set(all).size).toBeGreaterThan(12);
    expect(mutate(PAGE, planOf({ id: 'b', seed: 0 }))).not.toBe(all[0]);
  });

  it('is made by mutations that each change a page, and none throws on any text', () => {
    for (const [name, mutation] of Object.entries(MUTATIONS)) {
      const places = Array.from({ length: 200 }, (_, n) => ({
        at: n / 200,
        to: 1 - (n + 1) / 200,
        pick: n * 7919,
      }));
      const results = places.map((place) => mutation(PAGE, { kind: name, ...place }));
      expect(
        results.some((result) => result !== PAGE),
        name,
      ).toBe(true);
      expect(() => mutation('', { kind: name, at: 0.5, to: 0.5, pick: 3 }), name).not.toThrow();
    }
  });

  it('is named by page and seed', () => {
    expect(parseMutant('two-columns:17')).toEqual({ id: 'two-columns', seed: 17 });
    expect(parseMutant('two-columns')).toBeNull();
  });

  it('comes in turn with those of other pages, and never twice', () => {
    const ids = ['a', 'b', 'c'];
    const names = Array.from({ length: 60 }, (_, index) => mutantAt(ids, index)).map(
      ({ id, seed }) => `${id}:${seed}`,
    );
    expect(new Set(names).size).toBe(60);
    expect(names.slice(0, 5)).toEqual(['a:0', 'a:1', 'a:2', 'a:3', 'b:0']);
  });
});

describe('growth of the heap', () => {
  it('is told for each tab, from the end of its warm-up to its last sample', () => {
    const sample = (browser: number, mutants: number, bytes: number) => {
      return { browser, mutants, bytes, nodes: 8, listeners: 0 };
    };
    const samples = [sample(1, 24, 1), sample(1, 216, 500), sample(1, 1200, 700), sample(2, 24, 9)];
    expect(growthOf(samples)).toEqual([
      { browser: 1, mutants: 984, bytes: 200, nodes: 0, listeners: 0 },
    ]);
  });
});
