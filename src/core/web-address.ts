/** Looks into web addresses where there is no DOM to parse them. */

/** The parts of an absolute web address that decide what it is. */
export interface WebAddress {
  /** Host as it is really asked for: lower case, without what stands before an @, with a port if any. */
  readonly host: string;
  /** Path and query, decoded where that works; for reading, not for opening. */
  readonly path: string;
  /** Without scheme, `www.`, the part after `#` and a final slash: equal for links to one document. */
  readonly document: string;
}

/** Parses an absolute http(s) address; `null` for any other. Browsers have already resolved those we see. */
export function readWebAddress(href: string): WebAddress | null {
  const match = /^https?:\/\/([^/?#\\]+)([^#]*)/i.exec(href.trim());
  if (!match) return null;
  const authority = match[1]!;
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  const rest = match[2]!;
  if (host === '') return null;
  return {
    host,
    path: decoded(rest),
    document: `${host.replace(/^www\./, '')}${rest.replace(/\/+$/, '')}`,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Whether two hosts belong to one site: they share their last two labels, or three where both of the
 * last two are short (`co.uk`). Close enough to sort links by.
 */
export function sameSite(one: string, other: string): boolean {
  return siteOf(one) === siteOf(other);
}

function siteOf(host: string): string {
  const labels = host.replace(/:\d+$/, '').split('.');
  const short = labels.length > 2 && labels.slice(-2).every((label) => label.length <= 3);
  return labels.slice(short ? -3 : -2).join('.');
}
