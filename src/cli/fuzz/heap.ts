/** Whether the page code leaves anything behind, told from what a tab holds between mutants. */
import * as z from 'zod';

/** What a tab held after some mutants, when its document had been emptied and the collector had run. */
export const heldSchema = z.object({
  /** Number of the browser, and mutants that this tab had shown by then. */
  browser: z.number(),
  mutants: z.number(),
  /** Bytes of the script heap. */
  bytes: z.number(),
  nodes: z.number(),
  listeners: z.number(),
});

/** See above. */
export type Held = z.infer<typeof heldSchema>;

/**
 * Mutants before the first sample that counts: until then the engine compiles what it had not met (in one
 * document, 80 mutants of two pages over and over: +250 KiB, then level).
 */
const WARM_UP = 200;

/** What one tab held more at its end than after its warm-up. */
export interface Growth {
  readonly browser: number;
  readonly mutants: number;
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Growth of every tab that lived longer than its warm-up. */
export function growthOf(samples: readonly Held[]): Growth[] {
  const tabs = Map.groupBy(samples, ({ browser }) => browser);
  return [...tabs].flatMap(([browser, own]) => {
    const first = own.find(({ mutants }) => mutants >= WARM_UP);
    const last = own.at(-1);
    if (first === undefined || last === undefined || first === last) return [];
    return {
      browser,
      mutants: last.mutants - first.mutants,
      bytes: last.bytes - first.bytes,
      nodes: last.nodes - first.nodes,
      listeners: last.listeners - first.listeners,
    };
  });
}
