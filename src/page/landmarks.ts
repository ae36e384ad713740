/** What an element says of itself: menu, banner, footer, dialog … by name, role and class. */
import type { SkipReason } from '../core/clause.ts';
import { closestTo } from './clobbered.ts';
import { isWording } from './elements.ts';
import type { Box } from './model.ts';
import { hintOf } from './name-hints.ts';

/** A claim about an element. `sure`: its name or role says so; else only its class or id hints. */
export interface Claim {
  readonly reason: SkipReason;
  readonly sure: boolean;
}

const BY_ROLE: Readonly<Record<string, SkipReason>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'navigation',
  tablist: 'navigation',
  listbox: 'navigation',
  'doc-toc': 'contents',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
  dialog: 'dialog',
  alertdialog: 'dialog',
  search: 'form',
};

/** Whether a header or footer belongs to the page and not to a section of it. */
function isOfPage(element: Element): boolean {
  return (
    closestTo(element.parentElement, 'article, main, section, [role="main"], [role="article"]') ===
    null
  );
}

/** Names that consent tools give themselves to people who do not see them. */
const CONSENT_LABEL =
  /\bcookies? (?:preferences|settings|consent|banner|notice|control|bar)\b|\bcookiebanner\b|\b(?:privacy|consent) (?:preference|manager|preferences) ?(?:cent(?:er|re))?\b|\bcookie consent\b/i;

/** A form with more running text than this (characters) is a page that is wrapped in a form. */
const FORM_PROSE = 300;

function claimedBy({ element, prose, controls }: Box): Claim | null {
  const role = element.getAttribute('role');
  if (role !== null) {
    const reason = BY_ROLE[role.trim().toLowerCase()];
    if (reason !== undefined) return { reason, sure: true };
  }
  const label = element.getAttribute('aria-label');
  const dialog = element.getAttribute('aria-modal') === 'true';
  if (dialog || (label !== null && CONSENT_LABEL.test(label) && element.localName !== 'a')) {
    return { reason: 'dialog', sure: true };
  }
  switch (element.localName) {
    case 'nav':
      return { reason: 'navigation', sure: true };
    case 'dialog':
      return { reason: 'dialog', sure: true };
    case 'footer':
      return { reason: 'footer', sure: isOfPage(element) };
    case 'header':
      return { reason: 'header', sure: isOfPage(element) };
    case 'aside':
      return { reason: 'aside', sure: false };
    case 'form':
      return controls > 0 && prose < FORM_PROSE ? { reason: 'form', sure: true } : null;
    case 'button':
      return element.closest('h1, h2, h3, h4, h5, h6, [aria-expanded], [aria-controls]') === null
        ? { reason: 'form', sure: false }
        : null;
    case 'body':
    case 'main':
    case 'article':
    case 'html':
      return null;
    default: {
      const reason = hintOf(element);
      return reason === null ? null : { reason, sure: false };
    }
  }
}

/** Share of running text from which a menu or a banner across the page is no such thing. */
const MENU_PROSE = 0.5;
const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** Fewest links of a table of contents. */
const CONTENTS_LINKS = 3;

/**
 * What a box claims to be, or `null` when it claims nothing or plainly is something else: a "menu" of
 * running text, a "header" that holds an introduction, a table of contents without links.
 */
export function claimOf(box: Box): Claim | null {
  // Words in a line say nothing of the page's parts, and most elements are such.
  if (box.chars === 0 || (!box.block && isWording(box.element))) return null;
  const claim = claimedBy(box);
  if (claim === null) return null;
  const prose = box.prose / box.chars;
  const linked = box.linkChars / box.chars;
  switch (claim.reason) {
    case 'navigation':
      return prose > MENU_PROSE && linked < MENU_PROSE / 2 ? null : claim;
    case 'header':
      // A heading in a box called "header" heads a section, unless the page's menu is there too.
      if (!claim.sure && box.links === 0 && box.controls === 0) {
        return box.element.querySelector(HEADINGS) === null ? claim : null;
      }
      return prose > MENU_PROSE && linked < MENU_PROSE / 2 ? null : claim;
    case 'contents':
      return box.links < CONTENTS_LINKS || linked < MENU_PROSE ? null : claim;
    default:
      return claim;
  }
}
