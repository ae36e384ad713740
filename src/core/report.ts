/**
 * The analysis of one page as one plain object: what `npm run analyze`, `npm run drive` and the
 * export write. Its shape is fixed by `docs/interfaces.md`; `schema` names its version.
 */
import type { OptOutAction } from './actions/action.ts';
import { badge, type BadgeState } from './badge.ts';
import type { ClauseKind, SkipReason } from './clause.ts';
import type { DocumentKind } from './detection.ts';
import { documentsNamed, type NamedDocument } from './documents-named.ts';
import type { Finding } from './findings.ts';
import type { ClauseScores } from './reading.ts';
import type { PageLook } from './session/state.ts';
import type { Strictness } from './strictness.ts';
import type { Summary } from './summary.ts';
import { formatLabel, TOPIC_CODES, type Label, type TopicCode } from './topics.ts';

/** Version of the shape. */
export const REPORT_SCHEMA = 'clausemark/1';

/** A clause with what was read from it. */
export interface ReportClause {
  readonly id: string;
  readonly index: number;
  readonly kind: ClauseKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly heading: string;
  readonly lead: string;
  readonly prev: string;
  /** Whether the site's consent dialog says it, not the document. */
  readonly consent: boolean;
  readonly labels: readonly Label[];
  readonly scores: Readonly<Partial<Record<TopicCode, number>>>;
}

/** Everything about one page. `document.text.slice(start, end) === text` for every clause. */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly file: string;
  readonly engine: string;
  readonly document: {
    readonly url: string;
    readonly title: string;
    /** The site's own name, or its host. Like every optional field, always written by this version. */
    readonly site?: string;
    readonly kind: DocumentKind;
    readonly confidence: number;
    readonly reasons: readonly string[];
    readonly language: string;
    readonly effectiveDate: string | null;
    readonly words: number;
    readonly text: string;
  };
  readonly coverage: {
    readonly ratio: number;
    readonly readChars: number;
    readonly totalChars: number;
    /** Characters of what was read that stand in closed parts of the page. */
    readonly closedChars?: number;
    readonly skipped: readonly { readonly reason: SkipReason; readonly chars: number }[];
  };
  readonly clauses: readonly ReportClause[];
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  readonly actions: readonly Omit<OptOutAction, 'id' | 'host'>[];
  readonly badge: { readonly state: BadgeState['state']; readonly text: string };
  readonly model: { readonly version: string; readonly sha256: string };
  /** Other documents that the policy points to; they were not read. */
  readonly documents?: readonly NamedDocument[];
  /** Only in what the panel exports. */
  readonly exported?: ExportFacts;
}

/** What makes an exported report evidence: when the page was read, and exactly which text. */
export interface ExportFacts {
  /** ISO 8601 date and time, UTC. */
  readonly readAt: string;
  /** SHA-256 of `document.text` in UTF-8, hex. */
  readonly textSha256: string;
  /** How sure the findings had to be, as the reader had chosen: -2…2; 0 is what `analyze` does. */
  readonly strictness: Strictness;
}

/** What a report is made of. */
export interface ReportParts {
  readonly file: string;
  /** Name and version of what read the page, such as `clausemark/0.1.0 chrome/156`. */
  readonly engine: string;
  readonly look: PageLook;
  readonly scores: ReadonlyMap<string, ClauseScores>;
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  readonly actions: readonly OptOutAction[];
  readonly badge: BadgeState;
  readonly model: { readonly version: string; readonly sha256: string };
}

/** Puts the parts together. */
export function reportOf(parts: ReportParts): Report {
  const { document, detection } = parts.look;
  const { coverage } = document;
  const { state, text } = badge(parts.badge);
  const labels = Map.groupBy(parts.findings, ({ clauseId }) => clauseId);
  return {
    schema: REPORT_SCHEMA,
    file: parts.file,
    engine: parts.engine,
    document: {
      url: document.url,
      title: document.title,
      site: document.site,
      kind: detection.kind,
      confidence: detection.confidence,
      reasons: detection.reasons,
      language: document.language,
      effectiveDate: document.effectiveDate,
      words: document.words,
      text: document.text,
    },
    coverage: {
      ratio: coverage.ratio,
      readChars: coverage.readChars,
      totalChars: coverage.totalChars,
      closedChars: coverage.closedChars,
      skipped: coverage.skipped.map(({ reason, chars }) => ({ reason, chars })),
    },
    clauses: document.clauses.map(
      ({ id, index, kind, start, end, text: own, heading, lead, prev, consent = false }) => ({
        id,
        index,
        kind,
        start,
        end,
        text: own,
        heading,
        lead,
        prev,
        consent,
        labels: (labels.get(id) ?? []).map(({ topic, stance }) => formatLabel(topic, stance)),
        scores: probabilities(parts.scores.get(id) ?? {}),
      }),
    ),
    findings: parts.findings,
    summary: parts.summary,
    actions: parts.actions.map(({ type, target, label, stops, clauseId }) => {
      return { type, target, label, stops, clauseId };
    }),
    badge: { state, text },
    model: parts.model,
    documents: documentsNamed(document),
  };
}

function probabilities(scores: ClauseScores): Partial<Record<TopicCode, number>> {
  const found: Partial<Record<TopicCode, number>> = {};
  for (const code of TOPIC_CODES) {
    const score = scores[code];
    if (score) found[code] = score.p;
  }
  return found;
}
