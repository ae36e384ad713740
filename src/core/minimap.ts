/** The map of a scrolled text: where its findings stand, gathered into what can be pointed at. */
import type { TopicCode, TopicGroup } from './topics.ts';

/** A stretch of the scrolled text, as shares of its height, 0…1. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something that was measured, by its id. */
export interface Placed extends Span {
  readonly id: string;
}

/** One finding on the map. */
export interface MapMark {
  readonly findingId: string;
  readonly clauseId: string;
  readonly topic: TopicCode;
  readonly group: TopicGroup;
  /** Where it starts, 0…1. */
  readonly at: number;
}

/** The marks of one stretch of the map, in order of their places, and the stretch itself, CSS px. */
export interface Bucket {
  readonly top: number;
  readonly height: number;
  readonly marks: readonly MapMark[];
}

/** Least height of what is pointed at, CSS px: WCAG 2.2, success criterion 2.5.8. */
export const LEAST_TARGET = 24;

/**
 * Gathers marks on a map of `length` CSS px. The map is cut into equal stretches of at least
 * {@link LEAST_TARGET}, so that targets neither overlap nor move when marks are added; empty ones are
 * left out.
 */
export function bucketsOf(marks: readonly MapMark[], length: number): readonly Bucket[] {
  const count = Math.max(1, Math.floor(length / LEAST_TARGET));
  const height = length / count;
  const cells = Map.groupBy(marks, ({ at }) => Math.min(count - 1, Math.floor(at * count)));
  return [...cells]
    .toSorted(([a], [b]) => a - b)
    .map(([cell, own]) => ({
      top: cell * height,
      height,
      marks: own.toSorted((a, b) => a.at - b.at),
    }));
}

/**
 * The mark that pointing at a bucket leads to: its first, or, when one of its findings is active, the
 * first of the next clause, and after the last the first again.
 */
export function nextIn({ marks }: Bucket, activeId: string | null): MapMark {
  const active = marks.find(({ findingId }) => findingId === activeId)?.clauseId;
  const last = marks.findLastIndex(({ clauseId }) => clauseId === active);
  return marks[last + 1] ?? marks[0]!;
}

/** How many different clauses a bucket's marks stand for. */
export function clausesIn({ marks }: Bucket): number {
  return new Set(marks.map(({ clauseId }) => clauseId)).size;
}
