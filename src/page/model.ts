/** Shapes of a page while it is being read: boxes (its elements) and blocks (its pieces of text). */
import type { SkipReason } from '../core/clause.ts';

/** An element in the tree as it is shown, with what its subtree holds. Filled by `survey.ts`. */
export interface Box {
  readonly element: Element;
  readonly parent: Box | null;
  /** Place in document order; the subtree is `boxes[index] … boxes[end - 1]`. */
  readonly index: number;
  end: number;
  /** Blocks of the subtree: `blocks[firstBlock] … blocks[endBlock - 1]`. */
  firstBlock: number;
  endBlock: number;
  /** Whether the element starts a line of its own. */
  readonly block: boolean;
  /** Whether it or an ancestor is not displayed (`display: none`). */
  readonly hidden: boolean;
  /** Characters of text, of text in links, and of running text outside links (see `proseOf`). */
  chars: number;
  linkChars: number;
  prose: number;
  /** Links with an address, and those of them that lead to a place in this page. */
  links: number;
  fragmentLinks: number;
  /** Fields and buttons that a reader fills in or presses. */
  controls: number;
}

/** A stretch of one text node: `node.data.slice(from, to)`, collapsed, is the text from `start`. */
export interface Run {
  readonly node: Text;
  /** All of the node's text when it was read. */
  readonly seen: string;
  readonly from: number;
  readonly to: number;
  /** Offset in the block's text. */
  readonly start: number;
  /** Length after collapsing white space. */
  readonly length: number;
}

/** A piece of text that stands by itself: a paragraph, a heading, a list item's text, a table row. */
export interface Block {
  readonly box: Box;
  readonly runs: readonly Run[];
  /** White space collapsed; the cells of a table row are parted by tabs. */
  readonly text: string;
  readonly linkChars: number;
  /** Characters of bold text. */
  readonly boldChars: number;
  /** Innermost heading element (1–6, `role=heading`), `summary` or `dt` around the text, if any. */
  readonly headed: Box | null;
  /** Innermost list item around the text, and the number of lists around that. */
  readonly item: Box | null;
  readonly depth: number;
  /** List or table that the text belongs to. */
  readonly group: Box | null;
  /** Set on the rows of data tables. */
  readonly row: TableRow | null;
  /** Whether a line break inside one element parts it from the block before. */
  readonly broken: boolean;
}

/** A row of a data table. */
export interface TableRow {
  /** Names of the columns of its cells that hold text, or `null` where the table names none. */
  readonly columns: string[] | null;
  /** Whether it is the row that names the columns. */
  readonly header: boolean;
}

/** Everything a page shows, in document order. */
export interface Survey {
  readonly boxes: readonly Box[];
  readonly blocks: readonly Block[];
  /** Frames whose documents cannot be read. */
  readonly closedFrames: readonly Element[];
}

/** Decision about a block: read (`null`) or skipped, and with which element. */
export type Verdict = { readonly reason: SkipReason; readonly box: Box } | null;
