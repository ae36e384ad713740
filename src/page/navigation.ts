/** Notices that a page became another page without loading: single-page navigations. */

/**
 * The part of an address that names a page: everything but a fragment, unless the fragment is a
 * route (`#/…`, `#!…`), as hash routers write it.
 */
export function pageAddress(href: string): string {
  const [address = '', fragment = ''] = href.split('#', 2);
  return /^[/!]/.test(fragment) ? href : address;
}

/**
 * Calls `navigated` after the address of the page has changed. `currententrychange` comes when the
 * new address is already in place, unlike `navigate`, which precedes it and may still be cancelled;
 * every kind of change fires it.
 */
export function onNavigation(window: Window, navigated: () => void, signal: AbortSignal): void {
  let last = pageAddress(window.location.href);
  const check = () => {
    const now = pageAddress(window.location.href);
    if (now === last) return;
    last = now;
    navigated();
  };
  window.navigation.addEventListener('currententrychange', check, { signal });
}
