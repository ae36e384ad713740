/** One topic: a row that says where the policy stands and opens to the sentences that say so. */
import { FindingList, type FindingListProps } from './FindingList.tsx';
import type { ShownTopic } from './filter.ts';
import { ControlIcon } from './icons.tsx';
import { StateLabel } from './topic-state.tsx';
import { useWording } from './wording.ts';

/** A topic as a list item; without findings there is nothing to open and the row is plain text. */
export function TopicRow({
  shown: { topic, findings },
  open,
  coverageLow,
  onToggle,
  ...list
}: Omit<FindingListProps, 'topic' | 'findings'> & {
  shown: ShownTopic;
  open: boolean;
  coverageLow: boolean;
  onToggle: () => void;
}) {
  const { text, number } = useWording();
  const label = (
    <>
      <span class="topic-name">{text(`topic_${topic.code}`)}</span>
      <StateLabel state={topic.state} topic={topic.code} coverageLow={coverageLow} />
    </>
  );
  const filtered = findings.length !== topic.findings.length;
  return (
    <li class="topic" data-topic={topic.code} data-stance={topic.state}>
      {findings.length === 0 ? (
        <div class="topic-row">{label}</div>
      ) : (
        <h4 class="topic-heading">
          <button
            type="button"
            class="topic-row"
            aria-expanded={open}
            aria-controls={open ? `findings-${topic.code}` : undefined}
            onClick={() => onToggle()}
          >
            {label}
            <span class="count">
              <span class="count-number" aria-hidden="true">
                {filtered
                  ? text('count_filtered', [findings.length, topic.findings.length])
                  : number(findings.length)}
              </span>
              <span class="sr-only">{text('count_sentences', [findings.length])}</span>
              <ControlIcon name="chevron" size={14} />
            </span>
          </button>
        </h4>
      )}
      {open && findings.length > 0 && <FindingList topic={topic} findings={findings} {...list} />}
    </li>
  );
}
