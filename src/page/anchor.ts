/** From offsets in a block's text to places in the live document. */
import type { Block, Run } from './model.ts';

/** The last run that begins at or before `offset`. */
function runAt(block: Block, offset: number): Run | null {
  const { runs } = block;
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low] ?? null;
}

/** Offset in the run's node of the character at `index` of the run's collapsed text. */
function nodeOffset(run: Run, index: number): number {
  const { data } = run.node;
  let at = run.from;
  let seen = 0;
  while (at < run.to && /\s/u.test(data[at]!)) at += 1;
  while (seen < index && at < run.to) {
    if (/\s/u.test(data[at]!)) {
      while (at < run.to && /\s/u.test(data[at]!)) at += 1;
    } else {
      at += 1;
    }
    seen += 1;
  }
  return at;
}

/**
 * The live range of `block.text.slice(start, end)`, or `null` when the page has replaced the text
 * since. Both ends must be at characters that are not white space, as the ends of clauses are.
 */
export function rangeIn(block: Block, start: number, end: number): Range | null {
  const first = runAt(block, start);
  const last = runAt(block, end - 1);
  if (first === null || last === null) return null;
  if (!first.node.isConnected || !last.node.isConnected) return null;
  const from = nodeOffset(first, start - first.start);
  const to = nodeOffset(last, end - 1 - last.start) + 1;
  if (to > last.node.length || from > first.node.length) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, from);
  range.setEnd(last.node, to);
  return range;
}
