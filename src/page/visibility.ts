/** Whether text can be seen, as far as the page's own hiding goes. */

import { isClobbered, nodeTypeOf, parentNodeOf } from './clobbered.ts';

/**
 * Parent element, across shadow roots and slots; `null` at the top of the document. Forms whose
 * properties are not to be believed are passed over.
 */
export function parentOf(node: Node): Element | null {
  const slot = (node as Element).assignedSlot ?? null;
  if (slot !== null) return slot;
  let parent = parentNodeOf(node);
  while (parent !== null && nodeTypeOf(parent) === 1 && isClobbered(parent as Element)) {
    parent = parentNodeOf(parent);
  }
  if (parent === null) return null;
  if (parent.nodeType === 1) return parent as Element;
  return parent.nodeType === 11 && 'host' in parent ? (parent as ShadowRoot).host : null;
}

/** A box this small shows no text, CSS px. */
const NOTHING = 1;

/**
 * Whether the text of `range` is shown: rendered, neither transparent nor in a closed part, and not
 * cut away by an ancestor of no size (the usual way to animate accordions). Scrolling and things that
 * lie above do not count.
 */
export function isVisible(range: Range): boolean {
  const start = range.startContainer;
  const element = start.nodeType === 1 ? (start as Element) : parentOf(start);
  if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const boxes = [...range.getClientRects()];
  if (!boxes.some(({ width, height }) => width > NOTHING && height > NOTHING)) return false;
  for (let around: Element | null = element; around !== null; around = parentOf(around)) {
    const tiny = around.clientHeight <= NOTHING || around.clientWidth <= NOTHING;
    if (tiny && cutsOff(around)) return false;
  }
  return true;
}

function cutsOff(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style || style.display === 'inline' || style.display === 'contents') return false;
  return style.overflowX !== 'visible' || style.overflowY !== 'visible';
}
