/** From offsets in a block's text to places in the live document. */
import { collapse, squeeze } from '../core/text/collapse.ts';
import type { Block, Run } from './model.ts';

/** Index of the last run that begins at or before `offset`. */
function indexAt({ runs }: Block, offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The runs that hold `block.text.slice(start, end)`. */
function runsIn(block: Block, start: number, end: number): readonly Run[] {
  return block.runs.slice(indexAt(block, start), indexAt(block, end - 1) + 1);
}

/** Whether each node still holds what was read in it. */
function isIntact(runs: readonly Run[]): boolean {
  return runs.every((run) => {
    const { node, seen, from, to } = run;
    if (!node.isConnected) return false;
    if (node.data === seen) return true;
    return collapse(node.data.slice(from, to)) === collapse(seen.slice(from, to));
  });
}

/** Characters of collapsed text after which the place in the node is noted. */
const STEP = 256;

/** Offsets in the node at every {@link STEP}th character of a run, as far as they are known, for its text. */
interface Steps {
  readonly data: string;
  readonly offsets: number[];
}

/** Without them a node that holds megabytes would be searched from its start for every clause in it. */
const STEPS = new WeakMap<Run, Steps>();

function stepsOf(run: Run, isSpace: (offset: number) => boolean): number[] {
  const { data } = run.node;
  const known = STEPS.get(run);
  if (known?.data === data) return known.offsets;
  let { from } = run;
  while (isSpace(from)) from += 1;
  const offsets = [from];
  STEPS.set(run, { data, offsets });
  return offsets;
}

/** Offset in the run's node of the character at `index` of the run's collapsed text. */
function nodeOffset(run: Run, index: number): number {
  const { data } = run.node;
  const isSpace = (offset: number) => offset < run.to && /\s/u.test(data[offset]!);
  const offsets = stepsOf(run, isSpace);
  const step = Math.min(Math.floor(index / STEP), offsets.length - 1);
  let seen = step * STEP;
  let at = offsets[step]!;
  while (seen < index && at < run.to) {
    at += 1;
    while (isSpace(at - 1) && isSpace(at)) at += 1;
    seen += 1;
    if (seen === offsets.length * STEP) offsets.push(at);
  }
  return at;
}

interface Ends {
  readonly head: Run;
  readonly from: number;
  readonly tail: Run;
  readonly to: number;
}

/** One range to look with: a new one for each look would slow each later change of the page. */
let looking: Range | null = null;

/** Whether nothing has come between the nodes, and their order is as it was. */
function isWhole({ head, from, tail, to }: Ends, text: string): boolean {
  if (head === tail) return true;
  looking ??= new Range();
  looking.setStart(head.node, from);
  looking.setEnd(tail.node, to);
  const same = squeeze(looking.toString()) === squeeze(text);
  looking.setStart(document, 0);
  looking.collapse(true);
  return same;
}

/** Where `block.text.slice(start, end)` stands now; `null` when the page has changed it. */
function endsOf(block: Block, start: number, end: number): Ends | null {
  const runs = runsIn(block, start, end);
  const head = runs[0];
  const tail = runs.at(-1);
  if (head === undefined || tail === undefined || !isIntact(runs)) return null;
  const from = nodeOffset(head, start - head.start);
  const to = nodeOffset(tail, end - 1 - tail.start) + 1;
  if (to > tail.node.length || from > head.node.length) return null;
  const ends = { head, from, tail, to };
  return isWhole(ends, block.text.slice(start, end)) ? ends : null;
}

/**
 * Whether the live nodes still hold `block.text.slice(start, end)`, without offsets all of it, in their
 * order and with nothing else between them.
 */
export function isStanding(block: Block, start = 0, end = block.text.length): boolean {
  return endsOf(block, start, end) !== null;
}

/**
 * The live range of `block.text.slice(start, end)`, or `null` when it does not stand any more. Both ends
 * must be at characters that are not white space, as the ends of clauses are.
 */
export function rangeIn(block: Block, start = 0, end = block.text.length): Range | null {
  const ends = endsOf(block, start, end);
  if (ends === null) return null;
  const { head, from, tail, to } = ends;
  const range = head.node.ownerDocument.createRange();
  range.setStart(head.node, from);
  range.setEnd(tail.node, to);
  return range;
}
