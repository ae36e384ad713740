/**
 * Every surface in every state, for tests and pictures. Bundled as one script for a plain page; the
 * panel's root is opened here, so that a test can look inside: the product's own root stays closed.
 */
import { mountPanel, type PanelHandle } from '../../src/ui/mount.ts';
import type { PanelSettings } from '../../src/ui/settings.ts';
import { translateFrom } from './messages.ts';
import { placesOf, spotOf } from './places.ts';
import { VIEWS, type ViewName } from './views.ts';

/** What the panel asked for, oldest first: the callback's name and its arguments. */
export type Call = readonly [name: string, ...args: unknown[]];

/** A panel in the page with what it asked for. */
export interface Shown {
  readonly handle: PanelHandle;
  readonly root: ShadowRoot;
  readonly calls: Call[];
  /** What was pointed at, oldest first. */
  readonly previews: (readonly string[])[];
  readonly abort: AbortController;
}

let current: Shown | null = null;

/** The panel shown last. Throws when there is none. */
export function shown(): Shown {
  if (current === null) throw new Error('No panel was shown');
  return current;
}

/** What the browser says of itself in a state; elsewhere it says nothing. */
const GPC: Readonly<Partial<Record<ViewName, boolean>>> = { active: true, much: false };

/** Names of all states. */
export const viewNames = Object.keys(VIEWS) as ViewName[];

/** Takes the panel away. */
export function hidePanel(): void {
  current?.handle.destroy();
}

/** Mounts the panel in a state, instead of the one before. */
export function showPanel(
  name: ViewName,
  settings: Partial<PanelSettings> = {},
  locale = 'en',
): void {
  current?.handle.destroy();
  const calls: Call[] = [];
  const previews: (readonly string[])[] = [];
  const note =
    (callback: string) =>
    (...args: unknown[]) => {
      calls.push([callback, ...args]);
    };
  const abort = new AbortController();
  const handle = withOpenRoots(() =>
    mountPanel({
      document,
      translate: translateFrom(locale),
      callbacks: {
        onJump: note('onJump'),
        onFocusFinding: note('onFocusFinding'),
        onOpenFinding: note('onOpenFinding'),
        onPreview: (ids) => previews.push(ids),
        onJumpToClause: note('onJumpToClause'),
        onAudit: note('onAudit'),
        onShowSkipped: note('onShowSkipped'),
        onReadSkipped: note('onReadSkipped'),
        onAnalyseAnyway: note('onAnalyseAnyway'),
        onRetry: note('onRetry'),
        onEvidence: note('onEvidence'),
        onCorrect: note('onCorrect'),
        onStrictness: note('onStrictness'),
        onExport: (kind) => {
          note('onExport')(kind);
          return Promise.resolve(kind === 'json' ? 'private' : 'opened');
        },
        onClose: note('onClose'),
        onSettings: note('onSettings'),
      },
      settings: { side: 'right', width: 400, collapsed: false, minimap: true, ...settings },
      sendsGpc: GPC[name] ?? null,
      signal: abort.signal,
    }),
  );
  handle.update(VIEWS[name]);
  handle.places(placesOf(VIEWS[name]));
  handle.seen({ start: 0.1, end: 0.3 });
  handle.spot(spotOf(VIEWS[name]));
  const root = handle.host.shadowRoot;
  if (root === null) throw new Error('The root was not opened');
  current = { handle, root, calls, previews, abort };
}

function withOpenRoots<T>(run: () => T): T {
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function open(init) {
    return attachShadow.call(this, { ...init, mode: 'open' });
  };
  try {
    return run();
  } finally {
    Element.prototype.attachShadow = attachShadow;
  }
}

export { mountPanel } from '../../src/ui/mount.ts';
export { placesOf, spotOf } from './places.ts';
export { pageCalls, PAGES, showPage } from './pages.ts';
export { VIEWS, type ViewName } from './views.ts';
