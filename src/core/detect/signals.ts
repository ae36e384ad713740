/** What the detector sees of a page: plain numbers and short strings. `page/signals` gathers them. */
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
  /** Title of the document or frame, first heading of a section, empty for a dialog. */
  readonly title: string;
  /** Headings in document order, white space collapsed, at most {@link MAX_HEADINGS}. */
  readonly headings: readonly string[];
  /** Words of running text (scripts without spaces: twelve characters count as one). */
  readonly words: number;
  /**
   * Words of the blocks that speak of personal data, cookies or the rights to them. A few lines under a
   * heading that leads to another page do not count: results of a search, teasers of articles.
   */
  readonly dataWords: number;
  /** How often each family of phrases occurs in the part. */
  readonly counts: Readonly<Record<PhraseFamily, number>>;
}

/** Everything that is known of a page before it is judged. */
export interface PageSignals {
  /** Address as the browser has it. Only shown and compared: no score depends on it. */
  readonly address: string;
  /**
   * The measured texts, of the document and of the frames in it; none where the bare text does not speak
   * of personal data or cookies often enough for a policy.
   */
  readonly parts: readonly PartSignals[];
}

/** Headings kept of a part: enough for the longest table of sections that we met, small in a message. */
export const MAX_HEADINGS = 80;

/** Words from which a privacy section of another document counts as a policy of its own. */
export const SECTION_WORDS = 600;

/** Words from which a section is measured at all: the policy of a page that is named after it may be short. */
export const SHORT_SECTION_WORDS = 60;

/**
 * Cost of a word that does not speak of data inside the stretch that a section is, against 1 for a word
 * that does: the best sum of consecutive blocks is the section.
 */
export const GAP_WEIGHT = 0.7;
