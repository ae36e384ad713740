/** What readers say against the model: kept on their device, exported by them, sent to nobody. */
import type { ClauseInput } from '../clause.ts';
import type { Label } from '../topics.ts';

/** A clause with what the reader says it says: the shape of a labelled clause, and where it is from. */
export interface Correction extends ClauseInput {
  /** What the reader says; empty: none of the topics. */
  readonly labels: readonly Label[];
  /** What the model had said. */
  readonly was: readonly Label[];
  readonly modelVersion: string;
  /** Day of the correction, `YYYY-MM-DD`. */
  readonly date: string;
  /** Address of the page, without a fragment. */
  readonly url: string;
}

/** Corrections that are kept; the oldest go first. */
export const MAX_CORRECTIONS = 500;

/** Characters that all of them may have as text: a fraction of the 5 MB that browsers give an extension. */
export const MAX_CORRECTION_CHARS = 1_000_000;

/** An address without its fragment. */
export function pageOf(url: string): string {
  return url.split('#', 1)[0]!;
}

/** Whether two clauses are the same to a classifier. */
export function sameClause(one: ClauseInput, other: ClauseInput): boolean {
  return (
    one.text === other.text &&
    one.kind === other.kind &&
    one.heading === other.heading &&
    one.lead === other.lead &&
    one.prev === other.prev
  );
}

/** `list` with one more, in place of an earlier one of the same clause; `dropped` counts old ones that had to go. */
export function withCorrection<T extends Correction>(
  list: readonly T[],
  one: T,
): { readonly list: readonly T[]; readonly dropped: number } {
  const kept = [...withoutCorrection(list, one, one.url), one];
  const most = kept.slice(-MAX_CORRECTIONS);
  let chars = most.reduce((sum, each) => sum + JSON.stringify(each).length, 0);
  let from = 0;
  while (chars > MAX_CORRECTION_CHARS && from < most.length - 1) {
    chars -= JSON.stringify(most[from]).length;
    from += 1;
  }
  const bounded = most.slice(from);
  return { list: bounded, dropped: kept.length - bounded.length };
}

/** `list` without what was said of a clause of a page. */
export function withoutCorrection<T extends Correction>(
  list: readonly T[],
  clause: ClauseInput,
  url: string,
): readonly T[] {
  return list.filter((each) => each.url !== url || !sameClause(each, clause));
}

/** Corrections as JSON lines, oldest first, each in the shape of a labelled clause. */
export function correctionLines(list: readonly Correction[]): string {
  const line = ({
    text,
    heading,
    lead,
    prev,
    kind,
    labels,
    was,
    modelVersion,
    date,
    url,
  }: Correction) =>
    JSON.stringify({ text, heading, lead, prev, kind, labels, was, modelVersion, date, url });
  return list.map((one) => `${line(one)}\n`).join('');
}
