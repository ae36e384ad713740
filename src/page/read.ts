/**
 * Reads a page: its text cut into clauses, each with its place in the live document. The page is
 * looked at, never changed.
 */
import type { Clause, PageDocument } from '../core/clause.ts';
import { detectLanguage } from '../core/language.ts';
import { countWords, collapse } from '../core/text/collapse.ts';
import { cutClauses } from '../core/text/cut-clauses.ts';
import { effectiveDate } from '../core/text/effective-date.ts';
import { rangeIn } from './anchor.ts';
import { choose } from './choose.ts';
import { coverageOf } from './coverage.ts';
import { foreignPolicyFrames } from './foreign-frames.ts';
import { linesOf } from './lines.ts';
import { collectLinks } from './links.ts';
import type { Block, Survey } from './model.ts';
import { survey } from './survey.ts';

/** How to read. */
export interface ReadOptions {
  /** Elements that are read although they would be skipped. */
  readonly include?: readonly Element[];
}

/** A read page: plain data, and the ways from it back to the live document. */
export interface LivePage {
  readonly document: PageDocument;
  /** The clause's range in the live document; `null` when its text is no longer there. */
  rangeOf(clauseId: string): Range | null;
  /** The element around the clause, or `null` for an unknown id. */
  blockOf(clauseId: string): Element | null;
  /** The element of a skipped part ({@link PageDocument.coverage}), or `null` for an unknown id. */
  skippedElement(partId: string): Element | null;
  /** Ranges of everything that was read, one a block, in order. */
  readRanges(): Range[];
}

interface Anchor {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

function siteOf(document: Document): string {
  const stated = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content');
  return collapse(stated ?? '') || document.location.hostname.replace(/^www\./, '');
}

/** Finds the clause at an offset of a block by the clauses' places. */
function clauseFinder(
  clauses: readonly Clause[],
  anchors: readonly Anchor[],
): (block: Block, offset: number) => string | null {
  const byBlock = new Map<Block, number[]>();
  for (const [index, { block }] of anchors.entries()) {
    const known = byBlock.get(block);
    if (known === undefined) byBlock.set(block, [index]);
    else known.push(index);
  }
  return (block, offset) => {
    const at = byBlock.get(block)?.find((i) => offset < anchors[i]!.end);
    return at === undefined || offset < anchors[at]!.start ? null : clauses[at]!.id;
  };
}

function readSurvey(document: Document, seen: Survey, options: ReadOptions): LivePage {
  const { blocks } = seen;
  const verdicts = choose(seen, options.include ?? []);
  const read = blocks.filter((_, index) => verdicts[index] === null);
  const lines = linesOf(read);
  const { text, clauses, places } = cutClauses(lines);
  const anchors = places.map(({ line, start, end }): Anchor => ({
    block: read[line]!,
    start,
    end,
  }));
  const byId = new Map(clauses.map((clause, index) => [clause.id, anchors[index]!]));
  const { coverage, elements } = coverageOf(blocks, verdicts);
  return {
    document: {
      url: document.location.href,
      title: collapse(document.title),
      site: siteOf(document),
      language: detectLanguage(text),
      effectiveDate: effectiveDate(lines.map((line) => line.text)),
      text,
      words: countWords(text),
      clauses,
      links: collectLinks(seen, read, clauseFinder(clauses, anchors)),
      coverage,
      foreignFrames: foreignPolicyFrames(document, document.location),
    },
    rangeOf(clauseId) {
      const anchor = byId.get(clauseId);
      return anchor === undefined ? null : rangeIn(anchor.block, anchor.start, anchor.end);
    },
    blockOf: (clauseId) => byId.get(clauseId)?.block.box.element ?? null,
    skippedElement: (partId) => elements.get(partId) ?? null,
    readRanges: () =>
      read.map((block) => rangeIn(block, 0, block.text.length)).filter((range) => range !== null),
  };
}

/** Reads `document` as it stands now. An empty document gives a page without clauses. */
export function readPage(document: Document, options: ReadOptions = {}): LivePage {
  const root = (document.body as HTMLElement | null) ?? document.documentElement;
  return readSurvey(document, survey(root), options);
}
