/** Tells dialogs, and among them the ones that ask for consent to cookies, which are never a policy. */

const DIALOG = 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true]';
const NAMES = /consent|cookie|cmp-|gdpr|ccpa|onetrust/i;
const TOGGLE = 'input[type=checkbox],[role=switch],[role=checkbox]';
const BUTTON = 'button,[role=button],input[type=button],input[type=submit],a';
const ANSWER =
  /accept|agree|allow|reject|decline|got it|^ok$|confirm|akzept|zustimm|ablehn|accett|rifiut|acept|rechaz|akkoord|weiger|aceit|rejeit|akcept|zgadzam|odrzu|refuser/i;

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
  const named = NAMES.test(`${element.id} ${element.getAttribute('class') ?? ''}`);
  if (!named && !isDialog(element)) return false;
  if (!isDialog(element) && element.querySelector('h1,main,article')) return false;
  const answers = [...element.querySelectorAll(BUTTON)].some((button) => {
    const label = (button.textContent ?? '').trim() || (button.getAttribute('value') ?? '');
    return label.length < 40 && ANSWER.test(label);
  });
  if (!answers) return false;
  return (
    element.querySelector(TOGGLE) !== null || (element.textContent ?? '').length < BANNER_CHARS
  );
}
