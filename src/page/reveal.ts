/**
 * Brings a clause before the reader's eyes: opens what the browser itself can open around it, scrolls
 * to it and lets the keyboard continue there.
 *
 * Only the platform's own closed parts are opened: `details` and `hidden=until-found`. A page's own
 * accordions are not: what a click on their button does is the page's business (it may submit, accept
 * or navigate), so the button is scrolled to and the reader decides.
 */
import { scrollIntoCentre, type Edges } from './scroll.ts';
import { continueAt } from './tab-order.ts';
import { isVisible, parentOf } from './visibility.ts';

/** How to reveal. */
export interface RevealOptions {
  /** Never animate the scrolling. */
  readonly reducedMotion: boolean;
  /** Parts of the window that are covered, CSS px from each edge. */
  readonly covered?: Edges;
  /** Put the (empty) selection there, so that the next Tab continues from the clause. */
  readonly moveFocus: boolean;
}

/** Reveals clauses of one panel and remembers what it opened. */
export class Revealer {
  readonly #undo: (() => void)[] = [];
  #continuing = new AbortController();

  /**
   * Reveals the start of `range`. True when its text can be seen now; false when it stays hidden (in
   * a closed accordion of the page, say) and only its surroundings could be scrolled to.
   */
  reveal(range: Range, { reducedMotion, covered, moveFocus }: RevealOptions): boolean {
    const start = elementOf(range.startContainer);
    if (start === null || !start.isConnected) return false;
    this.#openAround(range);
    const visible = isVisible(range);
    const subject = visible ? range : signOf(start);
    if (subject !== null) scrollIntoCentre(subject, { smooth: !reducedMotion, covered });
    this.#continuing.abort();
    this.#continuing = new AbortController();
    if (visible && moveFocus) continueAt(range, this.#continuing.signal);
    return visible;
  }

  /** Closes again what was opened, last first, except what the reader has changed since. */
  undo(): void {
    this.#continuing.abort();
    for (const step of this.#undo.splice(0).toReversed()) step();
  }

  #openAround(range: Range): void {
    let inner: Node = range.startContainer;
    for (let element = parentOf(inner); element !== null; element = parentOf(element)) {
      if (element.localName === 'details') this.#openDetails(element as HTMLDetailsElement, inner);
      if (element.getAttribute('hidden') === 'until-found') this.#unhide(element);
      inner = element;
    }
  }

  /** `inner` is the child of `details` that leads to the clause: in the summary nothing is hidden. */
  #openDetails(details: HTMLDetailsElement, inner: Node): void {
    if (details.open || (inner as Element).localName === 'summary') return;
    const rival = openRival(details);
    details.open = true;
    this.#undo.push(() => {
      if (!details.open) return;
      details.open = false;
      if (rival !== null) rival.open = true;
    });
  }

  #unhide(element: Element): void {
    element.removeAttribute('hidden');
    this.#undo.push(() => {
      if (!element.hasAttribute('hidden')) element.setAttribute('hidden', 'until-found');
    });
  }
}

function elementOf(node: Node): Element | null {
  return node.nodeType === 1 ? (node as Element) : parentOf(node);
}

/** The `details` that the browser will close when `details` opens: one of the same name may be open. */
function openRival(details: HTMLDetailsElement): HTMLDetailsElement | null {
  const name = details.getAttribute('name');
  if (name === null || name === '') return null;
  const tree = details.getRootNode() as Document | ShadowRoot;
  return tree.querySelector<HTMLDetailsElement>(`details[open][name="${CSS.escape(name)}"]`);
}

/** What shows where a hidden clause is: the control of its hidden part, or what stands before it. */
function signOf(start: Element): Element | null {
  for (let element: Element | null = start; element !== null; element = parentOf(element)) {
    const tree = element.getRootNode() as Document | ShadowRoot;
    const control =
      element.id === '' ? null : tree.querySelector(`[aria-controls~="${CSS.escape(element.id)}"]`);
    if (control?.checkVisibility()) return control;
    const before = element.previousElementSibling;
    if (!element.checkVisibility() && before?.checkVisibility()) return before;
  }
  return null;
}
