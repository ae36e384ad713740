/** Runs in the page: what plain Readability keeps, and all that the page's body holds. */
import { Readability } from '@mozilla/readability';

/** A text and how long it took to get, in milliseconds. */
export interface Timed {
  readonly text: string;
  readonly ms: number;
}

/** Plain Readability on a copy of the document, copying included. Empty text when it gives up. */
export function plainReadability(document: Document): Timed {
  const started = performance.now();
  const article = new Readability(document.cloneNode(true) as Document).parse();
  return { text: article?.textContent ?? '', ms: performance.now() - started };
}

/** All text of the body that is not code, open shadow roots included, with white space between. */
export function bodyText(document: Document): string {
  const parts: string[] = [];
  const roots: Node[] = [document.body];
  for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const shadow = node.nodeType === 1 ? (node as Element).shadowRoot : null;
      if (shadow !== null) roots.push(shadow);
      if (node.nodeType !== 3) continue;
      if (node.parentElement?.closest('script, style, noscript, template, textarea') == null) {
        parts.push((node as Text).data);
      }
    }
  }
  return parts.join(' ');
}
