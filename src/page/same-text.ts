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

/** Compares every clause with the text of its Range as it is now. */
export function checkRanges(live: LivePage): RangeCheck {
  const { clauses } = live.document;
  const equal = clauses.filter(({ id, text }) => {
    return bare(live.rangeOf(id)?.toString() ?? '') === bare(text);
  });
  return { checked: clauses.length, equal: equal.length };
}
