import { clauseOf, labelsOf } from '../../src/core/evidence/evidence.ts';
import { pageOf } from '../../src/core/evidence/corrections.ts';
import { clauseToRead } from '../../src/core/session/run.ts';
import type { SessionEvent, SessionState } from '../../src/core/session/state.ts';
import type { Label } from '../../src/core/topics.ts';
import { send } from '../../src/platform/channel.ts';

/** The cards of one page's findings: asks the model about them, and keeps what the reader says. */
export interface Cards {
  /** Opens the card of a finding; `null` closes it. */
  open(findingId: string | null): void;
  /** Keeps what the reader says of a finding's clause; `null` takes it back. */
  correct(findingId: string, labels: readonly Label[] | null): Promise<void>;
  /** Shows what is kept of the page. */
  recall(): Promise<void>;
}

/** Today, `YYYY-MM-DD`, where the reader is. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** `state` answers what is known now; nothing is told any more once `signal` is aborted. */
export function cardsOf(
  state: () => SessionState,
  tell: (event: SessionEvent) => void,
  signal: AbortSignal,
): Cards {
  /** The clause of a finding and its document; `null` when they are gone. */
  const placeOf = (findingId: string) => {
    const { look, findings } = state();
    const clause = look && clauseOf(look.document, findings, findingId);
    return look && clause && { clause, document: look.document };
  };

  async function explain(findingId: string): Promise<void> {
    const topic = state().findings.find(({ id }) => id === findingId)?.topic;
    const place = placeOf(findingId);
    if (topic === undefined || place === null) return;
    const answer = await send('explain', { clause: clauseToRead(place.clause), topic });
    const weights = answer.ok && answer.value.ok ? answer.value.value : null;
    if (!signal.aborted) tell({ type: 'explained', findingId, weights });
  }

  async function recall(): Promise<void> {
    const { look } = state();
    if (look === null) return;
    const answer = await send('corrections', { url: pageOf(look.document.url) });
    if (answer.ok && !signal.aborted && state().look === look) {
      tell({ type: 'corrections', ...answer.value });
    }
  }

  return {
    open(findingId) {
      tell({ type: 'evidence', findingId, on: today() });
      if (findingId !== null) void explain(findingId);
    },
    async correct(findingId, labels) {
      const place = placeOf(findingId);
      if (place === null) return;
      const { id: _, ...clause } = clauseToRead(place.clause);
      const url = pageOf(place.document.url);
      const was = labelsOf(state().findings, place.clause.id);
      const modelVersion = state().model?.version ?? '';
      if (labels === null) {
        await send('takeBack', { clause, url });
      } else {
        const correction = {
          ...clause,
          labels: [...labels],
          was,
          modelVersion,
          date: today(),
          url,
        };
        const answer = await send('correct', { correction });
        if (signal.aborted) return;
        if (!answer.ok) tell({ type: 'noticed', message: { key: 'notice_not_kept' } });
        else if (answer.value.dropped > 0) {
          tell({ type: 'noticed', message: { key: 'notice_corrections_full' } });
        }
      }
      await recall();
    },
    recall,
  };
}
