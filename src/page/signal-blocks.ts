/**
 * Reads one text of the page (the body, an open dialog, a frame) into the statistics that detection
 * wants. One pass over the nodes, no layout, no change to the page.
 */
import { countPhrases, PHRASES, speaksOfData } from '../core/detect/phrases.ts';
import type { PhraseFamily } from '../core/detect/phrases.ts';
import { GAP_WEIGHT, MAX_HEADINGS, SECTION_WORDS } from '../core/detect/signals.ts';
import type { PartPlace, PartSignals } from '../core/detect/signals.ts';
import { isConsentDialog, isDialog } from './consent.ts';

const SKIPPED =
  /^(?:script|style|noscript|template|svg|nav|footer|select|textarea|iframe|object|canvas|head)$/;
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|kbd|label|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr|slot)$/;
const HEADING = /^h[1-6]$/;
const CONTROL = 'input:not([type=hidden]),select,textarea,[role=switch],[role=checkbox]';
const CJK = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/g;

/** Text is read up to here: more never changed a decision, and it bounds the work on huge pages. */
const MAX_CHARS = 250_000;

/** A block with a larger share of link text is a menu, a hub or a list of results. */
const LINK_SHARE = 0.6;

/** Blocks up to this many words take over the subject of the heading that they stand under. */
const ITEM_WORDS = 25;

/** Deeper nesting is not read (parsers stop at 512, scripts may build more). */
const MAX_DEPTH = 600;

/** A longer block is cut at sentence ends into pieces of about this many words, so that a text without
 * paragraphs is not judged by one word of it. */
const PIECE_WORDS = 60;

/** Statistics of a text, of its privacy section when it has a long one, and its text to name the language by. */
export interface ReadPart {
  readonly parts: readonly [PartSignals, ...PartSignals[]];
  readonly text: string;
}

interface Block {
  /** Lower-case text. */
  readonly text: string;
  readonly words: number;
  /** Whether it speaks of data. */
  readonly data: boolean;
  /** The text as written, for headings; else empty. */
  readonly heading: string;
  readonly linked: boolean;
}

/** Words of a text with collapsed white space. */
export function countWords(text: string): number {
  const dense = text.match(CJK)?.length ?? 0;
  return text === '' ? 0 : Math.round(text.split(' ').length + dense / 2);
}

/** Collapses white space. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Reads everything below `root`, open shadow roots included. Open dialogs are not read but handed to
 * `onDialog`, so that each is judged by its own text.
 */
export function readPart(
  root: Node,
  place: PartPlace,
  title: string,
  onDialog: (dialog: Element) => void,
): ReadPart {
  const blocks: Block[] = [];
  let [chars, controls, buffer, linkChars, underData] = [0, 0, '', 0, false];

  const flush = (heading: boolean): void => {
    const block = collapse(buffer);
    const linked = linkChars > LINK_SHARE * buffer.length;
    buffer = '';
    linkChars = 0;
    if (block === '' || (linked && !heading)) return;
    chars += block.length;
    for (const text of heading ? [block.toLowerCase()] : cutLong(block.toLowerCase())) {
      const words = countWords(text);
      const data = speaksOfData(text);
      if (heading) underData = data;
      blocks.push({
        text,
        words,
        data: data || (underData && words <= ITEM_WORDS),
        heading: heading ? block.slice(0, 120) : '',
        linked,
      });
    }
  };

  const walk = (node: Node, inLink: boolean, inHeading: boolean, depth: number): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const data = (child as Text).data;
        buffer += data;
        if (inLink) linkChars += data.length;
      } else if (child.nodeType === 1 && chars < MAX_CHARS && depth < MAX_DEPTH) {
        enter(child as Element, inLink, inHeading, depth + 1);
      }
    }
  };

  const enter = (element: Element, inLink: boolean, inHeading: boolean, depth: number): void => {
    const name = element.localName;
    if (element.matches(CONTROL)) controls++;
    if (SKIPPED.test(name) || element.getAttribute('role') === 'navigation') return;
    if (isDialog(element)) {
      onDialog(element);
      return;
    }
    if (isConsentDialog(element)) return;
    const heading = HEADING.test(name) || element.getAttribute('role') === 'heading';
    const block = !INLINE.test(name) && !inHeading;
    if (block) flush(false);
    const link = inLink || (name === 'a' && !/^#|^$/.test(element.getAttribute('href') ?? ''));
    if (element.shadowRoot) walk(element.shadowRoot, link, inHeading || heading, depth);
    walk(element, link, inHeading || heading, depth);
    if (block) flush(heading);
  };

  walk(root, false, false, 0);
  flush(false);
  const [run, first, last] = longestRun(blocks);
  const parts: [PartSignals, ...PartSignals[]] = [measure(blocks, place, title, controls, run)];
  if (run >= SECTION_WORDS && last - first + 1 < blocks.length) {
    const section = blocks.slice(first, last + 1);
    const name = blocks.slice(0, first + 1).findLast((block) => block.heading !== '')?.heading;
    parts.push(measure(section, 'section', name ?? '', 0, run));
  }
  return { parts, text: blocks.map((block) => block.text).join('\n') };
}

function cutLong(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const sentence of text.split(/(?<=[.!?;。]) /)) {
    piece += piece === '' ? sentence : ` ${sentence}`;
    if (countWords(piece) < PIECE_WORDS) continue;
    pieces.push(piece);
    piece = '';
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** The best sum of consecutive blocks (see {@link PartSignals.runWords}) with its first and last index. */
function longestRun(blocks: readonly Block[]): [number, number, number] {
  let best: [number, number, number] = [0, 0, -1];
  let [run, first] = [0, 0];
  blocks.forEach((block, index) => {
    run += block.data ? block.words : -GAP_WEIGHT * block.words;
    if (run > best[0]) best = [Math.round(run), first, index];
    if (run < 0) [run, first] = [0, index + 1];
  });
  return best;
}

function measure(
  blocks: readonly Block[],
  place: PartPlace,
  title: string,
  controls: number,
  runWords: number,
): PartSignals {
  const headings = blocks.filter((block) => block.heading !== '');
  const text = blocks.map((block) => block.text).join('\n');
  const counts = {} as Record<PhraseFamily, number>;
  for (const family of Object.keys(PHRASES) as PhraseFamily[]) {
    counts[family] = countPhrases(family, text);
  }
  return {
    place,
    title,
    headings: headings.slice(0, MAX_HEADINGS).map((block) => block.heading),
    linkedHeadings: headings.filter((block) => block.linked).length / (headings.length || 1),
    words: total(blocks),
    dataWords: total(blocks.filter((block) => block.data)),
    runWords,
    controls,
    counts,
  };
}

function total(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.words, 0);
}
