/**
 * Reads a page: its text cut into clauses, each with its place in the live document. The page is
 * looked at, never changed.
 */
import type { PageDocument } from '../core/clause.ts';
import { isStanding, rangeIn } from './anchor.ts';
import { reanchored } from './reanchor.ts';
import { takeReading } from './reading.ts';
import type { Anchor, ReadOptions } from './reading.ts';

export type { ReadOptions } from './reading.ts';

/** What became of the clauses when the page had changed. */
export interface Reanchoring {
  /** Clauses whose text stands in other nodes now. */
  readonly moved: readonly string[];
  /** Clauses whose text is gone: their ranges are `null`. */
  readonly lost: readonly string[];
}

/** A read page: plain data, and the ways from it back to the live document. */
export interface LivePage {
  readonly document: PageDocument;
  /** The clause's range in the live document; `null` when its text is no longer there. */
  rangeOf(clauseId: string): Range | null;
  /** The element around the clause, or `null` when its text is no longer there. */
  blockOf(clauseId: string): Element | null;
  /** The element of a skipped part ({@link PageDocument.coverage}), or `null` for an unknown id. */
  skippedElement(partId: string): Element | null;
  /** Ranges of everything that was read, one a block, in order. */
  readRanges(): Range[];
  /**
   * Finds clauses again whose text nodes the page has replaced. Searching for changed text stops after
   * `budget` milliseconds; another call goes on.
   */
  reanchor(budget?: number): Reanchoring;
}

/** Time for searching changed text, in milliseconds: a pause that is not felt. */
const SEARCH_BUDGET = 50;

/** Reads `document` as it stands now. An empty document gives a page without clauses. */
export function readPage(document: Document, options: ReadOptions = {}): LivePage {
  const reading = takeReading(document, options);
  const { clauses } = reading.document;
  const anchors = new Map<string, Anchor | null>(
    clauses.map((clause, index) => [clause.id, reading.anchors[index]!]),
  );
  return {
    document: reading.document,
    rangeOf(clauseId) {
      const anchor = anchors.get(clauseId) ?? null;
      return anchor === null ? null : rangeIn(anchor.block, anchor.start, anchor.end);
    },
    blockOf: (clauseId) => anchors.get(clauseId)?.block.box.element ?? null,
    skippedElement: (partId) => reading.skipped.get(partId) ?? null,
    readRanges: () =>
      reading.blocks.map((block) => rangeIn(block)).filter((range) => range !== null),
    reanchor(budget = SEARCH_BUDGET) {
      const stale = clauses.filter(({ id }) => {
        const anchor = anchors.get(id) ?? null;
        return anchor === null || !isStanding(anchor.block, anchor.start, anchor.end);
      });
      if (stale.length === 0) return { moved: [], lost: [] };
      const current = {
        ...reading,
        anchors: clauses.map(({ id }, i) => anchors.get(id) ?? reading.anchors[i]!),
      };
      const fresh = takeReading(document, options);
      const found = reanchored(current, fresh, performance.now() + budget);
      for (const { id, index } of stale) anchors.set(id, found[index]!);
      const ids = stale.map(({ id }) => id);
      return {
        moved: ids.filter((id) => anchors.get(id) !== null),
        lost: ids.filter((id) => anchors.get(id) === null),
      };
    },
  };
}
