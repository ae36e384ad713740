/** Finds frames of another origin that seem to hold the page's policy: scripts cannot read them. */
import type { ForeignFrame } from '../core/clause.ts';

/** Words in a frame's address, title, name or id that speak of a policy. */
const POLICY =
  /privacy|polic(?:y|ies)|cookie-(?:policy|declaration|notice)|legal|datenschutz|confidentialite|privacidad/i;

/** Frames that share such words but hold a consent banner, a captcha, a payment or a video. */
const OTHER = /consent|captcha|banner|pay|checkout|youtube|vimeo|sync|ads?\b|pixel|login/i;

/** Frames of other origins that seem to hold a policy, in document order, without repeats. */
export function foreignPolicyFrames(
  document: Document,
  location: { href: string },
): ForeignFrame[] {
  const found = new Map<string, ForeignFrame>();
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[src],frame[src]')) {
    const address = parse(frame.src, location.href);
    if (address === null || frame.contentDocument !== null) continue;
    // Not the query: widgets carry the address of the page that they stand in, which may be a policy's.
    const place = address.host + address.pathname;
    const traits = `${place} ${frame.title} ${frame.name} ${frame.id}`;
    if (!POLICY.test(traits) || OTHER.test(traits) || frame.hidden) continue;
    found.set(address.href, { url: address.href, host: address.hostname });
  }
  return [...found.values()];
}

function parse(address: string, base: string): URL | null {
  const url = URL.parse(address, base);
  return url && /^https?:$/.test(url.protocol) ? url : null;
}
