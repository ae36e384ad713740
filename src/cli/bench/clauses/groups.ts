/** Cuts labelled clauses into groups that are measured apart. */
import type { Labelled, ScoredClause } from './labelled.ts';

/** Clauses with fewer words are "short". */
const SHORT = 8;

/** Collections with fewer clauses are put together: alone their numbers would say nothing. */
const SMALLEST = 100;

/** Some clauses under a name. */
export interface Group {
  readonly name: string;
  readonly clauses: readonly ScoredClause[];
}

const KIND_NAMES = { para: 'running text', item: 'list items', row: 'table rows' } as const;

function wordCount({ text }: Labelled): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** By kind of clause and by length. */
export function kindsOf(clauses: readonly ScoredClause[]): Group[] {
  const where = (name: string, keep: (clause: Labelled) => boolean): Group => {
    return { name, clauses: clauses.filter(({ clause }) => keep(clause)) };
  };
  return [
    ...(['para', 'item', 'row'] as const).map((kind) =>
      where(KIND_NAMES[kind], (clause) => clause.kind === kind),
    ),
    where(`fewer than ${SHORT} words, any kind`, (clause) => wordCount(clause) < SHORT),
    where('more than 60 words, any kind', (clause) => wordCount(clause) > 60),
  ].filter((group) => group.clauses.length > 0);
}

/** The collection that a document's path begins with: `ota-versions/contrib`, `tosback-versions`. */
export function collectionOf(source: string): string {
  const [first = '', second = ''] = source.split('/');
  return first === 'ota-versions' ? `${first}/${second}` : first;
}

/** By collection; the small ones together, last. */
export function collectionsOf(clauses: readonly ScoredClause[]): Group[] {
  const all = Map.groupBy(clauses, ({ clause }) => collectionOf(clause.source));
  const named = Array.from(all, ([name, own]) => ({ name, clauses: own }));
  const large = named.filter((group) => group.clauses.length >= SMALLEST);
  const rest = named.filter((group) => group.clauses.length < SMALLEST);
  const others = { name: 'smaller collections', clauses: rest.flatMap((group) => group.clauses) };
  const sorted = large.toSorted((one, other) => other.clauses.length - one.clauses.length);
  return others.clauses.length > 0 ? [...sorted, others] : sorted;
}

/** Last years of the spans that clauses are grouped into; dates before and behind are open. */
const SPANS = [2015, 2019, 2022];

function spanOf(year: number | undefined): string {
  if (year === undefined) return 'no date in the text';
  const at = SPANS.findIndex((last) => year <= last);
  if (at === 0) return `${SPANS[0]} and before`;
  return at < 0 ? `since ${SPANS.at(-1)! + 1}` : `${SPANS[at - 1]! + 1} – ${SPANS[at]}`;
}

/** By the year that each document states; none when no year is known. */
export function yearsOf(
  clauses: readonly ScoredClause[],
  years: ReadonlyMap<string, number>,
): Group[] {
  if (years.size === 0) return [];
  const spans = Map.groupBy(clauses, ({ clause }) => spanOf(years.get(clause.source)));
  const order = (name: string) => [...SPANS, 9999, undefined].map(spanOf).indexOf(name);
  return Array.from(spans, ([name, own]) => ({ name, clauses: own })).toSorted(
    (one, other) => order(one.name) - order(other.name),
  );
}
