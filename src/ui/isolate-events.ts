/** Keeps the panel's events from the page, and the page's made-up events from the panel. */

/**
 * Events that pages listen for on their document: hot keys, "click outside", focus traps, scroll
 * hijacking. They stop at the panel's root.
 */
const KEPT_IN = [
  'keydown',
  'keyup',
  'keypress',
  'input',
  'beforeinput',
  'change',
  'copy',
  'cut',
  'paste',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointerover',
  'pointerout',
  'touchstart',
  'touchmove',
  'touchend',
  'wheel',
  'focusin',
  'focusout',
  'dragstart',
  'selectstart',
] as const;

/**
 * Stops events at `root` on their way out, and drops those that a script made up: only what a person
 * did acts on the panel. Ends with `signal`.
 */
export function isolateEvents(root: ShadowRoot, signal: AbortSignal): void {
  for (const type of KEPT_IN) {
    root.addEventListener(type, dropUntrusted, { capture: true, signal });
    root.addEventListener(type, keepIn, { passive: true, signal });
  }
}

function dropUntrusted(event: Event): void {
  if (event.isTrusted) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function keepIn(event: Event): void {
  event.stopPropagation();
}
