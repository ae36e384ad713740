/**
 * First pass over a page: every element as a box, every piece of text as a block. It reads the live
 * nodes and computed styles and changes nothing.
 */
import { BlockBuilder } from './block-builder.ts';
import type { Place } from './block-builder.ts';
import {
  headingRank,
  isControl,
  isFragmentLink,
  isInlineByName,
  isItem,
  isLink,
  isList,
  isPermalink,
  isTextless,
} from './elements.ts';
import type { Box, Survey } from './model.ts';
import { proseOf } from './prose.ts';
import { addRow, dataTable, isShortRow, isTable } from './tables.ts';
import type { DataTable } from './tables.ts';
import { frameDocument, isFrame, walk } from './tree.ts';

/** Local name of our own panel's host, which is never read. */
const OWN_HOST = 'clausemark-panel';
/** Inline elements with this little text stay in their line although a style floats them: initials. */
const INITIAL_LIMIT = 2;
/** A blank line, which parts paragraphs in preformatted text. */
const BLANK_LINE = /\n[^\S\n]*\n\s*/gu;
const BOLD = 600;

/** What is true inside an element. */
interface Context extends Place {
  /** The element's own box; `Place.box` is the nearest one that starts a line. */
  readonly own: Box;
  readonly link: boolean;
  readonly bold: boolean;
  readonly table: DataTable | null;
}

interface Look {
  readonly block: boolean;
  readonly hidden: boolean;
  readonly bold: boolean;
}

/** How an element is shown. Styles inside what is not displayed cost much and say little. */
function lookOf(element: Element, outer: Context | undefined): Look {
  const byName = !isInlineByName(element);
  const name = element.localName;
  const bolder = name === 'b' || name === 'strong' || name === 'th' || headingRank(element) > 0;
  if (outer?.own.hidden === true) {
    return { block: byName, hidden: true, bold: bolder || outer.bold };
  }
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  const display = style?.display ?? '';
  const bold = style === undefined ? bolder : Number(style.fontWeight) >= BOLD;
  if (display === '' || display === 'contents') return { block: byName, hidden: false, bold };
  if (display === 'none') return { block: byName, hidden: true, bold: bolder };
  const block = !/^(?:inline|ruby)/.test(display);
  if (!block || byName) return { block, hidden: false, bold };
  return { block: (element.textContent ?? '').trim().length > INITIAL_LIMIT, hidden: false, bold };
}

function isPreformatted(node: Text): boolean {
  const parent = node.parentElement;
  if (parent === null || node.data.search(BLANK_LINE) < 0) return false;
  const style = node.ownerDocument.defaultView?.getComputedStyle(parent);
  return style?.whiteSpace.startsWith('pre') ?? parent.localName === 'pre';
}

class Surveyor {
  readonly boxes: Box[] = [];
  readonly closedFrames: Element[] = [];
  readonly builder = new BlockBuilder();
  readonly #stack: Context[] = [];

  open(element: Element): boolean {
    const outer = this.#stack.at(-1);
    if (element.localName === 'br' && element.firstChild === null) {
      this.builder.breakLine();
      return false;
    }
    if (outer !== undefined && isControl(element) && element.getAttribute('type') !== 'hidden') {
      outer.own.controls += 1;
    }
    if (isTextless(element) || element.localName === OWN_HOST || isPermalink(element)) {
      // Text that is left out must not lie inside a block: the block's range would hold it.
      if (this.builder.open && (element.textContent ?? '').trim() !== '') this.builder.flush();
      return false;
    }
    if (isFrame(element) && frameDocument(element) === null) this.closedFrames.push(element);
    const context = this.#enter(element, outer);
    if (context.own.block) this.builder.flush();
    context.own.firstBlock = this.builder.blocks.length;
    if (context.table !== null && isShortRow(element)) {
      addRow(element, context.table, this.builder, context);
      context.own.links = element.querySelectorAll('a[href]').length;
      this.#leave(context);
      return false;
    }
    this.#stack.push(context);
    return true;
  }

  close(): void {
    const context = this.#stack.pop()!;
    if (context.own.block) this.builder.flush();
    this.#leave(context);
  }

  text(node: Text): void {
    const context = this.#stack.at(-1)!;
    let from = 0;
    if (isPreformatted(node)) {
      for (const blank of node.data.matchAll(BLANK_LINE)) {
        this.builder.add(node, from, blank.index, context, context);
        this.builder.flush(true);
        from = blank.index + blank[0].length;
      }
    }
    this.builder.add(node, from, node.data.length, context, context);
  }

  #leave({ own }: Context): void {
    own.end = this.boxes.length;
    own.endBlock = this.builder.blocks.length;
  }

  #enter(element: Element, outer: Context | undefined): Context {
    const { block, hidden, bold } = lookOf(element, outer);
    const link = isLink(element);
    const own: Box = {
      element,
      parent: outer?.own ?? null,
      index: this.boxes.length,
      end: 0,
      firstBlock: 0,
      endBlock: 0,
      block,
      hidden,
      chars: 0,
      linkChars: 0,
      prose: 0,
      links: link ? 1 : 0,
      fragmentLinks: link && isFragmentLink(element) ? 1 : 0,
      controls: 0,
    };
    this.boxes.push(own);
    const headed =
      headingRank(element) > 0 || element.localName === 'summary' || element.localName === 'dt';
    const list = isList(element) || element.localName === 'dl';
    const table = isTable(element) ? dataTable(element) : (outer?.table ?? null);
    return {
      own,
      box: block || outer === undefined ? own : outer.box,
      link: link || outer?.link === true,
      bold,
      headed: headed ? own : (outer?.headed ?? null),
      item: isItem(element) ? own : (outer?.item ?? null),
      depth: (outer?.depth ?? 0) + (isList(element) ? 1 : 0),
      group: list || isTable(element) ? own : (outer?.group ?? null),
      row: null,
      table,
    };
  }
}

/** Adds up, for every box, what its blocks and inner boxes hold. */
function addUp({ boxes, blocks }: Survey): void {
  for (const block of blocks) {
    block.box.chars += block.text.length;
    block.box.linkChars += block.linkChars;
    block.box.prose += proseOf(block);
  }
  for (let index = boxes.length - 1; index > 0; index -= 1) {
    const { parent, chars, linkChars, prose, links, fragmentLinks, controls } = boxes[index]!;
    if (parent === null) continue;
    parent.chars += chars;
    parent.linkChars += linkChars;
    parent.prose += prose;
    parent.links += links;
    parent.fragmentLinks += fragmentLinks;
    parent.controls += controls;
  }
}

/** Surveys all that `root` shows. Linear in the number of nodes. */
export function survey(root: Element): Survey {
  const surveyor = new Surveyor();
  walk(root, surveyor);
  surveyor.builder.flush();
  const { boxes, closedFrames, builder } = surveyor;
  const result: Survey = { boxes, blocks: builder.blocks, closedFrames };
  addUp(result);
  return result;
}
