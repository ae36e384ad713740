/** From a page as it was read to its report, by the same session code as in the extension. */
import type { BadgeState } from '../core/badge.ts';
import { badgeStateOf } from '../core/session/view-of.ts';
import { INITIAL, next } from '../core/session/state.ts';
import type { PageLook, SessionState } from '../core/session/state.ts';
import { run } from '../core/session/run.ts';
import { ok } from '../core/result.ts';
import { reportOf } from '../core/report.ts';
import type { Report } from '../core/report.ts';
import type { LoadedModel } from './model-file.ts';

/** A report with the outcome that the exit code tells. */
export interface Analysis {
  readonly report: Report;
  readonly outcome: 'analysed' | 'not-policy' | 'language';
  readonly state: SessionState;
}

/**
 * Analyses a page. Clauses are classified on every page in English, a policy or not (a person can
 * ask for that in the panel, too); the badge of a page that is none stays `not-policy`.
 */
export async function analyzePage(
  { file, engine, look }: { file: string; engine: string; look: PageLook },
  { model, sha256 }: LoadedModel,
): Promise<Analysis> {
  let state = INITIAL;
  await run(
    {
      look: () => look,
      model: async () => {
        return ok({ version: model.version, sha256, thresholds: model.thresholds });
      },
      classify: async (clauses) => {
        const scores = model.classify(clauses);
        return ok(clauses.map(({ id }, index) => ({ id, scores: scores[index] ?? {} })));
      },
      tell: (event) => {
        state = next(state, event);
      },
      breathe: async () => undefined,
      cancelled: () => false,
    },
    { anyway: true },
  );
  const policy = look.detection.kind !== 'other';
  const notPolicy: BadgeState = { state: 'not-policy' };
  const badge: BadgeState = policy ? (badgeStateOf(state) ?? { state: 'error' }) : notPolicy;
  const report = reportOf({
    file,
    engine,
    look,
    scores: state.scores,
    findings: state.findings,
    summary: state.summary,
    actions: state.actions,
    badge,
    model: { version: model.version, sha256 },
  });
  if (!policy) return { report, outcome: 'not-policy', state };
  return { report, outcome: state.phase === 'language' ? 'language' : 'analysed', state };
}
