/**
 * Reads one text of the page (the body, an open dialog, a frame) into the statistics that detection
 * wants. One pass over the nodes, no layout, no change to the page.
 */
import { countPhrases, speaksOfData } from '../core/detect/phrases.ts';
import { collapse } from '../core/text/collapse.ts';
import {
  GAP_WEIGHT,
  MAX_HEADINGS,
  SECTION_WORDS,
  SHORT_SECTION_WORDS,
} from '../core/detect/signals.ts';
import type { PartPlace, PartSignals } from '../core/detect/signals.ts';
import { isConsentDialog, isDialog } from './consent.ts';

const SKIPPED =
  'script,style,noscript,template,nav,footer,select,textarea,iframe,[role=navigation]';
const INLINE = /^(a|abbr|b|code|em|font|i|mark|small|span|strong|su[bp]|time|u|slot)$/;
const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const LINK = 'a[href]:not([href*="#"],[href^="javascript"])';

/** `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT`. */
const ELEMENTS_AND_TEXT = 5;

/** Text is read up to here: more never changed a decision, and it bounds the work on huge pages. */
const MAX_CHARS = 250_000;

/** A block with a larger share of link text is a menu, a hub or a list of results. */
const LINK_SHARE = 0.6;

/** What is longer is text in a link that lacks its end tag: teasers have up to about 300 characters. */
const LINK_CHARS = 400;

/** Blocks up to this many words take over the subject of the heading that they stand under. */
const ITEM_WORDS = 25;

/** Blocks under a heading with a link that announce the page it leads to: an address and a few lines. */
const TEASER_BLOCKS = 2;

/** A longer block is cut at sentence ends into pieces of at least 300 characters, so that a text without
 * paragraphs is not judged by one word of it. */
const PIECES = /.{300,}?[.!?;。] |.+$/g;

interface Block {
  /** Lower-case text. */
  readonly text: string;
  readonly words: number;
  /** Whether it speaks of data. */
  readonly data: boolean;
  /** The text as written, for headings; else empty. */
  readonly heading: string;
}

/** Words of a text with collapsed white space; twelve characters count as one in scripts without spaces. */
function countWords(text: string): number {
  return Math.max(text.split(' ').length, Math.round(text.length / 12));
}

/**
 * Reads everything below `root` (or a bare text), open shadow roots included: the statistics of all of it, and of its
 * privacy section when it has a long one. Dialogs are not read but added to `dialogs`, so that each is
 * judged by its own text.
 */
export function readPart(
  root: Node,
  place: PartPlace,
  title: string,
  dialogs: Element[],
): PartSignals[] {
  const blocks: Block[] = [];
  let chars = 0;
  let buffer = (root as Partial<Text>).data ?? '';
  let linkChars = 0;
  let underData = false;
  let teasers = 0;

  const flush = (heading: boolean): void => {
    const block = collapse(buffer);
    const linked = linkChars > LINK_SHARE * buffer.length;
    buffer = '';
    linkChars = 0;
    if (block === '' || (linked && !heading)) return;
    chars += block.length;
    for (const text of heading
      ? [block.toLowerCase()]
      : (block.toLowerCase().match(PIECES) ?? [])) {
      const words = countWords(text);
      const data = speaksOfData(text);
      if (heading) {
        underData = data;
        teasers = linked ? TEASER_BLOCKS : 0;
      } else if (teasers-- > 0) continue;
      blocks.push({
        text,
        words,
        data: data || (underData && words <= ITEM_WORDS),
        heading: heading ? block.slice(0, 120) : '',
      });
    }
  };

  const walk = (node: Node, inLink: boolean, inHeading: boolean): void => {
    // Names of a form's fields may stand in for its own `firstChild` and `nextSibling`, not for a walker's.
    const walker = document.createTreeWalker(node, ELEMENTS_AND_TEXT);
    for (let child = walker.firstChild(); child; child = walker.nextSibling()) {
      if (child.nodeType === 3) {
        const data = (child as Text).data;
        buffer += data;
        if (inLink) linkChars += data.length;
      } else if (chars < MAX_CHARS) {
        enter(child as Element, inLink, inHeading);
      }
    }
  };

  const enter = (element: Element, inLink: boolean, inHeading: boolean): void => {
    if (element.matches(SKIPPED)) return;
    if (isDialog(element)) {
      dialogs.push(element);
      return;
    }
    if (isConsentDialog(element)) return;
    const heading = element.matches(HEADING);
    const block = !INLINE.test(element.localName) && !inHeading;
    if (block) flush(false);
    const link = inLink || (element.matches(LINK) && element.textContent!.length < LINK_CHARS);
    // With a host: a field of that name, which can hold its own form, would be walked without end.
    if (element.shadowRoot?.host) walk(element.shadowRoot, link, inHeading || heading);
    walk(element, link, inHeading || heading);
    if (block) flush(heading);
  };

  walk(root, false, false);
  flush(false);
  return [measure(blocks, place, title), ...sections(blocks, SHORT_SECTION_WORDS)];
}

/** The stretches about data, each with its nearest heading: the longest, then those as long as a policy. */
function sections(blocks: readonly Block[], atLeast: number): PartSignals[] {
  const [run, first, end] = longestRun(blocks);
  if (run < atLeast) return [];
  const name = blocks.slice(0, first + 1).findLast((block) => block.heading !== '')?.heading;
  return [
    measure(blocks.slice(first, end), 'section', name ?? ''),
    ...sections(blocks.slice(0, first), SECTION_WORDS),
    ...sections(blocks.slice(end), SECTION_WORDS),
  ];
}

/** The best sum of consecutive blocks (see {@link GAP_WEIGHT}) with its first index and the one after its last. */
function longestRun(blocks: readonly Block[]): [number, number, number] {
  let best: [number, number, number] = [0, 0, 0];
  let run = 0;
  let first = 0;
  blocks.forEach((block, index) => {
    run += block.data ? block.words : -GAP_WEIGHT * block.words;
    if (run > best[0]) best = [run, first, index + 1];
    if (run < 0) {
      run = 0;
      first = index + 1;
    }
  });
  return best;
}

function measure(blocks: readonly Block[], place: PartPlace, title: string): PartSignals {
  const headings = blocks.filter((block) => block.heading !== '');
  const text = blocks.map((block) => block.text).join('\n');
  return {
    place,
    title,
    headings: headings.slice(0, MAX_HEADINGS).map((block) => block.heading),
    words: total(blocks),
    dataWords: total(blocks.filter((block) => block.data)),
    counts: countPhrases(text),
  };
}

function total(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.words, 0);
}
