/**
 * Paints clauses in the page with the CSS Custom Highlight API: no element of the page is touched.
 *
 * Measured in Chromium 156 and Firefox 153 from an extension's isolated world: registries, highlights
 * and constructed sheets work, also in frames of the same origin, if each is made by the window that
 * owns the text. What does not work in Firefox is to iterate over a registry or a highlight, so
 * nothing here does.
 */
import type { TopicCode } from '../core/topics.ts';
import {
  ACTIVE_NAME,
  highlightName,
  highlightRules,
  OWN_NAMES,
  PREVIEW_NAME,
  priorityOf,
  READ_NAME,
} from './highlight-style.ts';

/** A finding and where it stands. */
export interface Mark {
  readonly id: string;
  readonly topic: TopicCode;
  readonly range: Range;
}

type PageWindow = Window & typeof globalThis;

/** What we put into one document: highlights by name, and a sheet with the trees that adopted it. */
interface Painted {
  readonly window: PageWindow;
  readonly highlights: Map<string, Highlight>;
  readonly sheet: CSSStyleSheet;
  readonly roots: Set<Document | ShadowRoot>;
}

/** Whether `window` can paint highlights. Without it findings can still be jumped to. */
export function canHighlight(window: Window): boolean {
  const { CSS: css, Highlight: constructor } = window as PageWindow;
  return typeof constructor === 'function' && css?.highlights !== undefined;
}

function windowOf(range: Range): PageWindow | null {
  return (range.startContainer.ownerDocument?.defaultView ?? null) as PageWindow | null;
}

/** Painter of one panel. It removes what it added and nothing else. */
export class HighlightPainter {
  readonly #painted = new Map<Document, Painted>();
  #marks: readonly Mark[] = [];

  /**
   * Paints these findings instead of those painted before; active clause and audit stay. Text of
   * windows that cannot highlight, and of documents without a window, is left out.
   */
  paint(marks: readonly Mark[]): void {
    for (const painted of this.#painted.values()) {
      for (const name of painted.highlights.keys()) {
        if (!OWN_NAMES.has(name)) remove(painted, name);
      }
    }
    this.#marks = [];
    this.paintMore(marks);
  }

  /** Paints further findings beside those painted before. */
  paintMore(marks: readonly Mark[]): void {
    this.#marks = [...this.#marks, ...marks];
    for (const { topic, range } of marks) this.#add(highlightName(topic), range);
  }

  /** Makes the text of `ranges` stand out as the active clause; `null` for none. */
  setActive(ranges: readonly Range[] | null): void {
    this.#replace(ACTIVE_NAME, ranges ?? []);
  }

  /** Makes the text of `ranges` stand out a little, as what is pointed at; `null` for none. */
  setPreview(ranges: readonly Range[] | null): void {
    this.#replace(PREVIEW_NAME, ranges ?? []);
  }

  /** Tints everything that was read; `null` for nothing. */
  setRead(ranges: readonly Range[] | null): void {
    this.#replace(READ_NAME, ranges ?? []);
  }

  /**
   * Ids of the findings whose painted text is under a mouse event, the shortest text first; empty
   * when the event hit something else, even something above the text.
   */
  findingsAt(event: MouseEvent): readonly string[] {
    const target = event.composedPath()[0];
    // Not `instanceof Node`: a frame's nodes belong to another window.
    if (target === undefined || !('nodeType' in target)) return [];
    const { clientX: x, clientY: y } = event;
    const hit = this.#marks.filter(({ range }) => {
      if (range.collapsed || !range.intersectsNode(target as Node)) return false;
      return [...range.getClientRects()].some(
        (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
      );
    });
    return hit
      .map(({ id, range }) => ({ id, length: range.toString().length }))
      .toSorted((a, b) => a.length - b.length)
      .map(({ id }) => id);
  }

  /** Takes everything away. The painter can be used again afterwards. */
  clear(): void {
    this.#marks = [];
    for (const painted of this.#painted.values()) {
      for (const name of painted.highlights.keys()) remove(painted, name);
      for (const root of painted.roots) disown(root, painted.sheet);
    }
    this.#painted.clear();
  }

  #replace(name: string, ranges: readonly Range[]): void {
    for (const painted of this.#painted.values()) remove(painted, name);
    for (const range of ranges) this.#add(name, range);
  }

  #add(name: string, range: Range): void {
    const window = windowOf(range);
    if (window === null || !canHighlight(window)) return;
    const painted = this.#paintedIn(window);
    adopt(painted, range.startContainer.getRootNode() as Document | ShadowRoot);
    let highlight = painted.highlights.get(name);
    if (highlight === undefined) {
      highlight = new window.Highlight();
      highlight.priority = priorityOf(name);
      painted.highlights.set(name, highlight);
      window.CSS.highlights.set(name, highlight);
    }
    highlight.add(range);
  }

  #paintedIn(window: PageWindow): Painted {
    const known = this.#painted.get(window.document);
    if (known !== undefined) return known;
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(highlightRules());
    const painted = {
      window,
      highlights: new Map(),
      sheet,
      roots: new Set<Document | ShadowRoot>(),
    };
    this.#painted.set(window.document, painted);
    return painted;
  }
}

/** Takes one of our highlights out of the registry, unless the page has put its own in its place. */
function remove({ window, highlights }: Painted, name: string): void {
  const highlight = highlights.get(name);
  if (highlight === undefined) return;
  highlights.delete(name);
  highlight.clear();
  if (window.CSS.highlights.get(name) === highlight) window.CSS.highlights.delete(name);
}

/** Every tree that holds painted text needs the rules; a page may have dropped them since last time. */
function adopt({ sheet, roots }: Painted, root: Document | ShadowRoot): void {
  roots.add(root);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

function disown(root: Document | ShadowRoot, sheet: CSSStyleSheet): void {
  const index = root.adoptedStyleSheets.indexOf(sheet);
  if (index !== -1) root.adoptedStyleSheets.splice(index, 1);
}
