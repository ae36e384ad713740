/** The top of the label: Tracking, Sharing and Opt-outs, each with its state and plain sentences. */
import type { ComponentChildren } from 'preact';
import type { Contradiction } from '../core/contradictions.ts';
import { LEADS } from '../core/headline.ts';
import type { HeadlineView, Message, TopicState, TopicView } from '../core/view.ts';
import { BothSides } from './BothSides.tsx';
import { ControlIcon, StateIcon } from './icons.tsx';
import { StateLabel } from './topic-state.tsx';
import { useWording } from './wording.ts';

/** Code of the topic that a headline sentence speaks of: its key names it. */
function topicOf({ key }: Message): string | undefined {
  return key.split('_')[1];
}

function stateOf(sentence: Message, topics: readonly TopicView[]): TopicState {
  return topics.find(({ code }) => code === topicOf(sentence))?.state ?? 'not-found';
}

/** The three badges, each leading to its sentences in the list below, and `children` under them. */
export function Headline({
  headline,
  topics,
  contradictions,
  coverageLow,
  language,
  onShowGroup,
  onJump,
  children,
}: {
  headline: readonly HeadlineView[];
  topics: readonly TopicView[];
  contradictions: readonly Contradiction[];
  coverageLow: boolean;
  language: string;
  onShowGroup: (group: HeadlineView['group']) => void;
  onJump: (findingId: string) => void;
  children?: ComponentChildren;
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
                  <div class="badge-sentence">
                    {message(sentence)}
                    {contradictions
                      .filter(({ topic }) => topic === topicOf(sentence))
                      .map((contradiction) => (
                        <BothSides
                          key={contradiction.topic}
                          contradiction={contradiction}
                          topics={topics}
                          language={language}
                          onJump={onJump}
                        />
                      ))}
                  </div>
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
      {children}
    </div>
  );
}
