/**
 * Finds clauses again after the page has replaced their text nodes: in an equal block first, else by
 * their quote, else not at all.
 */
import { CONTEXT_LENGTH, matchQuote } from '../core/text/match-quote.ts';
import { isStanding } from './anchor.ts';
import type { Block } from './model.ts';
import type { Anchor, Reading } from './reading.ts';

/** Index of the last of `offsets` (ascending) that is not above `offset`. */
function indexAt(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Blocks of a fresh reading by their text, each handed out once, in order. */
class EqualBlocks {
  readonly #byText = new Map<string, Block[]>();
  readonly #given = new Map<Block, Block | null>();

  constructor(blocks: readonly Block[]) {
    for (const block of blocks) {
      const equal = this.#byText.get(block.text);
      if (equal === undefined) this.#byText.set(block.text, [block]);
      else equal.push(block);
    }
  }

  /** The block that took the place of `old`, or `null`. */
  of(old: Block): Block | null {
    const known = this.#given.get(old);
    if (known !== undefined) return known;
    const next = this.#byText.get(old.text)?.shift() ?? null;
    this.#given.set(old, next);
    return next;
  }
}

function byQuote(old: Reading, index: number, fresh: Reading): Anchor | null {
  const { text, clauses } = old.document;
  const { start, end, text: quote } = clauses[index]!;
  const match = matchQuote(fresh.document.text, quote, {
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
    position: start / Math.max(1, text.length),
  });
  if (match === null) return null;
  const at = indexAt(fresh.offsets, match.start);
  const block = fresh.blocks[at];
  if (block === undefined) return null;
  const from = match.start - fresh.offsets[at]!;
  const to = Math.min(match.end - fresh.offsets[at]!, block.text.length);
  return from < to ? { block, start: from, end: to } : null;
}

/**
 * Anchors of `old`'s clauses in `fresh`, a reading of the same page as it is now: unchanged where the
 * text still stands, `null` where it is gone. After `deadline` (as `performance.now()` counts) quotes
 * are no longer searched, and what is not yet found counts as gone.
 */
export function reanchored(old: Reading, fresh: Reading, deadline: number): (Anchor | null)[] {
  const intact = new Map(old.anchors.map(({ block }) => [block, true]));
  const taken = new Set<Text>();
  for (const block of intact.keys()) {
    intact.set(block, isStanding(block));
    if (intact.get(block) === true) taken.add(block.runs[0]!.node);
  }
  const equal = new EqualBlocks(fresh.blocks.filter((block) => !taken.has(block.runs[0]!.node)));
  return old.anchors.map((anchor, index) => {
    const { block } = anchor;
    if (intact.get(block) === true) return anchor;
    const same = equal.of(block);
    if (same !== null) return { ...anchor, block: same };
    return performance.now() > deadline ? null : byQuote(old, index, fresh);
  });
}
