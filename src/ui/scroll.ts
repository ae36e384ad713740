/** Scrolling inside the panel. `scrollIntoView` would scroll the page under the panel as well. */

/** Free space kept around what is brought into view, CSS px. */
const MARGIN = 12;

/** In windows of little height the whole panel scrolls instead of its inner part: see `shell.css`. */
function scrolling(scroller: HTMLElement): HTMLElement {
  const { scrollHeight, clientHeight, parentElement: outer } = scroller;
  return scrollHeight > clientHeight || outer === null ? scroller : outer;
}

/** Scrolls `scroller` so that `element` is wholly visible in it, or its start if it is too tall. */
export function bringIntoView(element: HTMLElement, scroller: HTMLElement): void {
  const moving = scrolling(scroller);
  const box = element.getBoundingClientRect();
  const frame = moving.getBoundingClientRect();
  const above = box.top - frame.top - MARGIN;
  const below = box.bottom - frame.bottom + MARGIN;
  if (above < 0) moving.scrollTop += above;
  else if (below > 0) moving.scrollTop += Math.min(below, above);
}

/** Scrolls `scroller` so that `element` stands at its top. */
export function bringToTop(element: HTMLElement, scroller: HTMLElement): void {
  const moving = scrolling(scroller);
  moving.scrollTop += element.getBoundingClientRect().top - moving.getBoundingClientRect().top;
}

/** As {@link bringIntoView}, but animated for those who do not mind motion. */
export function glideIntoView(element: HTMLElement, scroller: HTMLElement): void {
  const moving = scrolling(scroller);
  const window = element.ownerDocument.defaultView;
  const still = window?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? true;
  const before = moving.scrollTop;
  bringIntoView(element, scroller);
  const top = moving.scrollTop;
  if (still || top === before) return;
  moving.scrollTop = before;
  moving.scrollTo({ top, behavior: 'smooth' });
}
