/** Checks the promise that every quote is the page's own text at its place. */
import type { LivePage } from './read.ts';

/** Clauses whose live Range was compared with the clause, and those that are equal. */
export interface RangeCheck {
  readonly checked: number;
  readonly equal: number;
}

/** Text without white space: a page may break lines where a quote has a space, or nothing. */
function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Ids of the clauses whose text is no longer where it was, or no longer the same. */
export function lostClauses(live: LivePage): ReadonlySet<string> {
  const lost = live.document.clauses.filter(({ id, text }) => {
    return bare(live.rangeOf(id)?.toString() ?? '') !== bare(text);
  });
  return new Set(lost.map(({ id }) => id));
}

/** Compares every clause with the text of its Range as it is now. */
export function checkRanges(live: LivePage): RangeCheck {
  const checked = live.document.clauses.length;
  return { checked, equal: checked - lostClauses(live).size };
}
