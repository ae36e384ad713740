/**
 * Walks a document as it is shown: into open shadow roots and slots, and into frames of the same
 * origin. No recursion, so that deep nesting cannot overflow the stack.
 */

import { firstChildOf, nextSiblingOf, nodeTypeOf, unclobbered } from './clobbered.ts';

/** What a walk calls. A form whose properties are not to be believed comes as an empty copy of it. */
export interface Visitor {
  /** Before an element's content; `false` leaves the content out (and `close` is not called). */
  open(element: Element): boolean;
  close(element: Element): void;
  text(node: Text): void;
}

interface Level {
  next: Node | null;
  /** Nodes that are no siblings (those assigned to a slot), from `at` on. */
  list: readonly Node[] | null;
  at: number;
  readonly element: Element | null;
}

/** The document of a frame, or `null` when it belongs to another origin. */
export function frameDocument(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** Whether an element is a frame. */
export function isFrame(element: Element): boolean {
  return element.localName === 'iframe' || element.localName === 'frame';
}

function contentOf(node: Element, element: Element): Level {
  if (node !== element) return { next: firstChildOf(node), list: null, at: 0, element };
  if (isFrame(element)) {
    const body = frameDocument(element)?.body ?? null;
    return { next: null, list: body === null ? [] : [body], at: 0, element };
  }
  if (element.shadowRoot !== null) {
    return { next: element.shadowRoot.firstChild, list: null, at: 0, element };
  }
  if (element.localName === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes?.() ?? [];
    if (assigned.length > 0) return { next: null, list: assigned, at: 0, element };
  }
  return { next: firstChildOf(element), list: null, at: 0, element };
}

function take(level: Level): Node | null {
  if (level.list !== null) return level.list[level.at++] ?? null;
  const node = level.next;
  level.next = node === null ? null : nextSiblingOf(node);
  return node;
}

/** Visits `root` and everything shown in it, in order. Linear in the number of nodes. */
export function walk(root: Element, visitor: Visitor): void {
  const stack: Level[] = [{ next: null, list: [root], at: 0, element: null }];
  while (stack.length > 0) {
    const level = stack.at(-1)!;
    const node = take(level);
    if (node === null) {
      stack.pop();
      if (level.element !== null) visitor.close(level.element);
      continue;
    }
    const type = nodeTypeOf(node);
    if (type === 3) visitor.text(node as Text);
    if (type !== 1) continue;
    const element = unclobbered(node as Element);
    if (visitor.open(element)) stack.push(contentOf(node as Element, element));
  }
}
