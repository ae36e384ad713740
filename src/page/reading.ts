/** One reading of a document: its plain data, and where in the live page each part of it stands. */
import type { PageDocument } from '../core/clause.ts';
import { detectLanguage } from '../core/language.ts';
import { collapse, countWords } from '../core/text/collapse.ts';
import { cutClauses } from '../core/text/cut-clauses.ts';
import { effectiveDate } from '../core/text/effective-date.ts';
import { choose } from './choose.ts';
import { consentBlocks } from './consent-text.ts';
import { coverageOf } from './coverage.ts';
import { foreignPolicyFrames } from './foreign-frames.ts';
import { linesOf } from './lines.ts';
import { clauseFinder, collectLinks } from './links.ts';
import type { Block } from './model.ts';
import { siteName } from './site-name.ts';
import { survey } from './survey.ts';

/** Where a clause stands: offsets in a block's text. */
export interface Anchor {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

/** How to read. */
export interface ReadOptions {
  /** Elements that are read although they would be skipped. */
  readonly include?: readonly Element[];
}

/** A reading, before it is given a way to follow changes of the page. */
export interface Reading {
  readonly document: PageDocument;
  /** Blocks that were read, in order; those of consent dialogs come last. */
  readonly blocks: readonly Block[];
  /** Offset of each block's text in `document.text`. */
  readonly offsets: readonly number[];
  /** Anchors of the clauses, in the order of `document.clauses`. */
  readonly anchors: readonly Anchor[];
  /** Elements of the skipped parts by the parts' ids. */
  readonly skipped: ReadonlyMap<string, Element>;
}

/** Reads `document` as it stands now. */
export function takeReading(document: Document, options: ReadOptions): Reading {
  const root = (document.body as HTMLElement | null) ?? document.documentElement;
  const seen = survey(root);
  const verdicts = choose(seen, options.include ?? []);
  const own = seen.blocks.filter((_, index) => verdicts[index] === null);
  const consent = consentBlocks(seen, verdicts);
  const blocks = [...own, ...consent];
  const { lines, sources } = linesOf(own, consent);
  const { text, clauses, places } = cutClauses(lines);
  const anchors = places.map(({ line, start, end }): Anchor => ({
    block: sources[line]!,
    start,
    end,
  }));
  const offsets: number[] = [];
  let offset = 0;
  for (const block of blocks) {
    offsets.push(offset);
    offset += block.text.length + 1;
  }
  const { coverage, elements } = coverageOf(seen.blocks, verdicts, new Set(consent));
  return {
    document: {
      url: document.location.href,
      title: collapse(document.title),
      site: siteName(document, document.location),
      language: detectLanguage(text),
      effectiveDate: effectiveDate(own.map((block) => block.text)),
      text,
      words: countWords(text),
      clauses,
      links: collectLinks(seen, blocks, clauseFinder(clauses, anchors)),
      coverage,
      foreignFrames: foreignPolicyFrames(document, document.location),
    },
    blocks,
    offsets,
    anchors,
    skipped: elements,
  };
}
