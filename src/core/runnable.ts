/** Where no extension may run, told from the address alone. */

/** Why the reader cannot run: a page of the browser, a store, a local file, a document viewer, or unknown. */
export type CannotRunReason = 'browser' | 'store' | 'file' | 'pdf' | 'other';

/** All reasons; the popup that explains one takes it from its address. */
export const CANNOT_RUN_REASONS: readonly CannotRunReason[] = [
  'browser',
  'store',
  'file',
  'pdf',
  'other',
];

/** Stores in which browsers forbid extensions to run. */
const STORES =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)(?:[/?#]|$)/;

/** Why `url` cannot be read, or `null` when it is worth trying. An unknown address is worth trying. */
export function whyNotHere(url: string | undefined): CannotRunReason | null {
  if (!url) return null;
  if (STORES.test(url)) return 'store';
  return /^(?:https?|file):/.test(url) ? null : 'browser';
}

/** Why a page whose address looked fine refused the reader: by its type, else by its address. */
export function whyRefused(url: string | undefined, contentType: string | null): CannotRunReason {
  if (contentType === 'application/pdf' || /\.pdf(?:[?#]|$)/i.test(url ?? '')) return 'pdf';
  if (url?.startsWith('file:')) return 'file';
  return whyNotHere(url) ?? 'other';
}
