/** The top of the label: Tracking, Sharing and Opt-outs, each with its state and plain sentences. */
import { LEADS } from '../core/headline.ts';
import type { HeadlineView, Message, TopicState, TopicView } from '../core/view.ts';
import { ControlIcon, StateIcon } from './icons.tsx';
import { StateLabel } from './topic-state.tsx';
import { useWording } from './wording.ts';

/** State of the topic that a headline sentence speaks of; its key names the topic. */
function stateOf({ key }: Message, topics: readonly TopicView[]): TopicState {
  const code = key.split('_')[1];
  return topics.find((topic) => topic.code === code)?.state ?? 'not-found';
}

/** The three badges. Each leads to its sentences in the list below. */
export function Headline({
  headline,
  topics,
  coverageLow,
  onShowGroup,
}: {
  headline: readonly HeadlineView[];
  topics: readonly TopicView[];
  coverageLow: boolean;
  onShowGroup: (group: HeadlineView['group']) => void;
}) {
  const { text, message } = useWording();
  return (
    <div class="label" role="group" aria-label={text('headline_label')}>
      {headline.map((badge) => (
        <div key={badge.group} class="badge" data-group={badge.group} data-stance={badge.state}>
          <div class="badge-head">
            <h3 class="badge-name">{text(`headline_name_${badge.group}`)}</h3>
            <StateLabel
              state={badge.state}
              topic={LEADS[badge.group][0]}
              coverageLow={coverageLow}
            />
          </div>
          {badge.state !== 'not-found' && (
            <ul class="badge-sentences">
              {badge.sentences.map((sentence) => (
                <li key={sentence.key}>
                  <StateIcon state={stateOf(sentence, topics)} size={12} />
                  <span>{message(sentence)}</span>
                </li>
              ))}
            </ul>
          )}
          {badge.count > 0 && (
            <button type="button" class="more" onClick={() => onShowGroup(badge.group)}>
              {text('headline_show', [badge.count])}
              <span class="sr-only">: {text(`headline_name_${badge.group}`)}</span>
              <ControlIcon name="chevron" size={14} />
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
