/**
 * What the panel shows, as plain data: the only thing `ui/` knows of a page. Strings of the page
 * (quotes, titles, labels) are text, never markup; our own words are message keys that `ui/` resolves.
 */
import type { OptOutAction } from './actions/action.ts';
import type { GpcStatement } from './actions/gpc.ts';
import type { RequestFacts } from './actions/mail-request.ts';
import type { ClauseKind, ForeignFrame, SkippedPart } from './clause.ts';
import type { Contradiction } from './contradictions.ts';
import type { CorrectionsView, EvidenceView } from './evidence/evidence.ts';
import type { DocumentKind, PolicyLink } from './detection.ts';
import type { NamedDocument } from './documents-named.ts';
import type { StrictnessView } from './strictness.ts';
import type { Stance, TopicCode, TopicGroup } from './topics.ts';

/** A message key with its arguments, in order; the catalogue is `assets/_locales/<lang>/messages.json`. */
export interface Message {
  readonly key: string;
  readonly args?: readonly (string | number)[];
}

/** State of a topic: the three stances, nothing found, or a denial beside a statement of the same. */
export type TopicState = 'does' | 'denies' | 'limits' | 'contradicts' | 'not-found';

/** Why an analysis could not be made or finished. */
export type PanelError =
  'model-damaged' | 'model-missing' | 'background-gone' | 'extension-updated' | 'unexpected';

/** Where the analysis stands. `data-state` of the panel's root is `kind`. */
export type PanelStatus =
  | { readonly kind: 'reading' }
  | { readonly kind: 'classifying'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  /** Not a policy; "analyse anyway" is offered, and links to the site's policies. */
  | { readonly kind: 'not-policy'; readonly links: readonly PolicyLink[] }
  /** Read, but in a language that is not classified. */
  | { readonly kind: 'language'; readonly language: string }
  /** The page holds no text to read (yet). */
  | { readonly kind: 'empty' }
  | { readonly kind: 'error'; readonly error: PanelError };

/** A finding as shown: the quote is verbatim page text. */
export interface FindingView {
  readonly id: string;
  readonly clauseId: string;
  readonly topic: TopicCode;
  readonly stance: Stance;
  /** Calibrated probability, 0…1. */
  readonly confidence: number;
  readonly quote: string;
  /** Sentence, list item or table row. */
  readonly kind: ClauseKind;
  /** Section path, outermost first; may be empty. */
  readonly section: readonly string[];
  /** Set when the site's consent dialog says it, not the document. */
  readonly consent?: boolean;
  /** False when the page replaced the text and the quote could not be found again: no jump. */
  readonly anchored: boolean;
}

/** A topic with everything found of it, in document order. */
export interface TopicView {
  readonly code: TopicCode;
  readonly group: TopicGroup;
  readonly state: TopicState;
  readonly findings: readonly FindingView[];
}

/** One of the three headline badges. */
export interface HeadlineView {
  readonly group: 'tracking' | 'sharing' | 'choices';
  readonly state: TopicState;
  readonly count: number;
  /** Plain sentences, built by the rules of `headline.ts`; shown one after the other. */
  readonly sentences: readonly Message[];
}

/** The document's own facts. */
export interface DocumentView {
  readonly site: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly detectionConfidence: number;
  readonly reasons: readonly string[];
  readonly language: string;
  readonly effectiveDate: string | null;
  readonly words: number;
  /** Reading time, whole minutes, at least 1 (238 words a minute: Brysbaert 2019, doi 10.1016/j.jml.2019.104047). */
  readonly minutes: number;
}

/** Below this share of the text read, "not found" is qualified. */
export const LOW_COVERAGE = 0.5;

/** How much was read. `low` (ratio below {@link LOW_COVERAGE}) qualifies every "not found". */
export interface CoverageView {
  readonly percent: number;
  readonly low: boolean;
  readonly skipped: readonly SkippedPart[];
  /** True while everything that was read is tinted in the page. */
  readonly audited: boolean;
}

/** What a careful reader wants to know of how this was made. */
export interface HonestyView {
  /** Share of what was read that stands in closed parts of the page, whole percent; at least 1 if any. */
  readonly closedPercent: number;
  /** Documents that the policy points to; none of them was read. */
  readonly documents: readonly NamedDocument[];
  readonly model: { readonly version: string; readonly sha256: string };
}

/** Everything the panel shows. */
export interface PanelView {
  readonly status: PanelStatus;
  readonly document: DocumentView | null;
  readonly coverage: CoverageView | null;
  /** Empty until there are findings to speak of; then exactly three. */
  readonly headline: readonly HeadlineView[];
  /** All 22 topics in order of {@link TOPICS} once classification has begun, else empty. */
  readonly topics: readonly TopicView[];
  /** Topics of which the document says both, with the findings that do. */
  readonly contradictions: readonly Contradiction[];
  /** Which findings are shown; `null` while there are none to choose from. */
  readonly strictness: StrictnessView | null;
  readonly actions: readonly OptOutAction[];
  /** What is known for requests by mail; `null`, like the next two, until everything is read. */
  readonly requests: RequestFacts | null;
  readonly gpc: GpcStatement | null;
  readonly honesty: HonestyView | null;
  readonly foreignFrames: readonly ForeignFrame[];
  /** The finding that is active in the page and the panel. */
  readonly activeFindingId: string | null;
  /** The card that is open, below its finding. */
  readonly evidence: EvidenceView | null;
  readonly corrections: CorrectionsView;
  /** Short text for the polite live region; changes announce. */
  readonly announcement: Message | null;
  /** Things the reader must know: highlighting unavailable, page changed, coverage low. */
  readonly notices: readonly Message[];
}
