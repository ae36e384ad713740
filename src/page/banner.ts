/** Judges short parts of a page by their words: consent banners, consent tools, legal text. */
import type { Box } from './model.ts';

const BUTTONS = 'button, a, [role="button"], input[type="button"], input[type="submit"]';
const ANSWER =
  /^(?:(?:i |yes,? i )?(?:accept|agree|allow|understand)|(?:reject|decline|deny|refuse)\b|got it|okay?$|continue$|(?:save|confirm) (?:my )?(?:choices|preferences))/i;
/** Longest text (characters) of a banner; what is longer is read. */
const BANNER_CHARS = 1500;
const LABEL_LIMIT = 40;

/** Whether a box is a short text about cookies with a button that accepts or refuses them. */
export function isBanner({ element, chars, prose }: Box): boolean {
  if (prose === 0 || chars > BANNER_CHARS) return false;
  if (!/cookie|consent/i.test(element.textContent ?? '')) return false;
  return [...element.querySelectorAll(BUTTONS)].some((button) => {
    const label = (button.textContent ?? '').trim() || (button.getAttribute('value') ?? '');
    return label.length <= LABEL_LIMIT && ANSWER.test(label);
  });
}

const TOGGLES = 'input[type="checkbox"], [role="switch"], [role="checkbox"]';
/** Longest running text (characters) of a tool with toggles for kinds of cookies. */
const TOOL_PROSE = 6000;

/** Whether a box lets the reader switch kinds of cookies on and off. */
export function isConsentTool({ element, controls, prose }: Box): boolean {
  if (controls < 2 || prose > TOOL_PROSE) return false;
  if (!/cookie|store or retrieve|consent/i.test(element.textContent ?? '')) return false;
  return element.querySelectorAll(TOGGLES).length > 1;
}

/** Words that stand in nearly every sentence or two of a legal text, and seldom in other text. */
const LEGAL =
  /\b(?:privacy|personal|polic(?:y|ies)|cookies?|terms|agreement|rights?|notice|consent|third[- ]part(?:y|ies)|disclos\w*|collect\w*|information|data|contact|e-?mail|GDPR|CCPA)\b/gi;
/** Legal text has such a word at least every so many characters. */
const LEGAL_EVERY = 300;

/** Whether the words of a box are those of a legal text. */
export function isLegal({ element, chars }: Box): boolean {
  const found = (element.textContent ?? '').match(LEGAL)?.length ?? 0;
  return found >= Math.max(1, Math.floor(chars / LEGAL_EVERY));
}

/** Whether a box says whose page it is, as footers do. */
export function isImprint({ element }: Box): boolean {
  return /©|\(c\) ?\d{4}|\bcopyright \d{4}|\ball rights reserved\b/i.test(
    element.textContent ?? '',
  );
}
