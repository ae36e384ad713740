/** Names the site as people know it. */

/** A longer name is a slogan. */
const MAX_NAME = 40;

/**
 * The site's own name where the page states one (`og:site_name`, `application-name`), else the host
 * without `www.`; the empty string on pages without a host.
 */
export function siteName(document: Document, location: { href: string }): string {
  for (const selector of ['meta[property="og:site_name"]', 'meta[name="application-name"]']) {
    const name = document.querySelector(selector)?.getAttribute('content') ?? '';
    const collapsed = name.replace(/\s+/g, ' ').trim();
    if (collapsed !== '' && collapsed.length <= MAX_NAME) return collapsed;
  }
  return (URL.parse(location.href)?.hostname ?? '').replace(/^www\./, '');
}
