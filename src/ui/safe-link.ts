/** Turns addresses that came from a page into links that can do no harm. */
import type { OptOutAction } from '../core/actions/action.ts';
import type { PolicyLink } from '../core/detection.ts';

/** `address` when it is an absolute http(s) address, else `null` (`javascript:`, `data:`, nonsense). */
export function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/**
 * The link that carries an action out, or `null` when nothing can be opened (a postal address, a
 * setting, a form, an address of another scheme).
 */
export function actionHref(action: OptOutAction): string | null {
  switch (action.type) {
    case 'link':
      return webAddress(action.target);
    case 'email':
      // Everything but the characters of an address is escaped, so that a page cannot add headers or a body.
      return /^[^\s@]+@[^\s@]+$/u.test(action.target)
        ? `mailto:${encodeURIComponent(action.target).replaceAll('%40', '@')}`
        : null;
    case 'phone': {
      const digits = action.target.replaceAll(/[^\d+]/gu, '');
      return /^\+?\d{3,15}$/u.test(digits) ? `tel:${digits}` : null;
    }
    case 'form':
      return webAddress(action.target);
    case 'address':
    case 'setting':
      return null;
  }
}

/**
 * Whether `label` says by itself that its link leads to `host`, with or without `www.`: it names that
 * host as a whole and no other. "pay-pal.example" does not name "paypal.example".
 */
export function namesHost(label: string, host: string): boolean {
  const bare = (name: string) => name.toLowerCase().replace(/^www\./u, '');
  const words = label.match(/[\p{L}\p{N}\p{M}._:-]+/gu) ?? [];
  const hosts = words
    .map((word) => word.replace(/[.:-]+$/u, ''))
    .filter((word) => /\.\p{L}[\p{L}\p{M}\p{N}-]+(?::\d+)?$/u.test(word));
  return hosts.length > 0 && hosts.every((name) => bare(name) === bare(host));
}

/** The links among `links` that lead to a web page, with the host each really leads to. */
export function safeLinks(
  links: readonly PolicyLink[],
): readonly (PolicyLink & { readonly host: string })[] {
  return links.flatMap((link) => {
    const href = webAddress(link.href);
    return href === null ? [] : [{ ...link, href, host: new URL(href).host }];
  });
}
