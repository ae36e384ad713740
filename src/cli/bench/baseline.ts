/** Runs in the page: what plain Readability keeps, and all that the page's body holds. */
import { Readability } from '@mozilla/readability';

const CODE = new Set(['script', 'style', 'noscript', 'template', 'textarea']);

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

/**
 * All text of the body that is not code, open shadow roots included, with white space between; less
 * what stands in elements that `leaveOut` names.
 */
export function bodyText(document: Document, leaveOut: (element: Element) => boolean): string {
  const parts: string[] = [];
  const roots: Node[] = [document.body];
  const filter = {
    acceptNode(node: Node): number {
      if (node.nodeType !== Node.ELEMENT_NODE) return NodeFilter.FILTER_ACCEPT;
      const element = node as Element;
      const out = CODE.has(element.localName) || leaveOut(element);
      return out ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    },
  };
  for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
    const shown = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
    const walker = document.createTreeWalker(root, shown, filter);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) parts.push((node as Text).data);
      else if ((node as Element).shadowRoot !== null) roots.push((node as Element).shadowRoot!);
    }
  }
  return parts.join(' ');
}
