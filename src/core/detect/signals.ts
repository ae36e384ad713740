/** What the detector sees of a page: plain numbers and short strings. `page/signals` gathers them. */
import type { ForeignFrame } from '../clause.ts';
import type { PhraseFamily } from './phrases.ts';

/**
 * Where in the page a text stands. A page is a policy when one of its parts is: a policy in an open
 * dialog over a shop is judged by the dialog's own text, one in a frame by the frame's. `section` is
 * the longest stretch of a longer text that mostly speaks of data: a policy inside a legal page.
 */
export type PartPlace = 'page' | 'dialog' | 'frame' | 'section';

/** Statistics of one text of the page. Menus, footers, consent banners and blocks of links are left out. */
export interface PartSignals {
  readonly place: PartPlace;
  /** Title of the document or frame; of a dialog its accessible name, of a section its first heading. */
  readonly title: string;
  /** Headings in document order, white space collapsed, at most {@link MAX_HEADINGS}. */
  readonly headings: readonly string[];
  /** Share of the headings that are links to another page, 0…1: high on lists of results and articles. */
  readonly linkedHeadings: number;
  /** Words of running text (for Chinese, Japanese and Korean: characters divided by two). */
  readonly words: number;
  /** Words of the blocks that speak of personal data, cookies or the rights to them. */
  readonly dataWords: number;
  /**
   * Words of the longest stretch that mostly speaks of data: the best sum of consecutive blocks,
   * counting the words of data blocks for and {@link GAP_WEIGHT} of the words of other blocks against.
   */
  readonly runWords: number;
  /** Fields, boxes and switches that a reader could operate. */
  readonly controls: number;
  /** How often each family of phrases occurs in the part. */
  readonly counts: Readonly<Record<PhraseFamily, number>>;
}

/** Everything that is known of a page before it is judged. */
export interface PageSignals {
  /** Address as the browser has it. Only shown and compared: no score depends on it. */
  readonly address: string;
  /** ISO 639-1 code of the text's language, `und` when it cannot be told or was not looked at. */
  readonly language: string;
  /**
   * How far gathering went: `empty` (hardly any text), `unrelated` (the text never speaks of personal
   * data often enough for a policy) or `read` (parts were measured).
   */
  readonly stage: 'empty' | 'unrelated' | 'read';
  /** The measured texts; empty unless `stage` is `read`. */
  readonly parts: readonly PartSignals[];
  /** Frames of another origin that seem to hold a policy. */
  readonly foreignFrames: readonly ForeignFrame[];
}

/** Headings kept of a part: enough for the longest table of sections that we met, small in a message. */
export const MAX_HEADINGS = 80;

/** Words from which a privacy section of another document counts as a policy of its own (issue 3). */
export const SECTION_WORDS = 600;

/** Cost of a word that does not speak of data inside a stretch, against 1 for a word that does. */
export const GAP_WEIGHT = 0.7;
