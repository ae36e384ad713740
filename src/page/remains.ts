/**
 * Firefox ends a page's scripts at once when their extension is updated, disabled or removed, so the
 * script of an open panel cannot clean up. What it leaves is cleared by the next panel in that page.
 */
import { TOPICS } from '../core/topics.ts';
import { canHighlight } from './highlight.ts';
import { ACTIVE_NAME, highlightName, READ_NAME } from './highlight-style.ts';

/** Beginning of the first rule of every sheet that draws highlights. */
const FIRST_RULE = `::highlight(${highlightName(TOPICS[0]!.code)})`;

/**
 * Takes away panels (elements of `hostName` at the end of the document), highlights and their style
 * sheet that an earlier script left in `window`. Call it only while no panel is open.
 */
export function clearRemains(window: Window & typeof globalThis, hostName: string): void {
  const { document } = window;
  // By the prototype: names in a page can stand in for the document's own functions.
  const { querySelectorAll } = Document.prototype;
  for (const host of querySelectorAll.call(document, `:root > ${hostName}`)) host.remove();
  if (!canHighlight(window)) return;
  for (const name of [...TOPICS.map(({ code }) => highlightName(code)), ACTIVE_NAME, READ_NAME]) {
    window.CSS.highlights.delete(name);
  }
  const sheets = document.adoptedStyleSheets;
  for (let index = sheets.length - 1; index >= 0; index -= 1) {
    if (sheets[index]?.cssRules[0]?.cssText.startsWith(FIRST_RULE)) sheets.splice(index, 1);
  }
}
