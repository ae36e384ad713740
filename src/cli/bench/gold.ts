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

/** Share of `passages` that stand whole in `text` (both reduced), or `null` when none counts. */
export function recallOf(passages: readonly string[], text: string): number | null {
  const counted = passages.filter((passage) => passage.length >= MIN_PASSAGE);
  if (counted.length === 0) return null;
  return counted.filter((passage) => text.includes(passage)).length / counted.length;
}

/** Window (letters and digits) that must be found in gold for its characters to count as gold. */
const WINDOW = 24;

/**
 * Share of the characters of `text` that gold holds: those inside some stretch of {@link WINDOW}
 * that also stands in `gold` (both reduced). 1 when `text` is empty.
 */
export function precisionOf(text: string, gold: string): number {
  if (text.length === 0) return 1;
  if (text.length < WINDOW) return gold.includes(text) ? 1 : 0;
  const known = new Set<string>();
  for (let i = 0; i + WINDOW <= gold.length; i += 1) known.add(gold.slice(i, i + WINDOW));
  let covered = 0;
  let until = 0;
  for (let i = 0; i + WINDOW <= text.length; i += 1) {
    if (!known.has(text.slice(i, i + WINDOW))) continue;
    covered += i + WINDOW - Math.max(until, i);
    until = i + WINDOW;
  }
  return covered / text.length;
}
