/**
 * Lets the keyboard continue from a place in the text. Firefox starts its next Tab from the selection;
 * Chromium starts it from the element that had the focus last, which is in our panel. So the first Tab
 * after a jump is answered here, alike in both, and no `tabindex` is written into the page.
 */

/** What can have a place in the tab order; whether it has one is asked of each. */
const CANDIDATES =
  'a[href],area[href],button,input,select,textarea,summary,iframe,audio[controls],video[controls],' +
  '[contenteditable],[tabindex]';

function takesTab(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || element.matches(':disabled, [inert], [inert] *')) return false;
  return element.checkVisibility({ visibilityProperty: true });
}

/**
 * The element that Tab (or, `backwards`, Shift and Tab) leads to from the start of `range`, in its own
 * tree; `null` when there is none. A positive `tabindex` counts like 0.
 */
export function tabTarget(range: Range, backwards: boolean): HTMLElement | null {
  const start = range.cloneRange();
  start.collapse(true);
  const tree = range.startContainer.getRootNode() as Document | ShadowRoot;
  const all = [...tree.querySelectorAll<HTMLElement>(CANDIDATES)];
  const isBefore = (element: Element) => start.comparePoint(element, 0) < 0;
  return backwards
    ? (all.findLast((element) => isBefore(element) && takesTab(element)) ?? null)
    : (all.find((element) => !isBefore(element) && takesTab(element)) ?? null);
}

/**
 * Puts the empty selection at the start of `range` and lets the next Tab go on from there, unless the
 * focus or the selection has moved by then. Ends with `signal`.
 */
export function continueAt(range: Range, signal: AbortSignal): void {
  const { ownerDocument: document } = range.startContainer;
  const window = document?.defaultView;
  const selection = document?.getSelection();
  if (!document || !window || !selection) return;
  if (window.frameElement !== null) window.focus();
  selection.collapse(range.startContainer, range.startOffset);
  const { anchorNode, anchorOffset } = selection;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || !event.isTrusted) return;
    window.removeEventListener('keydown', onKey, true);
    const focused = document.activeElement;
    const moved = focused !== null && focused !== document.body;
    const same = selection.anchorNode === anchorNode && selection.anchorOffset === anchorOffset;
    if (moved || !same || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = tabTarget(range, event.shiftKey);
    if (target === null) return;
    event.preventDefault();
    target.focus();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
}
