/**
 * Guesses what a part of a page is for from its class names and id. Single words and pairs of words
 * are looked up, since long patterns cost more on a page that is read once than all else.
 */
import type { SkipReason } from '../core/clause.ts';

/** Words and pairs of words that speak for each reason; the first reason in this order wins. */
const NAMES: readonly (readonly [SkipReason, string])[] = [
  [
    'contents',
    'toc, contents list, on this, jump to, jump link, anchor nav, anchor link, anchor menu',
  ],
  [
    'dialog',
    'cookie banner, cookie bar, cookie notice, cookie consent, cookie law, cookie popup, ' +
      'cookie modal, cookie message, cookie wall, cookie alert, cookie info, cookie overlay, ' +
      'cookie prompt, cookie disclaimer, cookie notification, cookiebar, cookiebanner, ' +
      'cookieconsent, consent banner, consent manager, consent popup, consent modal, ' +
      'consent dialog, consent tool, consent notice, consent bar, gdpr banner, gdpr bar, ' +
      'gdpr popup, gdpr modal, ccpa banner, privacy banner, privacy bar, privacy popup, ' +
      'privacy modal, privacy overlay, cmp container, cmp wrapper, cmp ui, modal, popup, ' +
      'lightbox, overlay, dialog',
  ],
  ['footer', 'footer, site info, colophon, copyright'],
  [
    'navigation',
    'nav, navbar, navigation, menu, submenu, breadcrumb, pagination, pager, topnav, subnav, ' +
      'sidenav, skip link, skip to, language selector, language switcher, lang switcher',
  ],
  ['header', 'header, masthead, top bar, topbar'],
  [
    'form',
    'newsletter, subscribe, subscription, signup, sign up, search form, search box, search bar, ' +
      'search result, login',
  ],
  [
    'aside',
    'sidebar, side bar, aside, related, recommended, comment, share button, share link, ' +
      'share bar, social link, social icon, social share, social bar, social media icon, advert, ' +
      'ad, ad slot, promo, promotion',
  ],
];

/** Names longer than this say nothing in particular: lists of utility classes. */
const MAX_WORDS = 60;

const RANKS = new Map<string, number>(
  NAMES.flatMap(([, names], rank) =>
    names.split(', ').map((name): [string, number] => [name, rank]),
  ),
);

function wordsOf(element: Element): string[] {
  const names = `${element.id} ${element.getAttribute('class') ?? ''}`;
  return names
    .split(/\s+/)
    .filter((name) => !/[:[@!/]/.test(name))
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word));
}

/**
 * What an element's names hint at, or `null`: `siteFooter__inner` hints at a footer. Utility classes
 * (`toc-visible:mt-2`, `w-[40px]`) speak of looks and are left out.
 */
export function hintOf(element: Element): SkipReason | null {
  const words = wordsOf(element);
  if (words.length > MAX_WORDS) return null;
  let best = NAMES.length;
  for (const [index, word] of words.entries()) {
    const pair = `${word} ${words[index + 1] ?? ''}`;
    best = Math.min(best, RANKS.get(word) ?? best, RANKS.get(pair) ?? best);
  }
  return NAMES[best]?.[0] ?? null;
}
