/** A read page as plain data: its clauses, links and coverage. `page/` writes it, all else reads it. */

/** How a clause stands in the page: running text, a list item, or a table row. */
export type ClauseKind = 'para' | 'item' | 'row';

/**
 * What a classifier sees of a clause: the same five fields as a line of the labelled data.
 * `heading` is the section path joined by " > ", `lead` the sentence that introduces the list of
 * an item (else empty), `prev` the text of the line before it in the document (a heading, a clause;
 * empty at the start). All are plain text with white space collapsed.
 */
export interface ClauseInput {
  readonly kind: ClauseKind;
  readonly heading: string;
  readonly lead: string;
  readonly prev: string;
  readonly text: string;
}

/** The headings of a section path, outermost first; empty for none. */
export function sectionPath(heading: string): readonly string[] {
  return heading === '' ? [] : heading.split(' > ');
}

/**
 * One sentence, list item or table row in its place. `document.text.slice(start, end) === text`;
 * `start` and `end` are UTF-16 offsets into {@link PageDocument.text}. Ids (`c0`, `c1`, …) hold
 * within one reading of one page.
 */
export interface Clause extends ClauseInput {
  readonly id: string;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /**
   * Of a row in a table that names its columns: the name of each cell's column, in order. A row's
   * `text` is its cells as they stand in the page, parted by tabs; `clauseInput` joins both.
   */
  readonly columns?: readonly string[];
  /** Set on what the site's consent dialog says, which is read after the document itself. */
  readonly consent?: true;
}

/** A link, form or address-bearing element of the page that a reader could act on. */
export interface PageLink {
  /** `link`: an anchor with an address; `form` and `button`: a control that acts in the page. */
  readonly kind: 'link' | 'form' | 'button';
  /** Visible text (or accessible name), white space collapsed. */
  readonly label: string;
  /** Absolute address as the browser resolves it; empty for buttons. Never trusted: see `actions`. */
  readonly href: string;
  /** Clause that contains it, or `null` when it stands outside the read text (a footer, a banner). */
  readonly clauseId: string | null;
}

/** Text that was left out on purpose or could not be read. */
export interface SkippedPart {
  readonly id: string;
  readonly reason: SkipReason;
  /** Characters of text after collapsing white space. */
  readonly chars: number;
  /** First 120 characters, to recognise it by. */
  readonly sample: string;
}

/** Why text was skipped; each has a plain-language explanation in the panel. */
export type SkipReason =
  | 'navigation'
  | 'footer'
  | 'header'
  | 'dialog'
  | 'form'
  | 'contents'
  | 'link-list'
  | 'aside'
  | 'other';

/** How much of the page was read. Characters count collapsed text. */
export interface Coverage {
  /** `readChars / totalChars`, 0 when the page holds no text. `totalChars` is all text of the page's
   * body less navigation-like parts (menus, banners, footers), so that 1 means "all of the policy". */
  readonly ratio: number;
  readonly readChars: number;
  readonly totalChars: number;
  /** Characters of what was read that stand in closed parts of the page (accordions, tabs). */
  readonly closedChars: number;
  readonly skipped: readonly SkippedPart[];
}

/** A frame of another origin that seems to hold the policy; scripts cannot read it. */
export interface ForeignFrame {
  readonly url: string;
  readonly host: string;
}

/** Everything that was read from one page. */
export interface PageDocument {
  readonly url: string;
  readonly title: string;
  /** Host without `www.`, or the site's own name where the page states one. */
  readonly site: string;
  /** ISO 639-1 code of the language the text is written in; `und` when it cannot be told. */
  readonly language: string;
  /** Effective or last-updated date as the page states it, `YYYY-MM-DD`, else `null`. */
  readonly effectiveDate: string | null;
  readonly text: string;
  readonly words: number;
  readonly clauses: readonly Clause[];
  readonly links: readonly PageLink[];
  readonly coverage: Coverage;
  readonly foreignFrames: readonly ForeignFrame[];
}
