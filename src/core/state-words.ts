/** Which words tell a topic's state: "says it does" does not suit every topic. */
import type { Stance, TopicCode } from './topics.ts';
import type { TopicState } from './view.ts';

/** Topics about what the reader can do: their stances speak of "you can", not of "it does". */
const OFFERED: ReadonlySet<TopicCode> = new Set(['OPT', 'RGT']);

/** Topics that a policy tells of rather than does: "contact: says it does" would make no sense. */
const STATED: ReadonlySet<TopicCode> = new Set(['LGB', 'RET', 'SEC', 'KID', 'CHG', 'CON']);

type StanceKey = `state_offered_${Stance}` | 'state_stated_does' | `state_${Stance}`;

/** Message key of one finding's stance. */
export function stanceKey(stance: Stance, topic: TopicCode): StanceKey {
  if (OFFERED.has(topic)) return `state_offered_${stance}`;
  return STATED.has(topic) && stance === 'does' ? 'state_stated_does' : `state_${stance}`;
}

/** Message key of a topic's state; "not found" says when little was read. */
export function stateKey(
  state: TopicState,
  topic: TopicCode,
  coverageLow: boolean,
): StanceKey | 'state_contradicts' | 'state_not_found' | 'state_not_found_low' {
  if (state === 'contradicts') return 'state_contradicts';
  if (state !== 'not-found') return stanceKey(state, topic);
  return coverageLow ? 'state_not_found_low' : 'state_not_found';
}
