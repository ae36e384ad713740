/** Names what read a page. */

/**
 * `clausemark/<version> <browser>/<its version>`, as `analyze` writes it; `userAgent` is the browser's
 * own word.
 */
export function engineName(version: string, userAgent: string): string {
  const browser = /\b(?:Firefox|Edg|Chrome)\/[\d.]+/.exec(userAgent)?.[0] ?? '';
  return `clausemark/${version} ${browser}`.trim();
}
