/** Finds the links to the site's own policies, to offer them on a page that is none. */
import { readName } from '../core/detect/phrases.ts';
import type { PolicyLink } from '../core/detection.ts';
import { sameSite } from '../core/web-address.ts';

/** Links offered at the most. */
const MAX_LINKS = 6;

/** A longer label is a sentence or a headline that happens to name a policy. */
const MAX_LABEL = 80;

/**
 * Links of the page that lead to a privacy or cookie policy, best first: those that name a document,
 * then those of the same site, then privacy before cookies, then the last in the page (footers hold the
 * site's own). Only http and https, each address once, never the page itself.
 */
export function findPolicyLinks(document: Document, location: { href: string }): PolicyLink[] {
  const here = new URL(location.href);
  const best = new Map<string, PolicyLink & { readonly rank: number }>();
  let position = 0;
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const label = labelOf(anchor);
    const url = URL.parse(anchor.href);
    position++;
    if (label.length > MAX_LABEL || url === null || !/^https?:$/.test(url.protocol)) continue;
    url.hash = '';
    if (url.href === here.href.replace(/#.*/, '')) continue;
    const name = readName(label);
    if (!name.privacy && !name.cookie) continue;
    // "Cookie settings", "How we fight trackers": the address must speak of a policy too.
    if (!name.document && !/privacy|polic|datenschutz|legal|cookie/i.test(url.pathname)) continue;
    const kind = name.privacy ? 'privacy' : 'cookie';
    const rank =
      (name.document ? 8 : 0) +
      (name.another ? -8 : 0) +
      (sameSite(url.hostname, here.hostname) ? 4 : 0) +
      (kind === 'privacy' ? 2 : 0) +
      position / 1e6;
    const known = best.get(url.href);
    if (known === undefined || known.rank < rank) {
      best.set(url.href, { label: label || url.hostname, href: anchor.href, kind, rank });
    }
  }
  return [...best.values()]
    .toSorted((one, other) => other.rank - one.rank)
    .slice(0, MAX_LINKS)
    .map(({ label, href, kind }) => ({ label, href, kind }));
}

function labelOf(anchor: HTMLAnchorElement): string {
  const shown = (anchor.textContent ?? '').replace(/\s+/g, ' ').trim();
  return shown || (anchor.getAttribute('aria-label') ?? anchor.title).trim();
}
