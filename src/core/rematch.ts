/** Finds the clauses of an earlier reading again in a later one of the same page. */
import type { Clause } from './clause.ts';

/**
 * Id of an earlier clause → id of the clause with the same text in the later reading. Where a text
 * stands several times, the first is taken for the first, the second for the second, and so on.
 * Clauses that are gone have no entry.
 */
export function rematch(
  earlier: readonly Pick<Clause, 'id' | 'text'>[],
  later: readonly Pick<Clause, 'id' | 'text'>[],
): ReadonlyMap<string, string> {
  const places = Map.groupBy(later, ({ text }) => text);
  const taken = new Map<string, number>();
  const found = new Map<string, string>();
  for (const { id, text } of earlier) {
    const nth = taken.get(text) ?? 0;
    const match = places.get(text)?.[nth];
    if (!match) continue;
    taken.set(text, nth + 1);
    found.set(id, match.id);
  }
  return found;
}
