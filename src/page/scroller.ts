/** Finds what scrolls a text: the window, a box of the page, or a frame of the same origin. */
import type { Scrolled } from '../core/reading-spot.ts';
import { parentOf } from './visibility.ts';

/** Heights below which a box with more in it than it shows is not worth a map, CSS px. */
const LEAST_HEIGHT = 120;

/** Texts that are asked for what scrolls them: all of a policy agree, or a few of them differ. */
const ASKED = 15;

/** What scrolls `element`: a box around it, or the root of the outermost window that scrolls it. */
function scrollerAround(element: Element, known: Map<Element, Element>): Element {
  const passed: Element[] = [];
  let found: Element | null = null;
  let at: Element | null = element;
  while (found === null && at !== null) {
    found = known.get(at) ?? (isScroller(at) ? at : null);
    passed.push(at);
    at = parentOf(at) ?? frameAround(at);
  }
  const scroller = found ?? rootOf(passed.at(-1)!);
  for (const one of passed) known.set(one, scroller);
  return scroller;
}

function frameAround(root: Element): Element | null {
  return root.ownerDocument.defaultView?.frameElement ?? null;
}

/** The element that stands for the scrolling of a window. */
function rootOf(element: Element): Element {
  const { scrollingElement, documentElement } = element.ownerDocument;
  return scrollingElement ?? documentElement;
}

/** Whether `scroller` stands for its window's scrolling. */
export function isRoot(scroller: Element): boolean {
  return rootOf(scroller) === scroller;
}

function isScroller(element: Element): boolean {
  const { scrollHeight, clientHeight } = element;
  if (scrollHeight <= clientHeight + 1 || clientHeight < LEAST_HEIGHT) return false;
  const window = element.ownerDocument.defaultView;
  if (window === null) return false;
  // A frame's window scrolls by itself; that of the page is what is left over anyway.
  if (isRoot(element)) return window.frameElement !== null;
  const overflow = (one: Element) => window.getComputedStyle(one).overflowY;
  if (!['auto', 'scroll'].includes(overflow(element))) return false;
  // The body's overflow is the window's, unless the root has one of its own.
  const root = element.ownerDocument.documentElement;
  return element !== element.ownerDocument.body || overflow(root) !== 'visible';
}

/** The element around the start of a range. */
function elementOf(range: Range): Element | null {
  const { startContainer: node } = range;
  return node.nodeType === 1 ? (node as Element) : parentOf(node);
}

/** What scrolls most of `ranges`; `null` without ranges. */
export function scrollerOf(ranges: readonly Range[]): Element | null {
  const known = new Map<Element, Element>();
  const step = Math.max(1, Math.floor(ranges.length / ASKED));
  const votes = new Map<Element, number>();
  for (let index = 0; index < ranges.length; index += step) {
    const element = elementOf(ranges[index]!);
    if (!element?.isConnected) continue;
    const scroller = scrollerAround(element, known);
    votes.set(scroller, (votes.get(scroller) ?? 0) + 1);
  }
  return [...votes].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** How far `scroller` is scrolled, CSS px. What covers a window's edges counts as not seen. */
export function scrolledOf(
  scroller: Element,
  covered: { readonly top: number; readonly bottom: number },
): Scrolled {
  const { scrollTop, clientHeight, scrollHeight } = scroller;
  if (!isRoot(scroller)) return { top: scrollTop, seen: clientHeight, total: scrollHeight };
  // In quirks mode, and in none else, the root itself is as high as its content.
  const height = Math.min(clientHeight, scroller.ownerDocument.defaultView!.innerHeight);
  const hidden = covered.top + covered.bottom;
  return {
    top: scrollTop + covered.top,
    seen: Math.max(1, height - hidden),
    total: Math.max(1, scrollHeight - covered.bottom),
  };
}

/** Where scroll events of `scroller` arrive. */
export function scrollTarget(scroller: Element): EventTarget {
  return isRoot(scroller) ? scroller.ownerDocument : scroller;
}
