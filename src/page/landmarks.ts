/** What an element says of itself: menu, banner, footer, dialog … by name, role and class. */
import type { SkipReason } from '../core/clause.ts';
import type { Box } from './model.ts';

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

/** Hints in class names and ids, tried in order on their words. */
const HINTS: readonly (readonly [RegExp, SkipReason])[] = [
  [
    /\b(?:toc|table of contents|contents list|on this page|jump (?:to|links?|menu)|anchor (?:nav|links|list|menu))\b/,
    'contents',
  ],
  [
    /\b(?:cookies? (?:banner|bar|notice|consent|law|popup|modal|message|wall|alert|info|overlay|prompt|disclaimer|notification)|cookiebar|cookiebanner|cookieconsent|consent (?:banner|manager|popup|modal|dialog|tool|notice|bar)|(?:gdpr|ccpa|privacy) (?:banner|bar|popup|modal|overlay|prompt)|cmp (?:container|wrapper|ui)|modal|popup|lightbox|overlay|dialog)\b/,
    'dialog',
  ],
  [/\b(?:footer|footer\w*|site info|colophon|copyright)\b/, 'footer'],
  [
    /\b(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|pagination|pager|mega menu|main menu|topnav|subnav|sidenav|skip (?:link|to \w+)|language (?:selector|switcher|menu)|lang switcher)\b/,
    'navigation',
  ],
  [/\b(?:site header|page header|masthead|top bar|topbar|header)\b/, 'header'],
  [
    /\b(?:newsletter|subscribe|subscription|sign ?up form|signup|search (?:form|box|bar|results)|login|log in form)\b/,
    'form',
  ],
  [
    /\b(?:sidebar|side bar|aside|related|recommended|widget|comments?|share (?:buttons?|links?|bar)|social (?:links?|icons?|share|media icons?|bar)|advert|ads?|ad slot|promo|promotion)\b/,
    'aside',
  ],
];

/**
 * Words of an element's id and classes: `siteHeader__inner` says "site header inner". Utility classes
 * (`toc-visible:mt-2`, `w-[40px]`) speak of looks and are left out.
 */
function wordsOf(element: Element): string {
  return `${element.id} ${element.getAttribute('class') ?? ''}`
    .replace(/\S*[:[@!/]\S*/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase();
}

/** Whether a header or footer belongs to the page and not to a section of it. */
function isOfPage(element: Element): boolean {
  return (
    element.parentElement?.closest('article, main, section, [role="main"], [role="article"]') ==
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
      const words = wordsOf(element);
      if (words === ' ') return null;
      for (const [pattern, reason] of HINTS) {
        if (pattern.test(words)) return { reason, sure: false };
      }
      return null;
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
  const claim = claimedBy(box);
  if (claim === null || box.chars === 0) return claim;
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
