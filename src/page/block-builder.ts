/** Collects text nodes into blocks, collapsing white space and keeping where each piece came from. */
import type { Block, Run } from './model.ts';

/** What is true of the place at which a block begins. */
export type Place = Pick<Block, 'box' | 'headed' | 'item' | 'depth' | 'group' | 'row'>;

/** How a piece of text is set. */
export interface Setting {
  readonly link: boolean;
  readonly bold: boolean;
}

const WORD = /\S+/gu;
/** A line that ends here is a paragraph of its own, also when only a line break follows. */
const LINE_END = /[.!?:;…]["'”’)\]]*$/u;
/** A line that begins so is a paragraph of its own: bullets and numbers. */
const LINE_START = /^\s*(?:[•●○▪·➢–—*-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s)/u;
/** A bold line of at most this many characters is a label for what follows it. */
const LABEL_LIMIT = 150;

/** Builds the blocks of one document. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  #runs: Run[] = [];
  #text: string[] = [];
  #length = 0;
  #linkChars = 0;
  #boldChars = 0;
  #place: Place | null = null;
  #root: Node | null = null;
  /** What parts the last run from the next. */
  #gap: '' | ' ' | '\t' = '';
  /** Line breaks since the last text. */
  #breaks = 0;
  #lineStart = 0;
  #lineBold = true;
  #broken = false;

  /** Whether the open block holds text. */
  get open(): boolean {
    return this.#length > 0;
  }

  /**
   * Adds `node.data.slice(from, to)`. A block lies in one tree (document or shadow root), since a
   * range cannot span two; text of another tree begins a new block.
   */
  add(node: Text, from: number, to: number, setting: Setting, place: Place): void {
    const data = node.data.slice(from, to);
    const words = data.match(WORD);
    if (words === null) {
      if (data.length > 0) this.addSpace();
      return;
    }
    if (this.#breaks > 0) this.#settleBreaks(data, setting.bold);
    const root = node.getRootNode();
    if (this.open && root !== this.#root) this.flush();
    this.#root = root;
    if (/^\s/u.test(data)) this.addSpace();
    if (!this.open) {
      this.#place = place;
      this.#gap = '';
    }
    if (this.#gap !== '') {
      this.#text.push(this.#gap);
      this.#length += 1;
    }
    const text = words.join(' ');
    this.#runs.push({ node, seen: node.data, from, to, start: this.#length, length: text.length });
    this.#text.push(text);
    this.#length += text.length;
    if (setting.link) this.#linkChars += text.length;
    if (setting.bold) this.#boldChars += text.length;
    else this.#lineBold = false;
    this.#gap = '';
    if (/\s$/u.test(data)) this.addSpace();
  }

  /** A break that is no more than white space. */
  addSpace(): void {
    if (this.#gap === '') this.#gap = ' ';
  }

  /** The end of a table cell: text that follows is parted by a tab. */
  endCell(): void {
    if (this.open) this.#gap = '\t';
  }

  /** A `br`. What it means is decided when the next text is known. */
  breakLine(): void {
    this.addSpace();
    if (this.open) this.#breaks += 1;
  }

  #settleBreaks(next: string, bold: boolean): void {
    const line = this.#length - this.#lineStart;
    const label = this.#lineBold && !bold && line <= LABEL_LIMIT;
    if (
      this.#breaks > 1 ||
      label ||
      LINE_END.test(this.#text.at(-1) ?? '') ||
      LINE_START.test(next)
    ) {
      this.flush(true);
    } else {
      this.#breaks = 0;
      this.#lineStart = this.#length;
      this.#lineBold = true;
    }
  }

  /** Ends the open block. `broken` says that line breaks, not an element, part it from the next. */
  flush(broken = false): void {
    if (this.#runs.length > 0) {
      this.blocks.push({
        ...this.#place!,
        runs: this.#runs,
        text: this.#text.join(''),
        linkChars: this.#linkChars,
        boldChars: this.#boldChars,
        broken: this.#broken,
      });
      this.#broken = broken;
    }
    this.#runs = [];
    this.#text = [];
    this.#length = 0;
    this.#linkChars = 0;
    this.#boldChars = 0;
    this.#place = null;
    this.#gap = '';
    this.#breaks = 0;
    this.#lineStart = 0;
    this.#lineBold = true;
  }
}
