/** Compares our clauses of a page with those of the labelled data for the same document. */
import type { Clause } from '../../core/clause.ts';
import { clauseInput } from '../../core/text/clause-input.ts';
import { lettersOf } from './gold.ts';

/** A line of a document in `policies.jsonl.xz`. */
export interface LabelledLine {
  readonly kind: 'heading' | 'para' | 'item' | 'row';
  readonly heading: string;
  readonly lead: string;
  readonly text: string;
}

/** Counts of one document. Only clauses whose words stand in the text we read are counted. */
export interface Tally {
  readonly clauses: number;
  /** Equal, white space aside. */
  readonly equal: number;
  /** Equal in letters and digits: other quotation marks, escapes or numbers. */
  readonly alike: number;
  /** That we read as a heading, since the page shows it as one. */
  readonly headings: number;
  /** Cut elsewhere. */
  readonly otherwise: number;
  /** Of those equal or alike: with the same kind, innermost heading and lead-in. */
  readonly sameKind: number;
  readonly sameHeading: number;
  readonly sameLead: number;
  /** Headings of the document that stand in the text we read, and those of them in section paths. */
  readonly headingsRead: number;
  readonly headingsFound: number;
}

const plain = (text: string): string => text.replaceAll('\\', '').replace(/\s+/gu, ' ').trim();
const innermost = (path: string): string => lettersOf(path.split(' > ').at(-1) ?? '');

/** Compares `clauses`, read from a page with the text `text`, with the labelled `lines`. */
export function compareCutting(
  text: string,
  clauses: readonly Clause[],
  lines: readonly LabelledLine[],
): Tally {
  const read = lettersOf(text);
  const ownLines = new Set(text.split('\n').map(lettersOf));
  const own = clauses.map((clause) => ({ ...clauseInput(clause) }));
  const exact = new Set(own.map((clause) => plain(clause.text)));
  const byLetters = Map.groupBy(own, (clause) => lettersOf(clause.text));
  const tally = { clauses: 0, equal: 0, alike: 0, headings: 0, otherwise: 0 };
  const context = { sameKind: 0, sameHeading: 0, sameLead: 0 };
  const paths = new Set(own.flatMap(({ heading }) => heading.split(' > ').map(lettersOf)));
  const heads = { headingsRead: 0, headingsFound: 0 };
  for (const line of lines) {
    const letters = lettersOf(line.text);
    const found = byLetters.get(letters);
    if (letters.length < 4) continue;
    if (line.kind === 'heading') {
      // A heading with nothing under it heads nothing, and stands in no path.
      if (ownLines.has(letters)) heads.headingsRead += 1;
      if (ownLines.has(letters) && paths.has(letters)) heads.headingsFound += 1;
      continue;
    }
    if (found === undefined && !read.includes(letters)) continue;
    tally.clauses += 1;
    if (exact.has(plain(line.text))) tally.equal += 1;
    else if (found !== undefined) tally.alike += 1;
    else if (ownLines.has(letters)) tally.headings += 1;
    else tally.otherwise += 1;
    if (found === undefined) continue;
    if (found.some(({ kind }) => kind === line.kind)) context.sameKind += 1;
    if (found.some(({ heading }) => innermost(heading) === innermost(line.heading))) {
      context.sameHeading += 1;
    }
    const lead = lettersOf(line.lead).slice(-60);
    if (found.some((one) => lettersOf(one.lead).slice(-60) === lead)) context.sameLead += 1;
  }
  return { ...tally, ...context, ...heads };
}

/** Sums of all tallies, and the shares they make. */
export function shareOf(tallies: readonly Tally[]): Record<string, number> {
  const sum = (key: keyof Tally): number => tallies.reduce((total, one) => total + one[key], 0);
  const clauses = sum('clauses');
  const matched = sum('equal') + sum('alike');
  return {
    documents: tallies.filter((tally) => tally.clauses > 0).length,
    clauses,
    equal: sum('equal') / clauses,
    alike: sum('alike') / clauses,
    readAsHeading: sum('headings') / clauses,
    cutElsewhere: sum('otherwise') / clauses,
    sameKind: sum('sameKind') / matched,
    sameHeading: sum('sameHeading') / matched,
    sameLead: sum('sameLead') / matched,
    headingsRead: sum('headingsRead'),
    headingRecall: sum('headingsFound') / sum('headingsRead'),
  };
}
