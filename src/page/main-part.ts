/**
 * Finds the main part of a page: the box that holds the bulk of its running text, and what stands
 * around it as its title, introduction and last sections.
 */
import { isConsentDialog, isDialog } from './consent.ts';
import type { Claim } from './landmarks.ts';
import type { Box, Survey } from './model.ts';

/** The bulk holds at least this share of the page's running text. */
const BULK_SHARE = 0.6;
/** A dialog that is shown and holds this share of the running text is the document. */
const DIALOG_SHARE = 0.4;
/** Names of parts are believed when at least this share of the running text stands outside of them. */
const BELIEVED = 0.3;
/** Share of text in links from which a part is a list of links. */
export const LINKED = 0.6;

/** Share of a box's text that stands in links, 0…1. */
export function linked(box: { readonly chars: number; readonly linkChars: number }): number {
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

/** The smallest box that holds {@link BULK_SHARE} of the believed running text. */
function bulkOf({ boxes }: Survey, believed: readonly number[]): Box {
  const wanted = believed[0]! * BULK_SHARE;
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
export function isUnseen(box: Box): boolean {
  return box.hidden || box.element.getAttribute('aria-hidden') === 'true';
}

/** Elements that hold a piece of a text, never the whole of it with its headings. */
const PIECE = /^(?:ul|ol|menu|li|dl|dd|p|blockquote|table|tbody|tr|pre|details|h[1-6])$/;

/** Whether a box is a piece of text, such as a list: what stands beside it is of the same text. */
export function isPiece({ element }: Box): boolean {
  return PIECE.test(element.localName);
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

/** The main part of a page. */
export interface MainPart {
  /** The box that holds the bulk of the text. */
  readonly core: Box;
  /** The part around it that is read as a whole. */
  readonly main: Box;
  /** Running text that counts, in characters. */
  readonly total: number;
  /** Whether what parts call themselves is believed. */
  readonly trusting: boolean;
  /** Whether it is a dialog: then nothing behind it is read. */
  readonly dialog: boolean;
}

/** Finds the main part of a surveyed page by the claims of its boxes. */
export function mainPart(survey: Survey, claims: readonly (Claim | null)[]): MainPart {
  const dialog = dialogOf(survey, claims);
  if (dialog !== null) {
    return { core: dialog, main: dialog, total: dialog.prose, trusting: true, dialog: true };
  }
  const believed = believedProse(survey, claims);
  const prose = believed ?? survey.boxes.map((box) => box.prose);
  let core = bulkOf(survey, prose);
  while (core.parent !== null && isPiece(core)) core = core.parent;
  const main = widened(core, survey, claims);
  return { core, main, total: prose[0]!, trusting: believed !== null, dialog: false };
}
