/** Scrolling inside the panel. `scrollIntoView` would scroll the page under the panel as well. */

/** Free space kept around what is brought into view, CSS px. */
const MARGIN = 12;

/** Scrolls `scroller` so that `element` is wholly visible in it, or its start if it is too tall. */
export function bringIntoView(element: HTMLElement, scroller: HTMLElement): void {
  const box = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const above = box.top - frame.top - MARGIN;
  const below = box.bottom - frame.bottom + MARGIN;
  if (above < 0) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += Math.min(below, above);
}

/** Scrolls `scroller` so that `element` stands at its top. */
export function bringToTop(element: HTMLElement, scroller: HTMLElement): void {
  scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
