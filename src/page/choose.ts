/**
 * Decides which blocks of a page are its document. Text is innocent until something speaks against
 * it: in the part of the page that holds most of the running text nearly everything is read; what
 * stands outside of it, or calls itself a menu, a banner or a dialog, must show running text.
 */
import type { SkipReason } from '../core/clause.ts';
import { isBanner, isConsentTool, isLegal } from './banner.ts';
import { isConsentDialog, isDialog } from './consent.ts';
import { claimOf } from './landmarks.ts';
import type { Claim } from './landmarks.ts';
import type { Block, Box, Survey, Verdict } from './model.ts';

/** The main part holds at least this share of the page's running text. */
const MAIN_SHARE = 0.6;
/** A dialog that is shown and holds this share of the running text is the document. */
const DIALOG_SHARE = 0.4;
/** Where they are not, a part with this share of the running text is read whatever it calls itself. */
const UNTRUSTED_SHARE = 0.4;
/** Names of parts are believed when at least this share of the running text stands outside of them. */
const BELIEVED = 0.3;
/** Share of text in links from which a part is a list of links. */
const LINKED = 0.6;
/** A part next to the bulk of the text with more running text than this must speak of the same. */
const FOREIGN_PROSE = 100;
/** Text about the document that stands above it and belongs to it. */
const DATE_LINE =
  /\b(?:effective|updated?|revised|modified|amended|version|in force|valid from)\b/i;
const TOP_LINK =
  /^[\s↑⇑^«»<>]*(?:(?:back|return|go|jump|scroll|move)\s+(?:up\s+)?to\s+(?:the\s+)?(?:top|index|contents?|table of contents|start)(?:\s+of\s+(?:the\s+)?page)?|top(?:\s+of\s+(?:the\s+)?page)?|top)[\s↑⇑^«»<>.]*$/i;
const MORE_LINK =
  /^(?:(?:read|learn|show|see|view|find out)\s+(?:more|less|all)|(?:expand|collapse|open|close)\s+(?:all|section)s?|print(?:\s+(?:this\s+)?(?:page|policy))?|download(?:\s+(?:as\s+)?pdf)?|share|close|menu|search|skip to (?:main )?content)[\s.…>»→]*$/i;

function linked(box: { readonly chars: number; readonly linkChars: number }): number {
  return box.chars === 0 ? 0 : box.linkChars / box.chars;
}

/**
 * Running text of every box, less what calls itself a menu, a footer, a dialog and the like. Where
 * little is left, such names cannot be believed, and all running text counts.
 */
function believedProse(survey: Survey, claims: readonly (Claim | null)[]): number[] | null {
  const all = survey.boxes.map((box) => box.prose);
  const believed = [...all];
  for (let index = all.length - 1; index > 0; index -= 1) {
    const parent = survey.boxes[index]!.parent!.index;
    const lost = claims[index] === null ? all[index]! - believed[index]! : all[index]!;
    believed[parent]! -= lost;
  }
  return believed[0]! >= BELIEVED * all[0]! ? believed : null;
}

/** Whether a dialog's label or a heading in it names a legal document; toggles make it a setting. */
function isNamedPolicy(dialog: Element): boolean {
  if (dialog.querySelector('input[type="checkbox"], [role="switch"]') !== null) return false;
  const headings = [...dialog.querySelectorAll('h1, h2, h3, h4, [role="heading"]')];
  const names = [
    dialog.getAttribute('aria-label'),
    ...headings.map((heading) => heading.textContent),
  ];
  return names.some((name) => /privacy|polic|statement|terms|cookie notice/i.test(name ?? ''));
}

/** The dialog that is the document: shown over the page, with much of all text, not about cookies. */
function dialogOf(survey: Survey, claims: readonly (Claim | null)[]): Box | null {
  const enough = DIALOG_SHARE * survey.boxes[0]!.prose;
  const found = survey.boxes.find(
    (box) =>
      claims[box.index]?.reason === 'dialog' &&
      box.prose > 0 &&
      box.prose >= enough &&
      !box.hidden &&
      isDialog(box.element) &&
      !isConsentDialog(box.element) &&
      isNamedPolicy(box.element),
  );
  return found ?? null;
}

/** The smallest box that holds {@link MAIN_SHARE} of the believed running text. */
function mainBox({ boxes }: Survey, believed: readonly number[]): Box {
  const wanted = believed[0]! * MAIN_SHARE;
  let main = boxes[0]!;
  for (;;) {
    let next: Box | null = null;
    for (let i = main.index + 1; i < main.end; i = boxes[i]!.end) {
      if (believed[i]! >= wanted && boxes[i]!.block) next = boxes[i]!;
    }
    if (next === null || wanted === 0) return main;
    main = next;
  }
}

/** Whether a box is kept from everybody, or from people who do not see the page. */
function isUnseen(box: Box): boolean {
  return box.hidden || box.element.getAttribute('aria-hidden') === 'true';
}

/**
 * Widens `main` as long as what is added is text: no part of it calls itself anything, and it is not
 * mostly links. Title, introduction and last section often stand beside the bulk of a document.
 */
function widened(main: Box, { boxes }: Survey, claims: readonly (Claim | null)[]): Box {
  let wide = main;
  for (;;) {
    const { parent } = wide;
    if (parent === null) return wide;
    const chars = parent.chars - wide.chars;
    const linkChars = parent.linkChars - wide.linkChars;
    if (linked({ chars, linkChars }) > LINKED / 2) return wide;
    for (let i = parent.index; i < parent.end; i += 1) {
      if (i === wide.index) i = wide.end;
      const box = i < parent.end ? boxes[i]! : null;
      if (box !== null && box.chars > 0 && (claims[i] !== null || isUnseen(box))) return wide;
    }
    wide = parent;
  }
}

class Chooser {
  /** The box that holds the bulk of the text, and the part around it that is read as a whole. */
  readonly #core: Box;
  readonly #main: Box;
  readonly #total: number;

  readonly #claims: readonly (Claim | null)[];

  /** Why everything beside the main text is skipped: behind a dialog nothing is read. */
  readonly #beside: SkipReason | null;
  /** Whether names are believed outside the main text. */
  readonly #trusting: boolean;

  constructor(survey: Survey) {
    this.#claims = survey.boxes.map(claimOf);
    const dialog = dialogOf(survey, this.#claims);
    const believed = believedProse(survey, this.#claims);
    const prose = believed ?? survey.boxes.map((box) => box.prose);
    this.#core = dialog ?? mainBox(survey, prose);
    this.#main = dialog ?? widened(this.#core, survey, this.#claims);
    this.#total = dialog?.prose ?? prose[0]!;
    this.#trusting = dialog !== null || believed !== null;
    this.#beside = dialog === null ? null : 'other';
  }

  #holds(box: Box | null, inner: Box): boolean {
    return box !== null && box.index <= inner.index && inner.index < box.end;
  }

  #inMain(box: Box): boolean {
    return this.#main.index <= box.index && box.index < this.#main.end;
  }

  /** Whether a part next to the bulk of the text is about something else, or only links. */
  #isForeign(box: Box): boolean {
    if (!this.#holds(box.parent, this.#core) || this.#holds(this.#core, box)) return false;
    if (box.links > 3 && linked(box) > LINKED) return true;
    return box.prose > FOREIGN_PROSE && (!isLegal(box) || isConsentTool(box));
  }

  /** Why a part of the main text is not read; `null` when it is. */
  #reasonInside(box: Box): SkipReason | null {
    if (box.fragmentLinks >= 4 && box.fragmentLinks >= 0.7 * box.links && linked(box) > 0.75) {
      return 'contents';
    }
    if (box.controls + box.links > 0 && isBanner(box)) return 'dialog';
    const claim = this.#claims[box.index] ?? null;
    if (claim === null) return this.#isForeign(box) ? 'other' : null;
    const { reason, sure } = claim;
    if (reason === 'contents') return reason;
    if (reason === 'dialog')
      return box.controls > 0 && box.prose < 0.2 * this.#total ? reason : null;
    if (reason === 'form') return box.prose < 300 ? reason : null;
    if (sure) return box.prose < 0.15 * this.#total || linked(box) > LINKED ? reason : null;
    return linked(box) > LINKED && box.prose < 200 ? reason : null;
  }

  /** Whether a part beside the main text is built like it: another panel of the same tabs. */
  #isAlike({ element, parent }: Box): boolean {
    let path: Box | null = this.#main;
    while (path !== null && path.parent !== parent) path = path.parent;
    if (path === null || path.element.localName !== element.localName) return false;
    const role = element.getAttribute('role');
    if (role !== null && role === path.element.getAttribute('role')) return true;
    return [...element.classList].some((name) => path.element.classList.contains(name));
  }

  /** Why a part beside the main text is not read; `null` when it is. */
  #reasonOutside(box: Box): SkipReason | null {
    if (!this.#trusting && box.prose >= UNTRUSTED_SHARE * this.#total) return null;
    const claim = this.#claims[box.index] ?? null;
    if (claim !== null) return claim.reason;
    if (this.#beside !== null) return 'other';
    if (isUnseen(box) && box.parent?.hidden !== true) {
      return this.#isAlike(box) && isLegal(box) ? null : 'other';
    }
    if (box.chars === 0 || !box.block) return null;
    if (isBanner(box)) return 'dialog';
    if (linked(box) > LINKED) return box.links > 3 ? 'link-list' : 'other';
    const beside = this.#holds(box.parent, this.#main);
    return beside && (box.prose === 0 || !isLegal(box) || isConsentTool(box)) ? 'other' : null;
  }

  reason(box: Box): SkipReason | null {
    if (this.#holds(box, this.#main) || this.#holds(box, this.#core)) return null;
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
    if (this.#beside !== null || (reason !== 'other' && reason !== 'header')) return false;
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
