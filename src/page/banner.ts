/** Tells consent banners that no name, role or class gives away. */
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
