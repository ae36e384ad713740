/**
 * Compares what was read with gold. All texts are reduced to their letters and digits first, so that
 * white space, punctuation and Markdown do not count.
 */

/** Letters and digits of a text in lower case; the `\n` that some gold spells out is white space. */
export function lettersOf(text: string): string {
  return text
    .replaceAll('\\n', ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Passages shorter than this (letters and digits) are found by accident and do not count. */
const MIN_PASSAGE = 12;
/** Window (letters and digits) in which two texts must agree to count as the same text. */
const WINDOW = 24;
/**
 * A passage is held when so much of it stands in the text. Not all of it, since gold writes numbers
 * before list items that pages generate, and bars and column names between table cells.
 */
const HELD = 0.9;

const BASE = 31;
const BASE_TO_WINDOW = Array.from({ length: WINDOW }).reduce<number>(
  (power) => Math.imul(power, BASE),
  1,
);

/** Calls `seen` with the place and a hash of every window of `text`, in order (Rabin and Karp). */
function eachWindow(text: string, seen: (at: number, hash: number) => void): void {
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
    if (i >= WINDOW) hash = (hash - Math.imul(text.charCodeAt(i - WINDOW), BASE_TO_WINDOW)) | 0;
    if (i >= WINDOW - 1) seen(i - WINDOW + 1, hash);
  }
}

/** A reduced text that can be asked for parts of it. */
export class Letters {
  readonly text: string;
  /** A place of each window by the window's hash. */
  readonly #places = new Map<number, number>();

  constructor(text: string) {
    this.text = lettersOf(text);
    eachWindow(this.text, (at, hash) => this.#places.set(hash, at));
  }

  /** Share of the characters of `text` (reduced) that lie in a window which stands here too. */
  shareOf(text: string): number {
    if (text === '' || this.text.includes(text)) return 1;
    let covered = 0;
    let until = 0;
    eachWindow(text, (at, hash) => {
      const place = this.#places.get(hash);
      if (place === undefined || !this.text.startsWith(text.slice(at, at + WINDOW), place)) return;
      covered += at + WINDOW - Math.max(until, at);
      until = at + WINDOW;
    });
    return covered / text.length;
  }

  /** Whether `passage` (reduced) stands here. */
  holds(passage: string): boolean {
    return this.shareOf(passage) >= HELD;
  }
}

/** The passages that count, reduced. */
export function passagesOf(passages: readonly string[]): string[] {
  return passages.map(lettersOf).filter((passage) => passage.length >= MIN_PASSAGE);
}

/** Share of `passages` (reduced) that `text` holds, or `null` when there is none. */
export function recallOf(passages: readonly string[], text: Letters): number | null {
  if (passages.length === 0) return null;
  return passages.filter((passage) => text.holds(passage)).length / passages.length;
}
