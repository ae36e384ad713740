/** What this browser tells sites about selling and sharing. */

/**
 * Whether the browser sends Global Privacy Control, as its own `navigator` says; `null` where it does
 * not say. An extension that sends the signal tells the page's scripts alone, which is not seen here.
 */
export function sendsGpc(navigator: Navigator): boolean | null {
  const said = (navigator as { readonly globalPrivacyControl?: unknown }).globalPrivacyControl;
  return typeof said === 'boolean' ? said : null;
}
