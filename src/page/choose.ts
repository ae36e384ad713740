/**
 * Decides which blocks of a page are its document. Text is innocent until something speaks against
 * it: in the part of the page that holds most of the running text nearly everything is read; what
 * stands outside of it, or calls itself a menu, a banner or a dialog, must show running text.
 */
import type { SkipReason } from '../core/clause.ts';
import { isBanner, isConsentTool, isImprint, isLegal } from './banner.ts';
import { isList } from './elements.ts';
import { furnitureOf, isSurvey } from './furniture.ts';
import { claimOf } from './landmarks.ts';
import type { Claim } from './landmarks.ts';
import { isPiece, isUnseen, linked, LINKED, mainPart } from './main-part.ts';
import type { MainPart } from './main-part.ts';
import type { Block, Box, Survey, Verdict } from './model.ts';

/** Where names are not believed, a part with this share of the running text is read in any case. */
const UNTRUSTED_SHARE = 0.4;
/** A part next to the bulk of the text with more running text than this must speak of the same. */
const FOREIGN_PROSE = 100;
/** Running text (characters) from which a part with a misleading name is looked at. */
const SIDE_PROSE = 300;
/** Text about the document that stands above it and belongs to it. */
const DATE_LINE =
  /\b(?:effective|updated?|revised|modified|amended|version|in force|valid from)\b/i;
class Chooser {
  readonly #claims: readonly (Claim | null)[];
  readonly #part: MainPart;

  constructor(survey: Survey) {
    this.#claims = survey.boxes.map(claimOf);
    this.#part = mainPart(survey, this.#claims);
  }

  #holds(box: Box | null, inner: Box): boolean {
    return box !== null && box.index <= inner.index && inner.index < box.end;
  }

  #inMain(box: Box): boolean {
    return this.#part.main.index <= box.index && box.index < this.#part.main.end;
  }

  /** Whether a part next to the bulk of the text is about something else, or only links. */
  #isForeign(box: Box): boolean {
    const { core } = this.#part;
    if (!this.#holds(box.parent, core) || this.#holds(core, box)) return false;
    if (box.links > 3 && linked(box) > LINKED) return true;
    if (isPiece(box)) return false;
    return box.prose > FOREIGN_PROSE && (!isLegal(box) || isConsentTool(box));
  }

  /** Why a part of the main text is not read; `null` when it is. */
  #reasonInside(box: Box): SkipReason | null {
    if (box.fragmentLinks >= 4 && box.fragmentLinks >= 0.7 * box.links && linked(box) > 0.75) {
      return 'contents';
    }
    if (box.controls + box.links > 0 && !isPiece(box) && isBanner(box)) return 'dialog';
    if (isSurvey(box)) return 'form';
    const claim = this.#claims[box.index] ?? null;
    if (claim === null) return this.#isForeign(box) ? 'other' : null;
    const { reason, sure } = claim;
    if (reason === 'contents') return reason;
    // A paragraph or heading is named after what it speaks of: copyright, comments, subscriptions.
    if (!sure && isPiece(box) && !isList(box.element)) return null;
    if (reason === 'dialog')
      return box.controls > 0 && box.prose < 0.2 * this.#part.total ? reason : null;
    if (reason === 'form') return box.prose < 300 ? reason : null;
    if (sure) return box.prose < 0.15 * this.#part.total || linked(box) > LINKED ? reason : null;
    if (reason === 'footer' && box.prose < 0.1 * this.#part.total && isImprint(box)) return reason;
    return linked(box) > LINKED && box.prose < 200 ? reason : null;
  }

  /** Whether a part beside the main text is built like it: another panel of the same tabs. */
  #isAlike({ element, parent }: Box): boolean {
    let path: Box | null = this.#part.main;
    while (path !== null && path.parent !== parent) path = path.parent;
    if (path === null || path.element.localName !== element.localName) return false;
    const role = element.getAttribute('role');
    if (role !== null && role === path.element.getAttribute('role')) return true;
    return [...element.classList].some((name) => path.element.classList.contains(name));
  }

  /** Whether a part that only a class name puts aside holds text of the same kind. */
  #isText(box: Box, { reason, sure }: Claim): boolean {
    return reason === 'aside' && !sure && box.prose > SIDE_PROSE && isLegal(box);
  }

  /** Why a part beside the main text is not read; `null` when it is. */
  #reasonOutside(box: Box): SkipReason | null {
    if (!this.#part.trusting && box.prose >= UNTRUSTED_SHARE * this.#part.total) return null;
    const claim = this.#claims[box.index] ?? null;
    if (claim !== null) return this.#isText(box, claim) ? null : claim.reason;
    if (this.#part.dialog) return 'other';
    if (isUnseen(box) && box.parent?.hidden !== true) {
      return this.#isAlike(box) && isLegal(box) ? null : 'other';
    }
    if (box.chars === 0 || !box.block) return null;
    if (isBanner(box)) return 'dialog';
    if (linked(box) > LINKED) return box.links > 3 ? 'link-list' : 'other';
    const beside = this.#holds(box.parent, this.#part.main);
    return beside && (box.prose === 0 || !isLegal(box) || isConsentTool(box)) ? 'other' : null;
  }

  reason(box: Box): SkipReason | null {
    if (this.#holds(box, this.#part.main) || this.#holds(box, this.#part.core)) return null;
    return this.#inMain(box) ? this.#reasonInside(box) : this.#reasonOutside(box);
  }

  /** Whether a skipped block is the document's title or date, standing above its text. */
  isTitleOrDate(block: Block, reason: SkipReason): boolean {
    if (this.#part.dialog || (reason !== 'other' && reason !== 'header')) return false;
    if (block.box.index > this.#part.main.index || this.#inMain(block.box)) return false;
    if (block.headed?.element.localName === 'h1') return block.text.length < 200;
    return block.text.length < 120 && DATE_LINE.test(block.text) && /\d{4}/.test(block.text);
  }
}

/** Decides over every block of `survey`, in order: `null` for those that are read, and for all inside
 * the elements of `include`. */
export function choose(survey: Survey, include: readonly Element[]): Verdict[] {
  // A drawing, say, shows nothing that could be a document.
  if (survey.boxes.length === 0) return [];
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
    const reason = furnitureOf(block);
    if (reason !== null) verdicts[index] = { reason, box: block.box };
  }
  for (const box of include.length > 0 ? survey.boxes : []) {
    if (include.includes(box.element)) verdicts.fill(null, box.firstBlock, box.endBlock);
  }
  return verdicts;
}
