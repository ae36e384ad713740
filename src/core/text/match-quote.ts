/**
 * Finds a quote again in a text that may have changed: exactly where possible, else where most of its
 * words stand in order. Among several places the one whose surroundings fit best wins.
 */

/** What is known of the place where a quote stood. */
export interface QuoteContext {
  /** Text just before and just after the quote, at most {@link CONTEXT_LENGTH} characters each. */
  readonly prefix: string;
  readonly suffix: string;
  /** Share of the text that stood before the quote, 0…1. */
  readonly position: number;
}

/** A place in a text, UTF-16 offsets, and how alike it is to the quote (1: equal). */
export interface QuoteMatch {
  readonly start: number;
  readonly end: number;
  readonly likeness: number;
}

/** Characters of context kept on each side: as in Hypothesis' text quote selectors. */
export const CONTEXT_LENGTH = 32;
/** Weights of surroundings against position; position only breaks ties. */
const CONTEXT_WEIGHT = 20;
const POSITION_WEIGHT = 2;
/** Most places looked at for one quote; short quotes can stand in hundreds. */
const MAX_PLACES = 100;
/** Shorter quotes (words) are only found exactly: too much is like them. */
const MIN_WORDS = 5;
/** Share of words that must stand in order. Below this the passage says something else. */
const MIN_LIKENESS = 0.75;
/** Longest quote (words) compared word by word; of longer ones the beginning. */
const MAX_WORDS = 120;
/** Words of a piece that is searched for exactly to find where a changed quote may stand. */
const PIECE = 3;
/** Most such pieces tried for one quote, evenly spread over it. */
const MAX_PIECES = 24;

function sharedEnd(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

function sharedStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

/** How well the surroundings of `start`…`end` fit. */
function fit(text: string, start: number, end: number, context: QuoteContext): number {
  const before = text.slice(Math.max(0, start - CONTEXT_LENGTH), start);
  const after = text.slice(end, end + CONTEXT_LENGTH);
  const shared = sharedEnd(before, context.prefix) + sharedStart(after, context.suffix);
  const distance = Math.abs(start / Math.max(1, text.length) - context.position);
  return (CONTEXT_WEIGHT * shared) / (2 * CONTEXT_LENGTH) + POSITION_WEIGHT * (1 - distance);
}

function placesOf(text: string, part: string, most: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    places.push(at);
    if (places.length === most) break;
  }
  return places;
}

function exactMatch(text: string, quote: string, context: QuoteContext): QuoteMatch | null {
  let best: { match: QuoteMatch; score: number } | null = null;
  for (const start of placesOf(text, quote, MAX_PLACES)) {
    const end = start + quote.length;
    const score = fit(text, start, end, context);
    if (best === null || score > best.score) best = { match: { start, end, likeness: 1 }, score };
  }
  return best?.match ?? null;
}

interface Word {
  readonly text: string;
  readonly start: number;
}

function wordsOf(text: string, offset = 0): Word[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    start: offset + match.index,
  }));
}

/** Pairs of equal words in order, as many as can be: their indexes in `a` and in `b`. */
function alignment(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        a[i]!.text === b[j]!.text
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]!.text === b[j]!.text) pairs.push([i++, j++]);
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Likely starts of a changed quote: places of its pieces, moved back by where they stand in it. */
function likelyStarts(text: string, words: readonly Word[]): number[] {
  const votes = new Map<number, number>();
  const pieces = words.length - PIECE + 1;
  const step = Math.max(1, Math.floor(pieces / MAX_PIECES));
  for (let i = 0; i < pieces; i += step) {
    const piece = words.slice(i, i + PIECE).map((word) => word.text);
    for (const at of placesOf(text, piece.join(' '), MAX_PLACES / 10)) {
      const start = Math.max(0, Math.round((at - words[i]!.start) / CONTEXT_LENGTH));
      votes.set(start, (votes.get(start) ?? 0) + 1);
    }
  }
  return [...votes]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([start]) => start * CONTEXT_LENGTH);
}

function fuzzyMatch(text: string, quote: string, context: QuoteContext): QuoteMatch | null {
  const words = wordsOf(quote).slice(0, MAX_WORDS);
  if (words.length < MIN_WORDS) return null;
  let best: { match: QuoteMatch; score: number } | null = null;
  for (const start of likelyStarts(text, words)) {
    const from = Math.max(0, start - 2 * CONTEXT_LENGTH);
    const window = text.slice(from, start + quote.length + 4 * CONTEXT_LENGTH);
    const found = wordsOf(window, from).slice(0, 2 * MAX_WORDS);
    const pairs = alignment(words, found);
    const backwards = alignment(words.toReversed(), found.toReversed());
    if (pairs.length === 0) continue;
    // Aligned forwards a match ends as early as can be, aligned backwards it starts as late.
    const last = pairs.at(-1)![1];
    const first = Math.min(last, found.length - 1 - backwards.at(-1)![1]);
    const likeness = (2 * pairs.length) / (words.length + last - first + 1);
    const end = found[last]!.start + found[last]!.text.length;
    const match = { start: found[first]!.start, end, likeness };
    const score = CONTEXT_WEIGHT * likeness + fit(text, match.start, end, context);
    if (likeness >= MIN_LIKENESS && (best === null || score > best.score)) best = { match, score };
  }
  return best?.match ?? null;
}

/**
 * The place of `quote` in `text` (both with collapsed white space), or `null` when nothing there is
 * like it. The work is bounded: at most some searches of the text and three word-by-word comparisons.
 */
export function matchQuote(text: string, quote: string, context: QuoteContext): QuoteMatch | null {
  if (quote === '') return null;
  return exactMatch(text, quote, context) ?? fuzzyMatch(text, quote, context);
}
