/** Scrolls text to where it can be read: in the middle of what is not covered. */
import { parentOf } from './visibility.ts';

/** Distances from the edges of a window, CSS px. */
export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Nothing covered. */
const NONE: Edges = { top: 0, right: 0, bottom: 0, left: 0 };

/** Window heights up to which scrolling is animated: beyond it the eye cannot follow anyway. */
const SMOOTH_HEIGHTS = 2;

/** Space left above text that is taller than the free part of its window, CSS px. */
const HEADROOM = 24;

/**
 * Scrolls `subject` into the middle of every scroller around it, outwards to the top window, through
 * frames of the same origin. Only the top window's own scrolling is animated, and only if `smooth`.
 */
export function scrollIntoCentre(
  subject: Range | Element,
  { smooth, covered = NONE }: { smooth: boolean; covered?: Edges | undefined },
): void {
  let inner = subject;
  for (;;) {
    const start: Node = 'startContainer' in inner ? inner.startContainer : inner;
    const window = start.ownerDocument?.defaultView;
    if (!window) return;
    scrollWithin(inner, start);
    const { frameElement } = window;
    scrollWindow(inner, window, frameElement === null ? covered : NONE, smooth && !frameElement);
    if (frameElement === null) return;
    inner = frameElement;
  }
}

/** Everything that scrolls between the text and its window. */
function scrollWithin(subject: Range | Element, start: Node): void {
  for (let element = parentOf(start); element !== null; element = parentOf(element)) {
    const spare = element.scrollHeight - element.clientHeight;
    if (spare > 0 && scrolls(element)) {
      const frame = element.getBoundingClientRect();
      const top = delta(subject, frame.top, frame.top + element.clientHeight);
      element.scrollBy({ top, behavior: 'instant' });
    }
  }
}

function scrolls(element: Element): boolean {
  const overflow = element.ownerDocument.defaultView?.getComputedStyle(element).overflowY;
  return overflow === 'auto' || overflow === 'scroll';
}

function scrollWindow(
  subject: Range | Element,
  window: Window,
  covered: Edges,
  smooth: boolean,
): void {
  const { clientHeight, clientWidth } = window.document.documentElement;
  const height = window.innerHeight || clientHeight;
  const top = delta(subject, covered.top, height - covered.bottom);
  const box = subject.getBoundingClientRect();
  // Sideways only as far as needed: a wide table, never ordinary text.
  const left = box.left < 0 ? box.left : Math.max(0, Math.min(box.left, box.right - clientWidth));
  const near = Math.abs(top) <= SMOOTH_HEIGHTS * height;
  window.scrollBy({ top, left, behavior: smooth && near ? 'smooth' : 'instant' });
}

/** How far to scroll so that `subject` is centred between two heights, or starts there if it is taller. */
function delta(subject: Range | Element, from: number, to: number): number {
  const box = subject.getBoundingClientRect();
  const spare = to - from - box.height;
  return spare > 2 * HEADROOM ? box.top - from - spare / 2 : box.top - from - HEADROOM;
}
