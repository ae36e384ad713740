/** Tells dialogs, and among them the ones that ask for consent to cookies, which are never a policy. */

const DIALOG = 'dialog,[role$=dialog],[aria-modal=true]';
const NAMES = /consent|cookie|cmp-|gdpr|onetrust/i;
const TOGGLE = '[type=checkbox],[role=switch]';
const BUTTON = 'button,[role=button],a,input';
const ANSWER =
  /accept|agree|allow|reject|got it|^ok$|akzept|ablehn|accett|rifiut|acept|rechaz|akkoord|aceit|akcept|refus/i;

/** A text longer than this (about 600 words) is read as a policy even when it ends in "I agree". */
const BANNER_CHARS = 3600;

/** Whether an element is a dialog by its tag or role. */
export function isDialog(element: Element): boolean {
  return element.matches(DIALOG);
}

/**
 * Whether an element asks for consent: named like a consent banner or a dialog, with a button that
 * accepts or refuses, and either with boxes to tick or too short for a policy.
 */
export function isConsentDialog(element: Element): boolean {
  if (!isDialog(element)) {
    if (!NAMES.test(`${element.id} ${element.getAttribute('class')}`)) return false;
    if (element.querySelector('h1,main,article')) return false;
  }
  if (!element.querySelector(TOGGLE) && element.textContent!.length > BANNER_CHARS) return false;
  return [...element.querySelectorAll(BUTTON)].some((button) => {
    const label = button.textContent!.trim() || button.getAttribute('value') || '';
    return label.length < 40 && ANSWER.test(label);
  });
}
