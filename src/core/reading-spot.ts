/** What stands where a reader is reading. */
import type { Clause } from './clause.ts';
import type { Placed, Span } from './minimap.ts';

/** What the reader has before the eyes. */
export interface ReadingSpot {
  /** Section path, outermost first; empty above the first heading. */
  readonly section: readonly string[];
  /** Findings of the clause that is being read; empty when no finding is near. */
  readonly findingIds: readonly string[];
}

/** A scrolled box: how far it is scrolled, how much of it is seen, how long it is; in one unit. */
export interface Scrolled {
  readonly top: number;
  readonly seen: number;
  readonly total: number;
}

/** Where in the window people look while scrolling down: a third from its top. */
const LOOK_AT = 1 / 3;

/**
 * The height at which the reader is taken to read, in the unit given, from the start of the text. A
 * third below the upper edge of what is seen; near the start and the end of the text it glides to the
 * edges, so that scrolling reaches every line.
 */
export function readingLine({ top, seen, total }: Scrolled): number {
  const above = LOOK_AT * seen;
  const below = seen - above;
  const way = total - seen;
  if (way <= 0) return top + above;
  if (way < seen) return (top / way) * total;
  const left = way - top;
  return top + Math.min(above, top) + (left < below ? below - left : 0);
}

/** A section of the text and where it starts. */
export interface SectionStart {
  readonly path: readonly string[];
  readonly start: number;
}

/**
 * What stands at `line`, among findings and sections in order of their places. Between two clauses it
 * is the upper one, as long as it can be seen within `view`.
 */
export function spotAt(
  line: number,
  view: Span,
  placed: readonly Placed[],
  sections: readonly SectionStart[],
): ReadingSpot {
  const section = sections[lastAtOrAbove(sections, line)]?.path ?? [];
  const last = placed[lastAtOrAbove(placed, line)];
  if (last === undefined || last.end < view.start) return { section, findingIds: [] };
  const same = placed.filter(({ start, end }) => start === last.start && end === last.end);
  return { section, findingIds: same.map(({ id }) => id) };
}

/** The first clause of every section, in document order. */
export function sectionStarts(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.filter(({ heading }, index) => heading !== clauses[index - 1]?.heading);
}

/** Whether two spots say the same. */
export function sameSpot(one: ReadingSpot, other: ReadingSpot): boolean {
  const text = ({ section, findingIds }: ReadingSpot) => [...section, '', ...findingIds].join('\n');
  return text(one) === text(other);
}

/** Index of the last whose start is not below `line`; -1 when there is none. */
function lastAtOrAbove(places: readonly { readonly start: number }[], line: number): number {
  let low = -1;
  let high = places.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (places[middle]!.start <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}
