/** The session as the panel shows it. */
import { gpcStatement } from '../actions/gpc.ts';
import type { BadgeState } from '../badge.ts';
import { analysedState } from '../badge.ts';
import { sectionPath, type Clause } from '../clause.ts';
import { contradictions } from '../contradictions.ts';
import type { Finding } from '../findings.ts';
import { evidenceView } from '../evidence/evidence.ts';
import { headline } from '../headline.ts';
import { strictnessView } from '../strictness.ts';
import { TOPICS } from '../topics.ts';
import type {
  CoverageView,
  DocumentView,
  FindingView,
  HonestyView,
  PanelStatus,
  PanelView,
  TopicView,
} from '../view.ts';
import { LOW_COVERAGE } from '../view.ts';
import type { PageLook, SessionState } from './state.ts';

/** Silent reading of non-fiction, words a minute (Brysbaert 2019, doi 10.1016/j.jml.2019.104047). */
const WORDS_A_MINUTE = 238;

/** Everything the panel shows of `state`. */
export function viewOf(state: SessionState): PanelView {
  const { look, findings, summary } = state;
  const classified = state.phase === 'classifying' || state.phase === 'ready';
  return {
    status: statusOf(state),
    document: look ? documentView(look) : null,
    coverage: look ? coverageView(look, state.audited) : null,
    headline: classified && state.model ? headline(summary, findings) : [],
    topics: classified && state.model ? topicViews(state) : [],
    contradictions: classified && state.model ? contradictions(findings) : [],
    strictness:
      classified && state.model ? strictnessView(state.strictness, state.model.sha256) : null,
    actions: state.actions,
    requests: state.requests,
    gpc: state.phase === 'ready' ? gpcStatement(findings) : null,
    honesty: state.phase === 'ready' ? honestyView(state) : null,
    foreignFrames: look?.document.foreignFrames ?? [],
    activeFindingId: state.activeFindingId,
    evidence:
      look && state.evidence
        ? evidenceView(state.evidence, look.document, findings, state.scores)
        : null,
    corrections: state.corrections,
    announcement: state.announcement,
    notices: state.notices,
  };
}

/** What the toolbar shall say of `state`; `null` while there is nothing final to say. */
export function badgeStateOf(state: SessionState): BadgeState | null {
  switch (state.phase) {
    case 'ready':
      return analysedState(state.summary);
    case 'error':
      return { state: 'error' };
    case 'not-policy':
    case 'language':
    case 'empty':
      return { state: 'not-policy' };
    case 'reading':
    case 'classifying':
      return null;
  }
}

function statusOf(state: SessionState): PanelStatus {
  switch (state.phase) {
    case 'classifying':
      return {
        kind: 'classifying',
        done: state.scores.size,
        total: state.look?.document.clauses.length ?? 0,
      };
    case 'not-policy':
      return { kind: 'not-policy', links: state.look?.policyLinks ?? [] };
    case 'language':
      return { kind: 'language', language: state.look?.document.language ?? 'und' };
    case 'error':
      return { kind: 'error', error: state.error ?? 'unexpected' };
    case 'reading':
    case 'ready':
    case 'empty':
      return { kind: state.phase };
  }
}

function documentView({ document, detection }: PageLook): DocumentView {
  return {
    site: document.site,
    title: document.title,
    kind: detection.kind,
    detectionConfidence: detection.confidence,
    reasons: detection.reasons,
    language: document.language,
    effectiveDate: document.effectiveDate,
    words: document.words,
    minutes: Math.max(1, Math.round(document.words / WORDS_A_MINUTE)),
  };
}

function coverageView({ document: { coverage } }: PageLook, audited: boolean): CoverageView {
  return {
    percent: Math.round(coverage.ratio * 100),
    low: coverage.ratio < LOW_COVERAGE,
    skipped: coverage.skipped,
    audited,
  };
}

function honestyView({ look, model, documents }: SessionState): HonestyView | null {
  if (look === null || model === null) return null;
  const { readChars, closedChars } = look.document.coverage;
  const share = readChars === 0 ? 0 : closedChars / readChars;
  return {
    closedPercent: share === 0 ? 0 : Math.max(1, Math.round(share * 100)),
    documents,
    model: { version: model.version, sha256: model.sha256 },
  };
}

function topicViews(state: SessionState): TopicView[] {
  const clauses = new Map(state.look?.document.clauses.map((clause) => [clause.id, clause]));
  const byTopic = Map.groupBy(state.findings, ({ topic }) => topic);
  return TOPICS.map(({ code, group }) => {
    const own = byTopic.get(code) ?? [];
    const view = (finding: Finding) => findingView(finding, clauses, state.orphans);
    return { code, group, state: state.summary[code].state, findings: own.map(view) };
  });
}

function findingView(
  finding: Finding,
  clauses: ReadonlyMap<string, Clause>,
  orphans: ReadonlySet<string>,
): FindingView {
  const { heading = '', kind = 'para', consent } = clauses.get(finding.clauseId) ?? {};
  return {
    ...finding,
    kind,
    section: sectionPath(heading),
    ...(consent === undefined ? {} : { consent }),
    anchored: !orphans.has(finding.clauseId),
  };
}
