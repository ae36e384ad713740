import { reportOf, type Report } from '../../src/core/report.ts';
import type { PageLook, SessionState } from '../../src/core/session/state.ts';
import { badgeStateOf } from '../../src/core/session/view-of.ts';
import type { TopicCode } from '../../src/core/topics.ts';
import type { Mark } from '../../src/page/highlight.ts';
import type { LivePage } from '../../src/page/read.ts';
import { checkRanges, type RangeCheck } from '../../src/page/same-text.ts';

/** What `npm run drive` asks an open reader for. */
export interface Snapshot {
  readonly report: Report;
  readonly ranges: RangeCheck;
  readonly highlights: Readonly<Partial<Record<TopicCode, number>>>;
  /** Milliseconds from the click to the final state, and to the first findings; 0 before. */
  readonly panelMs: number;
  readonly firstFindingsMs: number;
}

/** What was read, as a report; without the names of file and engine, which others know. */
export function reportFrom(state: SessionState & { readonly look: PageLook }): Report {
  return reportOf({
    file: '',
    engine: '',
    look: state.look,
    scores: state.scores,
    findings: state.findings,
    summary: state.summary,
    actions: state.actions,
    badge: badgeStateOf(state) ?? { state: 'idle' },
    model: { version: state.model?.version ?? '', sha256: state.model?.sha256 ?? '' },
  });
}

/** Everything a reader knows, as plain data; `null` until it has looked at the page. */
export function snapshotOf(
  state: SessionState,
  live: LivePage | null,
  marks: readonly Mark[],
  times: Pick<Snapshot, 'panelMs' | 'firstFindingsMs'>,
): Snapshot | null {
  if (live === null || state.look === null) return null;
  const byTopic = Map.groupBy(marks, ({ topic }) => topic);
  return {
    report: reportFrom({ ...state, look: state.look }),
    ranges: checkRanges(live),
    highlights: Object.fromEntries([...byTopic].map(([topic, own]) => [topic, own.length])),
    ...times,
  };
}
