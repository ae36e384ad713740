/** What elements are by themselves: no text, inline or a line of their own, a list, a heading. */

const TEXTLESS = new Set(
  (
    'script style noscript template textarea select option datalist svg math canvas video audio ' +
    'object embed map head title meta link progress meter img picture source track param area base br'
  ).split(' '),
);

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big button cite code data del dfn em font i img input ins kbd label ' +
    'mark nobr output q rp rt ruby s samp slot small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Elements whose text is never part of a document's prose. */
export function isTextless(element: Element): boolean {
  return TEXTLESS.has(element.localName);
}

/** Fields and buttons. */
export function isControl(element: Element): boolean {
  const name = element.localName;
  return name === 'input' || name === 'select' || name === 'textarea' || name === 'button';
}

/** Whether an element stands in a line when no style says otherwise. */
export function isInlineByName(element: Element): boolean {
  return INLINE.has(element.localName) || element.localName.includes('-');
}

/** Whether an element only marks words up; a button or an element of the page's own making may hold more. */
export function isWording(element: Element): boolean {
  return INLINE.has(element.localName) && element.localName !== 'button';
}

/** Rank of a heading element (`h1`–`h6`, `role=heading`), else 0. */
export function headingRank(element: Element): number {
  const rank = /^h([1-6])$/.exec(element.localName)?.[1];
  if (rank !== undefined) return Number(rank);
  if (element.getAttribute('role') !== 'heading') return 0;
  const level = Number(element.getAttribute('aria-level'));
  return Number.isInteger(level) && level > 0 ? Math.min(level, 6) : 2;
}

/** Lists; definition lists are told apart by their terms. */
export function isList(element: Element): boolean {
  const name = element.localName;
  return (
    name === 'ul' || name === 'ol' || name === 'menu' || element.getAttribute('role') === 'list'
  );
}

/** Items of a list. */
export function isItem(element: Element): boolean {
  return element.localName === 'li' || element.getAttribute('role') === 'listitem';
}

/** A link with more text (characters) lacks its end tag: it wraps text that is none of it. */
const LINK_CHARS = 400;

/** Whether an element is a link with an address, and holds no more text than a link does. */
export function isLink(element: Element): boolean {
  if (element.localName !== 'a' || !element.hasAttribute('href')) return false;
  return (element.textContent ?? '').length <= LINK_CHARS;
}

/** Whether a link leads to a place in its own page. */
export function isFragmentLink(link: Element): boolean {
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('#')) return true;
  const at = href.indexOf('#');
  if (at <= 0 || at === href.length - 1) return false;
  const own = (link.baseURI ?? '').split('#')[0] ?? '';
  return ((link as HTMLAnchorElement).href ?? '').split('#')[0] === own;
}

/** Whether a link is only a sign beside a heading by which its address can be copied. */
export function isPermalink(element: Element): boolean {
  return element.localName === 'a' && /^\s*[#¶§🔗]\s*$/u.test(element.textContent ?? '');
}
