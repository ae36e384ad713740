/** A topic's state in words and shape, the same everywhere it appears. */
import type { Stance, TopicCode } from '../core/topics.ts';
import type { TopicState } from '../core/view.ts';
import { StateIcon } from './icons.tsx';
import type { MessageKey } from './translate.ts';
import { useWording } from './wording.ts';

/** Topics about what the reader can do: their stances speak of "you can", not of "it does". */
const OFFERED: ReadonlySet<TopicCode> = new Set(['OPT', 'RGT']);

/** Topics that a policy tells of rather than does: "contact: says it does" would make no sense. */
const STATED: ReadonlySet<TopicCode> = new Set(['LGB', 'RET', 'SEC', 'KID', 'CHG', 'CON']);

/** The words for what a sentence says of a topic. */
export function stanceKey(stance: Stance, topic: TopicCode): MessageKey {
  if (OFFERED.has(topic)) return `state_offered_${stance}`;
  return STATED.has(topic) && stance === 'does' ? 'state_stated_does' : `state_${stance}`;
}

/** The words for a topic's state. */
export function stateKey(state: TopicState, topic: TopicCode, coverageLow: boolean): MessageKey {
  if (state === 'contradicts') return 'state_contradicts';
  if (state !== 'not-found') return stanceKey(state, topic);
  return coverageLow ? 'state_not_found_low' : 'state_not_found';
}

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
