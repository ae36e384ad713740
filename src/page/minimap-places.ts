/** Measures where ranges stand in what scrolls them. Reads the layout, writes nothing. */
import { isRoot } from './scroller.ts';
import { parentOf } from './visibility.ts';

/** What is to be measured. */
export interface Item {
  readonly id: string;
  readonly range: Range;
}

/** Upper and lower edge of an item, CSS px from the start of the scrolled content. */
export interface Edge {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Edges of `items` in `scroller`, all read in one go. Text that is not rendered is where the innermost
 * rendered element around it is; text outside of the scroller is at its start or end.
 */
export function measure(items: readonly Item[], scroller: Element): Map<string, Edge> {
  const frames = new Map<Document, number | null>();
  const total = scroller.scrollHeight;
  const origin = originOf(scroller);
  const edges = new Map<string, Edge>();
  for (const { id, range } of items) {
    const box = boxOf(range);
    if (box === null) continue;
    const document = range.startContainer.ownerDocument!;
    if (!frames.has(document)) frames.set(document, offsetOf(document, scroller.ownerDocument));
    const offset = frames.get(document) ?? null;
    if (offset === null) continue;
    const inside = isRoot(scroller) || scroller.contains(hostIn(range, scroller));
    const place = (y: number) => within(y + offset - origin, inside, total);
    edges.set(id, { top: place(box.top), bottom: place(box.bottom) });
  }
  return edges;
}

function within(y: number, inside: boolean, total: number): number {
  if (!inside) return y < 0 ? 0 : total;
  return Math.min(total, Math.max(0, y));
}

/** Height in its window at which the content of a scroller starts. */
function originOf(scroller: Element): number {
  const start = isRoot(scroller) ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop;
  return start - scroller.scrollTop;
}

/** Height of a document's window in that of `outer`; `null` when it does not lie in it. */
function offsetOf(document: Document, outer: Document): number | null {
  let offset = 0;
  for (let inner = document; inner !== outer;) {
    const frame = inner.defaultView?.frameElement;
    if (!frame) return null;
    offset += frame.getBoundingClientRect().top + frame.clientTop;
    inner = frame.ownerDocument;
  }
  return offset;
}

/** The node of the scroller's own tree that holds the range: itself, a shadow host, or a frame. */
function hostIn(range: Range, scroller: Element): Node | null {
  const tree = scroller.getRootNode();
  let node: Node | null = range.startContainer;
  while (node !== null && node.getRootNode() !== tree) {
    const root = node.getRootNode();
    node =
      'host' in root
        ? (root as ShadowRoot).host
        : ((root as Document).defaultView?.frameElement ?? null);
  }
  return node;
}

function boxOf(range: Range): Edge | null {
  const box = range.getBoundingClientRect();
  if (box.height > 0 || box.width > 0) return box;
  for (
    let element = parentOf(range.startContainer);
    element !== null;
    element = parentOf(element)
  ) {
    const around = element.getBoundingClientRect();
    if (around.height > 0) return { top: around.top, bottom: around.top };
  }
  return null;
}
