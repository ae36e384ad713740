/**
 * Finds the headings of a document: elements that say so, and short lines that only look so (bold,
 * larger, numbered), which legal pages use as often.
 */
import type { Block, Box } from './model.ts';
import { headingRank } from './elements.ts';

/** Ranks of lines that only look like headings: below every real one, the more striking first. */
const LOOKS = { larger: 7, numbered: 8, caps: 8, bold: 9, term: 10 } as const;
/** Longer lines are text. The longest real headings of the Open Terms Archive have about 200. */
const HEADING_LIMIT = 240;
const FAKE_LIMIT = 120;
/** A line in type this much larger than the text is a heading. */
const LARGER = 1.15;
const NUMBER =
  /^(?:(?:section|article|part|chapter)\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[A-Z])(?:[.):]|\s+[-–—.])\s+\S/iu;
const CAPS = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u;
/** Ends of lines that are sentences or parts of lists. */
const SENTENCE_END = /[.;,!]["'”’)]*$/u;

/** Elements that hold text below a heading: inside of one, its end tag is missing. */
const BELOW = /^(?:p|ul|ol|menu|li|dl|dt|dd|table|blockquote|pre)$/;

/** How most of a document's text is set. */
export interface BodyType {
  /** Size in CSS pixels; 0 when no text is long enough. */
  readonly size: number;
  /** Whether it is bold, as after a bold element without its end tag: then bold lines say nothing. */
  readonly bold: boolean;
}

function fontSize(block: Block): number {
  const element = block.runs[0]?.node.parentElement;
  const view = element?.ownerDocument.defaultView;
  if (element == null || view == null) return 0;
  return Number.parseFloat(view.getComputedStyle(element).fontSize) || 0;
}

/** How most of the text in `blocks` is set. */
export function bodyType(blocks: readonly Block[]): BodyType {
  const weight = new Map<number, number>();
  let [looked, chars, boldChars] = [0, 0, 0];
  for (const block of blocks) {
    if (block.text.length < 60 || block.box.hidden) continue;
    const size = fontSize(block);
    weight.set(size, (weight.get(size) ?? 0) + block.text.length);
    chars += block.text.length;
    boldChars += block.boldChars;
    looked += 1;
    if (looked === 60) break;
  }
  const size = [...weight].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  return { size, bold: boldChars > chars * 0.9 };
}

/** Whether the heading's element holds nothing but this block. */
function isWhole(block: Block): boolean {
  const { headed } = block;
  return headed !== null && headed.endBlock - headed.firstBlock === 1;
}

/** Whether a block of `heading` stands in an element of running text inside of it. */
function isBelow(block: Block, heading: Box): boolean {
  for (let box: Box | null = block.box; box !== null && box !== heading; box = box.parent) {
    if (BELOW.test(box.element.localName)) return true;
  }
  return false;
}

/**
 * Whether a block belongs to the words of the heading element that it lies in. A heading without its
 * end tag holds the text below it, too; only what it begins with is the heading then.
 */
function isOwnText(block: Block, heading: Box, previous: Block | undefined): boolean {
  const first = previous === undefined || previous.box.index < heading.index;
  if (heading.chars <= HEADING_LIMIT) return first || !isBelow(block, heading);
  return first && !(SENTENCE_END.test(block.text) && isBelow(block, heading));
}

function declaredRank(block: Block, previous: Block | undefined): number {
  const { headed, text } = block;
  if (headed === null || text.length > HEADING_LIMIT) return 0;
  const rank = headingRank(headed.element);
  if (rank > 0) return isOwnText(block, headed, previous) ? rank : 0;
  // A summary or term with several paragraphs is text that folds away.
  return isWhole(block) && text.length <= FAKE_LIMIT ? LOOKS.term : 0;
}

/**
 * Rank of `block` as a heading, 0 when it is text. `previous` and `next` are the blocks read
 * before and after it. A line that only looks like a heading must introduce something.
 */
export function rankOf(
  block: Block,
  previous: Block | undefined,
  next: Block | undefined,
  body: BodyType,
): number {
  if (block.row !== null) return 0;
  const declared = declaredRank(block, previous);
  if (declared > 0) return declared;
  const { text } = block;
  if (text.length > FAKE_LIMIT || next === undefined || block.item !== null) return 0;
  if (text.length < 3 || block.linkChars > text.length / 2 || text.endsWith(':')) return 0;
  const bold = !body.bold && block.boldChars >= text.length * 0.9;
  const numbered = NUMBER.test(text);
  const caps = CAPS.test(text);
  if (SENTENCE_END.test(text) && !(numbered && (bold || caps)) && !(bold && caps)) return 0;
  if (next.row !== null && !bold) return 0;
  const larger = body.size > 0 && !block.box.hidden && fontSize(block) >= body.size * LARGER;
  if (larger) return LOOKS.larger;
  if (numbered && (bold || caps)) return LOOKS.numbered;
  if (caps && text.length > 5 && /\s/u.test(text)) return LOOKS.caps;
  return bold ? LOOKS.bold : 0;
}
