/** A topic's state in words and shape, the same everywhere it appears. */
import { stanceKey, stateKey } from '../core/state-words.ts';
import type { Stance, TopicCode } from '../core/topics.ts';
import type { TopicState } from '../core/view.ts';
import { StateIcon } from './icons.tsx';
import { useWording } from './wording.ts';

/** State of a topic; of a headline badge with its leading topic. "Not found" says when little was read. */
export function StateLabel({
  state,
  topic,
  coverageLow,
}: {
  state: TopicState;
  topic: TopicCode;
  coverageLow: boolean;
}) {
  const { text } = useWording();
  return (
    <span class="state" data-stance={state}>
      <StateIcon state={state} />
      <span>{text(stateKey(state, topic, coverageLow))}</span>
    </span>
  );
}

/** Stance of one finding. */
export function StanceLabel({ stance, topic }: { stance: Stance; topic: TopicCode }) {
  const { text } = useWording();
  return (
    <span class="state" data-stance={stance}>
      <StateIcon state={stance} size={14} />
      <span>{text(stanceKey(stance, topic))}</span>
    </span>
  );
}
