/**
 * Decides which blocks of a page are its document. Text is innocent until something speaks against
 * it: in the part of the page that holds most of the running text nearly everything is read; what
 * stands outside of it, or calls itself a menu, a banner or a dialog, must show running text.
 */
import type { SkipReason } from '../core/clause.ts';
import { claimOf } from './landmarks.ts';
import type { Block, Box, Survey, Verdict } from './model.ts';

/** The main part holds at least this share of the page's running text. */
const MAIN_SHARE = 0.8;
/** A part with this share of the running text is believed to be text whatever it calls itself. */
const BULK_SHARE = 0.4;
/** Share of text in links from which a part is a list of links. */
const LINKED = 0.6;
/** A part beside the main text with less running text than this (characters) is a remark, not text. */
const SIDE_PROSE = 300;
/** Text about the document that stands above it and belongs to it. */
const DATE_LINE =
  /\b(?:effective|updated?|revised|modified|amended|version|in force|valid from)\b/i;
const TOP_LINK =
  /^[\s↑⇑^«»<>]*(?:(?:back|return|go|jump|scroll|move)\s+(?:up\s+)?to\s+(?:the\s+)?(?:top|index|contents?|table of contents|start)(?:\s+of\s+(?:the\s+)?page)?|top(?:\s+of\s+(?:the\s+)?page)?|top)[\s↑⇑^«»<>.]*$/i;
const MORE_LINK =
  /^(?:(?:read|learn|show|see|view|find out)\s+(?:more|less|all)|(?:expand|collapse|open|close)\s+(?:all|section)s?|print(?:\s+(?:this\s+)?(?:page|policy))?|download(?:\s+(?:as\s+)?pdf)?|share|close|menu|search|skip to (?:main )?content)[\s.…>»→]*$/i;

/** The smallest box that holds {@link MAIN_SHARE} of what `amount` counts. */
function mainBox(survey: Survey, amount: (box: Box) => number): Box {
  let main = survey.boxes[0]!;
  const wanted = amount(main) * MAIN_SHARE;
  for (;;) {
    let next: Box | null = null;
    for (let i = main.index + 1; i < main.end; i = survey.boxes[i]!.end) {
      const child = survey.boxes[i]!;
      if (amount(child) >= wanted && child.block) next = child;
    }
    if (next === null || wanted === 0) return main;
    main = next;
  }
}

function linked(box: Box): number {
  return box.chars === 0 ? 0 : box.linkChars / box.chars;
}

class Chooser {
  readonly #main: Box;
  readonly #total: number;

  constructor(survey: Survey) {
    this.#main = mainBox(survey, (box) => box.prose);
    this.#total = survey.boxes[0]!.prose;
  }

  get main(): Box {
    return this.#main;
  }

  #holdsMain(box: Box): boolean {
    return box.index <= this.#main.index && this.#main.index < box.end;
  }

  #inMain(box: Box): boolean {
    return this.#main.index <= box.index && box.index < this.#main.end;
  }

  /** Why a part of the main text is not read; `null` when it is. */
  #reasonInside(box: Box): SkipReason | null {
    if (box.fragmentLinks >= 4 && box.fragmentLinks >= 0.7 * box.links && linked(box) > 0.75) {
      return 'contents';
    }
    const claim = claimOf(box.element);
    if (claim === null) return null;
    const { reason, sure } = claim;
    if (reason === 'contents') return linked(box) > 0.5 ? reason : null;
    if (reason === 'dialog')
      return box.controls > 0 && box.prose < 0.2 * this.#total ? reason : null;
    if (reason === 'form') return box.prose < 300 ? reason : null;
    if (sure) return box.prose < 0.15 * this.#total || linked(box) > LINKED ? reason : null;
    return linked(box) > LINKED && box.prose < 200 ? reason : null;
  }

  /** Why a part beside the main text is not read; `null` when it is. */
  #reasonOutside(box: Box): SkipReason | null {
    if (box.prose >= BULK_SHARE * this.#total) return null;
    const claim = claimOf(box.element);
    if (claim !== null) return claim.reason;
    if (box.chars === 0 || !box.block) return null;
    if (linked(box) > LINKED) return box.links > 3 ? 'link-list' : 'other';
    const beside = box.parent !== null && this.#holdsMain(box.parent);
    return beside && box.prose < Math.min(SIDE_PROSE, 0.1 * this.#total) ? 'other' : null;
  }

  reason(box: Box): SkipReason | null {
    if (this.#holdsMain(box)) return null;
    return this.#inMain(box) ? this.#reasonInside(box) : this.#reasonOutside(box);
  }

  /** A block that no part around it rules out. */
  blockReason(block: Block): SkipReason | null {
    const { text, box } = block;
    if (
      text.length < 60 &&
      (TOP_LINK.test(text) ||
        (MORE_LINK.test(text) &&
          (block.linkChars > 0 || box.controls > 0 || box.element.closest('a, button') !== null)))
    ) {
      return 'navigation';
    }
    return null;
  }

  /** Whether a skipped block is the document's title or date, standing above its text. */
  isTitleOrDate(block: Block, reason: SkipReason): boolean {
    if (reason !== 'other' && reason !== 'header') return false;
    if (block.box.index > this.#main.index || this.#inMain(block.box)) return false;
    if (block.headed?.element.localName === 'h1') return block.text.length < 200;
    return block.text.length < 120 && DATE_LINE.test(block.text) && /\d{4}/.test(block.text);
  }
}

/** Decides over every block of `survey`, in order: `null` for those that are read, and for all inside
 * the elements of `include`. */
export function choose(survey: Survey, include: readonly Element[]): Verdict[] {
  const chooser = new Chooser(survey);
  const verdicts: Verdict[] = Array.from({ length: survey.blocks.length }, () => null);
  let covered = 0;
  for (const box of survey.boxes) {
    if (box.endBlock <= covered || box.firstBlock < covered) continue;
    const reason = chooser.reason(box);
    if (reason === null) continue;
    for (let i = box.firstBlock; i < box.endBlock; i += 1) verdicts[i] = { reason, box };
    covered = Math.max(covered, box.endBlock);
  }
  for (const [index, block] of survey.blocks.entries()) {
    const skipped = verdicts[index];
    if (skipped != null) {
      if (chooser.isTitleOrDate(block, skipped.reason)) verdicts[index] = null;
      continue;
    }
    const reason = chooser.blockReason(block);
    if (reason !== null) verdicts[index] = { reason, box: block.box };
  }
  for (const box of include.length > 0 ? survey.boxes : []) {
    if (include.includes(box.element)) verdicts.fill(null, box.firstBlock, box.endBlock);
  }
  return verdicts;
}
