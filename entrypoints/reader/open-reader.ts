import { detect } from '../../src/core/detect/detect.ts';
import { run } from '../../src/core/session/run.ts';
import {
  HIDDEN_NOTICE,
  INITIAL,
  next,
  type SessionEvent,
  type SessionState,
} from '../../src/core/session/state.ts';
import { badgeStateOf, viewOf } from '../../src/core/session/view-of.ts';
import type { Strictness } from '../../src/core/strictness.ts';
import { sendsGpc } from '../../src/page/gpc.ts';
import { canHighlight } from '../../src/page/highlight.ts';
import { onNavigation } from '../../src/page/navigation.ts';
import { readPage } from '../../src/page/read.ts';
import { clearRemains } from '../../src/page/remains.ts';
import { onChange, settled } from '../../src/page/settle.ts';
import { gatherSignals } from '../../src/page/signals.ts';
import { catalogueText } from '../../src/platform/catalogue.ts';
import { send } from '../../src/platform/channel.ts';
import { holdLine } from '../../src/platform/line.ts';
import { settingsSchema, type Settings } from '../../src/platform/messages.ts';
import { stillInstalled, tellBadge } from '../../src/platform/tell.ts';
import { HOST_NAME, mountPanel, type PanelHandle } from '../../src/ui/mount.ts';
import type { PanelCallbacks } from '../../src/ui/Panel.tsx';
import { createTranslate } from '../../src/ui/translate.ts';
import { cardsOf } from './evidence.ts';
import { readAlong, type Along } from './along.ts';
import { exporting } from './export.ts';
import { Place } from './place.ts';
import { runPorts } from './ports.ts';
import { reportFrom, snapshotOf, type Snapshot } from './snapshot.ts';

/** How long a page that navigated or changed may come to rest, ms. */
const AFTER_NAVIGATION = { quiet: 400, cap: 3000 };
const AFTER_CHANGE = { quiet: 400, cap: 2000 };

/** How often an open reader looks whether its extension is still there, ms. */
const STILL_THERE = 2000;

/** The open reader of one page. After `close` nothing of it is left in the page. */
export interface Reader {
  readonly open: boolean;
  /** `performance.now()` of the click that opened it. */
  readonly openedAt: number;
  /** False once the extension was updated, disabled or removed. */
  installed(): boolean;
  close(): void;
  snapshot(): Snapshot | null;
}

/**
 * Opens the panel on `document` and reads it. `again` opens another one: a page that writes its document
 * anew (`document.open`) takes the panel and every listener in it away.
 */
export function openReader(document: Document, again: () => void): Reader {
  const root = document.documentElement;
  const openedAt = performance.now();
  const lifetime = new AbortController();
  const { signal } = lifetime;
  const focusedBefore = document.activeElement as HTMLElement | null;
  let state: SessionState = INITIAL;
  let panel: PanelHandle | null = null;
  let along: Along | null = null;
  let current = new AbortController();
  let badgeShown = '';
  let readAt = '';
  let panelMs = 0;
  let firstFindingsMs = 0;

  const cards = cardsOf(() => state, tell, signal);
  const place = new Place(open, signal);

  function tell(event: SessionEvent): void {
    // Without its extension it has no words any more to say it in.
    if (!stillInstalled()) return close();
    state = next(state, event);
    if (event.type === 'looked') readAt = new Date().toISOString();
    if (event.type === 'classified') {
      place.markMore(state.findings);
      along?.follow();
    }
    if (panelMs === 0 && !['reading', 'classifying'].includes(state.phase)) {
      panelMs = performance.now() - openedAt;
    }
    if (event.type === 'finished') void cards.recall();
    panel?.update(viewOf(state));
    if (firstFindingsMs === 0 && state.findings.length > 0) {
      firstFindingsMs = performance.now() - openedAt;
    }
    const badge = badgeStateOf(state);
    const shown = JSON.stringify(badge);
    if (badge !== null && shown !== badgeShown) tellBadge(badge);
    badgeShown = shown;
  }

  function start(anyway: boolean): void {
    current.abort();
    current = new AbortController();
    place.reset(null);
    along?.restart();
    const line = holdLine(current.signal);
    const ports = runPorts(document, place.included, (live) => place.reset(live), tell, line);
    void run(ports, { anyway }).then(line.drop);
  }

  const hidden = () => tell({ type: 'noticed', message: { key: HIDDEN_NOTICE } });
  const revealing = (moveFocus: boolean) => ({
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    covered: panel?.insets() ?? { top: 0, right: 0, bottom: 0, left: 0 },
    moveFocus,
  });

  function show(clauseId: string, moveFocus: boolean): void {
    place.activate(clauseId);
    const seen = place.reveal(clauseId, revealing(moveFocus));
    if (!seen && place.rangeOf(clauseId) !== null) hidden();
  }

  /** `jump` scrolls the page there; a finding clicked in the page is already before the eyes. */
  function activate(findingId: string, jump: boolean, moveFocus = false): void {
    const clauseId = state.findings.find(({ id }) => id === findingId)?.clauseId;
    if (clauseId === undefined) return;
    tell({ type: 'activated', findingId });
    if (jump) show(clauseId, moveFocus);
    else place.activate(clauseId);
  }

  /** Shows the findings of another step; nothing is read or classified again. */
  function choose(step: Strictness): void {
    if (step === state.strictness) return;
    tell({ type: 'strictness', step });
    place.mark(state.findings);
    along?.follow();
  }

  /** Clicked in the page: its card opens, and stays clear of the text where the panel had been collapsed. */
  function open(findingId: string): void {
    activate(findingId, panel?.expand() ?? false);
    cards.open(findingId);
  }

  function afterChange(): void {
    if (!stillInstalled()) return close();
    const now = document.documentElement as Element | null;
    if (now !== root) {
      // Between being opened and being written a document is empty.
      if (now === null) return;
      close();
      return again();
    }
    if (state.phase === 'ready') {
      const lost = place.reanchor();
      if (lost === null) return along?.refresh();
      place.mark(state.findings);
      along?.restart();
      tell({ type: 'orphaned', clauseIds: lost });
      if (lost.size > 0) tell({ type: 'noticed', message: { key: 'notice_page_changed' } });
    } else if (state.phase === 'not-policy' || state.phase === 'empty') {
      const policy = detect(gatherSignals(document, document.location)).kind !== 'other';
      const filled = state.phase === 'empty' && readPage(document).document.clauses.length > 0;
      if (policy || filled) start(false);
    }
  }

  let arriving = false;

  /** However often a page changes its address, it is read once it has come to rest or time is up. */
  async function afterNavigation(): Promise<void> {
    current.abort();
    place.forget();
    tell({ type: 'audited', audited: false });
    tell({ type: 'reading' });
    if (arriving) return;
    arriving = true;
    await settled(document, AFTER_NAVIGATION, signal);
    arriving = false;
    if (!signal.aborted) start(false);
  }

  function close(): void {
    if (signal.aborted) return;
    const hadFocus = panel !== null && document.activeElement === panel.host;
    current.abort();
    lifetime.abort();
    if (hadFocus) focusedBefore?.focus({ preventScroll: true });
  }

  const callbacks: PanelCallbacks = {
    onJump: (id) => activate(id, true, true),
    onFocusFinding: (id) => activate(id, true),
    onOpenFinding: open,
    onPreview: (ids) => place.preview(ids),
    onJumpToClause: (id) => show(id, true),
    onEvidence(id) {
      if (id !== null) activate(id, false);
      cards.open(id);
    },
    onCorrect: (id, labels) => void cards.correct(id, labels),
    onStrictness(step) {
      choose(step);
      void send('changeSettings', { strictness: step });
    },
    onClose: close,
    onSettings: (change) => void send('changeSettings', change),
    onAnalyseAnyway: () => start(true),
    onRetry: () => start(false),
    onAudit(audited) {
      place.audit(audited);
      tell({ type: 'audited', audited });
    },
    onShowSkipped(id) {
      tell({ type: 'activated', findingId: null });
      if (!place.showSkipped(id, revealing(true))) hidden();
    },
    ...exporting(() => {
      const { look, strictness } = state;
      if (look === null) return null;
      return { report: reportFrom({ ...state, look }), readAt, strictness };
    }),
    onReadSkipped(id) {
      place.include(id);
      start(true);
    },
  };

  async function mount(): Promise<void> {
    const answer = await send('settings', {});
    const settings: Settings = answer.ok ? answer.value : settingsSchema.parse({});
    if (signal.aborted) return;
    choose(settings.strictness);
    const translate = createTranslate(catalogueText, catalogueText('uiLocale', []));
    panel = mountPanel({
      document,
      translate,
      callbacks,
      settings,
      signal,
      sendsGpc: sendsGpc(navigator),
    });
    panel.update(viewOf(state));
    panel.focus();
    along = readAlong(window, place, panel, signal);
    along.follow();
  }

  const watch = setInterval(() => {
    if (!stillInstalled()) close();
  }, STILL_THERE);
  signal.addEventListener('abort', () => clearInterval(watch));

  clearRemains(window, HOST_NAME);
  if (!canHighlight(window)) tell({ type: 'noticed', message: { key: 'notice_no_highlights' } });
  void mount();
  start(false);
  onNavigation(window, () => void afterNavigation(), signal);
  onChange(document, AFTER_CHANGE, afterChange, signal);

  return {
    get open() {
      return !signal.aborted;
    },
    openedAt,
    installed: stillInstalled,
    close,
    snapshot: () => snapshotOf(state, place.live, place.marks, { panelMs, firstFindingsMs }),
  };
}
