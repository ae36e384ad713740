/** A contradiction: the sentence that says it does beside the one that says it does not. */
import type { Contradiction } from '../core/contradictions.ts';
import type { TopicView } from '../core/view.ts';
import { Quote } from './Quote.tsx';
import { StanceLabel } from './topic-state.tsx';

/** Both sentences in the page's own words; each leads to its place. */
export function BothSides({
  contradiction: { topic, statementId, denialId },
  topics,
  language,
  onJump,
}: {
  contradiction: Contradiction;
  topics: readonly TopicView[];
  /** Language of the page's own words; `und` when unknown. */
  language: string;
  onJump: (findingId: string) => void;
}) {
  const findings = topics.find(({ code }) => code === topic)?.findings ?? [];
  const sides = [statementId, denialId].flatMap(
    (wanted) => findings.find(({ id }) => id === wanted) ?? [],
  );
  return (
    <ul class="both-sides" data-contradiction={topic}>
      {sides.map(({ id, stance, quote, anchored }) => (
        <li key={id}>
          <button
            type="button"
            class="one-side"
            aria-disabled={anchored ? undefined : 'true'}
            onClick={() => {
              if (anchored) onJump(id);
            }}
          >
            <StanceLabel stance={stance} topic={topic} />
            <Quote quote={quote} lang={language === 'und' ? undefined : language} />
          </button>
        </li>
      ))}
    </ul>
  );
}
