/**
 * What is known of the page while the panel is open, and how events change it. Pure: the run
 * (`run.ts`) tells it what happened, the view (`view-of.ts`) shows it.
 */
import { findActions } from '../actions/find.ts';
import type { OptOutAction } from '../actions/action.ts';
import { lawsNamed } from '../actions/laws.ts';
import type { RequestFacts } from '../actions/mail-request.ts';
import type { PageDocument } from '../clause.ts';
import type { Correction } from '../evidence/corrections.ts';
import {
  correctionsOf,
  openEvidence,
  type CorrectionsView,
  type OpenEvidence,
} from '../evidence/evidence.ts';
import type { WordWeight } from '../model/model.ts';
import type { Detection, PolicyLink } from '../detection.ts';
import { documentsNamed, type NamedDocument } from '../documents-named.ts';
import { findingsOf, type Finding } from '../findings.ts';
import type { ClauseReading, ClauseScores, Thresholds } from '../reading.ts';
import { DEFAULT_STRICTNESS, thresholdsAt, type Strictness } from '../strictness.ts';
import { summarize, type Summary } from '../summary.ts';
import type { Message, PanelError } from '../view.ts';

/** What one look at the page gives. */
export interface PageLook {
  readonly document: PageDocument;
  readonly detection: Detection;
  readonly policyLinks: readonly PolicyLink[];
}

/** Name and thresholds of the model that classifies. */
export interface ModelFacts {
  readonly version: string;
  readonly sha256: string;
  readonly thresholds: Thresholds;
}

/** Where the analysis stands. */
export type Phase =
  'reading' | 'classifying' | 'ready' | 'not-policy' | 'language' | 'empty' | 'error';

/** Everything known; each event gives a new one. */
export interface SessionState {
  readonly phase: Phase;
  readonly look: PageLook | null;
  readonly model: ModelFacts | null;
  readonly scores: ReadonlyMap<string, ClauseScores>;
  /** Which of the model's findings are shown. */
  readonly strictness: Strictness;
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  readonly actions: readonly OptOutAction[];
  /** What requests to the company may say; known, like the next, once everything is read. */
  readonly requests: RequestFacts | null;
  readonly documents: readonly NamedDocument[];
  readonly error: PanelError | null;
  readonly activeFindingId: string | null;
  /** The finding whose card is open. */
  readonly evidence: OpenEvidence | null;
  readonly corrections: CorrectionsView;
  readonly orphans: ReadonlySet<string>;
  /** Whether what was read is tinted in the page. */
  readonly audited: boolean;
  readonly announcement: Message | null;
  readonly notices: readonly Message[];
}

/** What can happen. */
export type SessionEvent =
  | { readonly type: 'reading' }
  | { readonly type: 'looked'; readonly look: PageLook; readonly phase: Phase }
  | { readonly type: 'model'; readonly model: ModelFacts }
  | { readonly type: 'classified'; readonly readings: readonly ClauseReading[] }
  | { readonly type: 'finished' }
  | { readonly type: 'failed'; readonly error: PanelError }
  | { readonly type: 'activated'; readonly findingId: string | null }
  | { readonly type: 'announced'; readonly message: Message }
  | { readonly type: 'orphaned'; readonly clauseIds: ReadonlySet<string> }
  /** A card was opened, on a day given as `YYYY-MM-DD`, or closed (`null`). */
  | { readonly type: 'evidence'; readonly findingId: string | null; readonly on: string }
  /** The model's answer about a finding; `null` when none came. */
  | {
      readonly type: 'explained';
      readonly findingId: string;
      readonly weights: readonly WordWeight[] | null;
    }
  /** What is kept of this page; `keeps` is false where nothing is kept. */
  | {
      readonly type: 'corrections';
      readonly keeps: boolean;
      readonly list: readonly Correction[];
    }
  | { readonly type: 'strictness'; readonly step: Strictness }
  | { readonly type: 'audited'; readonly audited: boolean }
  | { readonly type: 'noticed'; readonly message: Message };

/** Notice that the active finding stands in a closed part of the page. */
export const HIDDEN_NOTICE = 'notice_hidden';

/** Before anything is known. */
export const INITIAL: SessionState = {
  phase: 'reading',
  look: null,
  model: null,
  scores: new Map(),
  strictness: DEFAULT_STRICTNESS,
  findings: [],
  summary: summarize([]),
  actions: [],
  requests: null,
  documents: [],
  error: null,
  activeFindingId: null,
  evidence: null,
  corrections: { keeps: true, byClause: new Map() },
  orphans: new Set(),
  audited: false,
  announcement: null,
  notices: [],
};

/** The state after `event`. */
export function next(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'reading':
      return {
        ...INITIAL,
        notices: state.notices,
        model: state.model,
        audited: state.audited,
        strictness: state.strictness,
      };
    case 'looked':
      return { ...state, phase: event.phase, look: event.look };
    case 'model':
      return { ...state, model: event.model };
    case 'classified':
      return withReadings(state, event.readings);
    case 'finished':
      return {
        ...state,
        phase: 'ready',
        ...(state.look && offers(state.look.document, state.findings)),
        announcement: { key: 'announce_ready', args: [state.findings.length] },
      };
    case 'failed':
      return { ...state, phase: 'error', error: event.error };
    case 'activated':
      return {
        ...state,
        // It spoke of the finding that was active before.
        notices: state.notices.filter(({ key }) => key !== HIDDEN_NOTICE),
        activeFindingId: event.findingId,
        announcement: position(state, event.findingId),
      };
    case 'announced':
      return { ...state, announcement: event.message };
    case 'orphaned':
      return { ...state, orphans: event.clauseIds };
    case 'evidence':
      return { ...state, evidence: opened(state, event.findingId, event.on) };
    case 'explained': {
      const { evidence } = state;
      if (evidence === null || evidence.findingId !== event.findingId) return state;
      return { ...state, evidence: { ...evidence, weights: event.weights ?? 'failed' } };
    }
    case 'corrections': {
      const byClause = state.look ? correctionsOf(state.look.document, event.list) : new Map();
      return { ...state, corrections: { keeps: event.keeps, byClause } };
    }
    case 'strictness':
      return withStrictness(state, event.step);
    case 'audited':
      return { ...state, audited: event.audited };
    case 'noticed':
      return state.notices.some(({ key }) => key === event.message.key)
        ? state
        : { ...state, notices: [...state.notices, event.message] };
  }
}

/** What a reader can do with the document, and where it leads. */
function offers(
  document: PageDocument,
  findings: readonly Finding[],
): Pick<SessionState, 'actions' | 'requests' | 'documents'> {
  const { language, url, text } = document;
  return {
    actions: findActions(document, findings),
    requests: { language, url, laws: lawsNamed(text) },
    documents: documentsNamed(document),
  };
}

function opened(state: SessionState, findingId: string | null, on: string): OpenEvidence | null {
  if (findingId === null || state.look === null) return null;
  return openEvidence(state.look.document, state.findings, findingId, on);
}

/** Findings come in the order in which clauses are classified: that of the document. */
function withReadings(state: SessionState, readings: readonly ClauseReading[]): SessionState {
  if (!state.look || !state.model) return state;
  const thresholds = thresholdsAt(state.model.thresholds, state.strictness);
  const scores = new Map(state.scores);
  for (const reading of readings) scores.set(reading.id, reading.scores);
  const read = new Set(readings.map(({ id }) => id));
  const fresh = state.look.document.clauses
    .filter(({ id }) => read.has(id))
    .flatMap((clause) => findingsOf(clause, scores.get(clause.id) ?? {}, thresholds));
  const findings = [...state.findings, ...fresh];
  return { ...state, scores, findings, summary: summarize(findings) };
}

/** Everything that follows from the scores, at another step; nothing is classified again. */
function withStrictness(state: SessionState, step: Strictness): SessionState {
  if (step === state.strictness) return state;
  const { look, model, scores } = state;
  if (look === null || model === null) return { ...state, strictness: step };
  const thresholds = thresholdsAt(model.thresholds, step);
  const findings = look.document.clauses.flatMap((clause) =>
    findingsOf(clause, scores.get(clause.id) ?? {}, thresholds),
  );
  const ready = state.phase === 'ready';
  const active = findings.some(({ id }) => id === state.activeFindingId);
  return {
    ...state,
    strictness: step,
    findings,
    summary: summarize(findings),
    actions: ready ? findActions(look.document, findings) : state.actions,
    activeFindingId: active ? state.activeFindingId : null,
    evidence: findings.some(({ id }) => id === state.evidence?.findingId) ? state.evidence : null,
    announcement: ready
      ? { key: 'announce_strictness', args: [findings.length] }
      : state.announcement,
  };
}

function position(state: SessionState, findingId: string | null): Message | null {
  const finding = state.findings.find(({ id }) => id === findingId);
  if (!finding) return null;
  const same = state.findings.filter(({ topic }) => topic === finding.topic);
  return {
    key: 'announce_jump',
    args: [same.indexOf(finding) + 1, same.length, `topic_${finding.topic}`],
  };
}
