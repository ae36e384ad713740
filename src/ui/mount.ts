/** Puts the panel into a page: out of the page's reach, and out of its way when it is told to go. */
import { createRef, h, render } from 'preact';
import type { PanelView } from '../core/view.ts';
import type { Placed, Span } from '../core/minimap.ts';
import type { ReadingSpot } from '../core/reading-spot.ts';
import { isolateEvents } from './isolate-events.ts';
import { alongValues } from './live.ts';
import { Panel, type PanelCallbacks } from './Panel.tsx';
import { panelStyle } from './panel-style.ts';
import { allowedWidth, type PanelSettings } from './settings.ts';
import type { Translate } from './translate.ts';
import { createWording, WordingProvider } from './wording.ts';

/** Name of the host element; tests and the command line find the panel by it. */
export const HOST_NAME = 'clausemark-panel';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** How often a page that throws the panel out gets it back, before the page has its way: it is closed then. */
const RETURNS = 3;

/** What a panel needs. */
export interface MountOptions {
  readonly document: Document;
  readonly translate: Translate;
  readonly callbacks: PanelCallbacks;
  readonly settings: PanelSettings;
  /** Whether this browser sends Global Privacy Control; `null` where it does not say. */
  readonly sendsGpc: boolean | null;
  /** Ends everything, as {@link PanelHandle.destroy} does. */
  readonly signal: AbortSignal;
}

/** Window edges covered by the panel, CSS px: where nothing should be scrolled to. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A panel in a page. After `destroy` (or the signal's abort) nothing of it is left and nothing has effect. */
export interface PanelHandle {
  readonly host: HTMLElement;
  update(view: PanelView): void;
  /** Where findings stand along the page's text, in order. Like the next two it draws only what shows it. */
  places(places: readonly Placed[]): void;
  /** Which part of the text is seen. */
  seen(view: Span): void;
  /** What stands where the reader reads. */
  spot(spot: ReadingSpot): void;
  /** Opens a collapsed panel, for as long as it is there; true when it was collapsed. */
  expand(): boolean;
  /** Applies settings that were changed elsewhere. */
  configure(settings: PanelSettings): void;
  /** Focuses the panel's heading; for opening by the toolbar, never by itself. */
  focus(): void;
  /** Gives up focus, so that the keyboard continues at the page's selection. */
  blur(): void;
  insets(): Insets;
  destroy(): void;
}

/** Mounts an empty panel; `update` fills it. */
export function mountPanel(options: MountOptions): PanelHandle {
  const { document, callbacks, translate, sendsGpc } = options;
  const window = document.defaultView ?? globalThis.window;
  const ended = new AbortController();
  // By namespace: documents exist in which `createElement` makes no HTML.
  const host = document.createElementNS(XHTML, HOST_NAME) as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [panelStyle(window)];
  const container = document.createElementNS(XHTML, 'div');
  container.className = 'clausemark';
  root.append(container);
  isolateEvents(root, ended.signal);

  const wording = createWording(translate, window.navigator.language);
  const headingRef = createRef<HTMLHeadingElement>();
  let settings: PanelSettings = {
    ...options.settings,
    width: allowedWidth(options.settings.width),
  };
  let view: PanelView | null = null;
  const along = alongValues();
  along.preview.listen((ids) => {
    if (!ended.signal.aborted) callbacks.onPreview(ids);
  });

  const blur = () => (root.activeElement as HTMLElement | null)?.blur();
  const onPlace = (change: Partial<PanelSettings>, keep: boolean) => {
    settings = { ...settings, ...change };
    draw();
    if (keep) callbacks.onSettings(change);
  };
  const leaving =
    <A extends unknown[]>(jump: (...args: A) => void) =>
    (...args: A) => {
      blur();
      jump(...args);
    };
  const own = {
    ...callbacks,
    onJump: leaving(callbacks.onJump),
    onJumpToClause: leaving(callbacks.onJumpToClause),
    onShowSkipped: leaving(callbacks.onShowSkipped),
  };

  function draw(): void {
    if (view === null || ended.signal.aborted) return;
    const panel = h(Panel, { ...own, view, settings, along, onPlace, headingRef, sendsGpc });
    render(h(WordingProvider, { value: wording }, panel), container);
  }

  function attach(): void {
    document.documentElement.append(host);
    // A page that zooms its root zooms what lies in it; the panel keeps the size of the reader's choice.
    container.style.zoom = String(1 / host.currentCSSZoom);
    // The top layer is above every z-index of the page and untouched by its transforms and filters.
    // Without it (or when the page's document refuses) the fixed position of the style sheet holds.
    host.popover = 'manual';
    try {
      host.showPopover();
    } catch {
      host.popover = null;
    }
  }

  attach();
  let returns = RETURNS;
  const watcher = new MutationObserver(() => {
    if (host.isConnected) return;
    if (returns === 0) return callbacks.onClose();
    returns -= 1;
    attach();
  });
  watcher.observe(document.documentElement, { childList: true });

  function destroy(): void {
    if (ended.signal.aborted) return;
    ended.abort();
    watcher.disconnect();
    render(null, container);
    host.remove();
  }
  options.signal.addEventListener('abort', destroy, { once: true, signal: ended.signal });
  if (options.signal.aborted) destroy();

  return {
    host,
    update(next) {
      view = next;
      draw();
    },
    places: (places) => along.places.set(places),
    seen: (span) => along.seen.set(span),
    spot: (spot) => along.spot.set(spot),
    expand() {
      const { collapsed } = settings;
      if (collapsed) onPlace({ collapsed: false }, false);
      return collapsed;
    },
    configure(next) {
      settings = { ...next, width: allowedWidth(next.width) };
      draw();
    },
    focus: () => headingRef.current?.focus({ preventScroll: true }),
    blur,
    insets: () => insetsOf(container.firstElementChild, window),
    destroy,
  };
}

/** A panel as wide as the window covers its top or bottom, any other one its left or right. */
function insetsOf(panel: Element | null, window: Window): Insets {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  const box = panel?.getBoundingClientRect();
  if (!box || box.height === 0) return none;
  const { clientWidth: width, clientHeight: height } = window.document.documentElement;
  if (box.width >= width - 1) {
    return box.top > 0 ? { ...none, bottom: height - box.top } : { ...none, top: box.bottom };
  }
  return box.left > 0 ? { ...none, right: width - box.left } : { ...none, left: box.right };
}
