/** The lower part of the label: every topic that the badges do not speak of, at a glance. */
import type { Contradiction } from '../core/contradictions.ts';
import { LEADS } from '../core/headline.ts';
import { stateKey } from '../core/state-words.ts';
import type { TopicCode } from '../core/topics.ts';
import type { TopicState, TopicView } from '../core/view.ts';
import { BothSides } from './BothSides.tsx';
import { StateIcon } from './icons.tsx';
import type { MessageKey } from './translate.ts';
import { useWording } from './wording.ts';

const LED: ReadonlySet<TopicCode> = new Set(Object.values(LEADS).flat());

/** What the shapes mean, in the order in which the key below the grid explains them. */
const KEY = {
  does: 'grid_does',
  denies: 'grid_denies',
  limits: 'grid_limits',
  contradicts: 'grid_contradicts',
  'not-found': 'grid_not_found',
} as const satisfies Record<TopicState, MessageKey>;

/** Topics as cells; one with sentences leads to them. Shapes tell the states apart, words explain them. */
export function TopicGrid({
  topics,
  contradictions,
  coverageLow,
  language,
  onShowTopic,
  onJump,
}: {
  topics: readonly TopicView[];
  contradictions: readonly Contradiction[];
  coverageLow: boolean;
  language: string;
  onShowTopic: (code: TopicCode) => void;
  onJump: (findingId: string) => void;
}) {
  const { text } = useWording();
  const others = topics.filter(({ code }) => !LED.has(code));
  const states = (Object.keys(KEY) as TopicState[]).filter((state) =>
    others.some((topic) => topic.state === state),
  );
  return (
    <div class="other-topics">
      <h3 class="grid-title">{text('grid_title')}</h3>
      <ul class="topic-grid">
        {others.map(({ code, state, findings }) => {
          const label = (
            <>
              <StateIcon state={state} size={14} />
              <span>
                {text(`topic_${code}`)}
                <span class="sr-only">: {text(stateKey(state, code, coverageLow))}</span>
              </span>
            </>
          );
          return (
            <li key={code} class="grid-cell" data-stance={state}>
              {findings.length === 0 ? (
                <span class="grid-topic">{label}</span>
              ) : (
                <button type="button" class="grid-topic" onClick={() => onShowTopic(code)}>
                  {label}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {/* Those who hear the cells hear each state in full. */}
      <ul class="grid-key" aria-hidden="true">
        {states.map((state) => (
          <li key={state}>
            <StateIcon state={state} size={12} />
            {text(state === 'not-found' && coverageLow ? 'state_not_found_low' : KEY[state])}
          </li>
        ))}
      </ul>
      {contradictions
        .filter(({ topic }) => !LED.has(topic))
        .map((contradiction) => (
          <div key={contradiction.topic} class="grid-contradiction">
            <p>
              <StateIcon state="contradicts" size={12} />
              <span>
                {text(`topic_${contradiction.topic}`)}: {text('state_contradicts')}
              </span>
            </p>
            <BothSides
              contradiction={contradiction}
              topics={topics}
              language={language}
              onJump={onJump}
            />
          </div>
        ))}
    </div>
  );
}
