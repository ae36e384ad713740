/** The top of the label: Tracking, Sharing and Opt-outs, each with its state and plain sentences. */
import { LEADS } from '../core/headline.ts';
import type { HeadlineView } from '../core/view.ts';
import { ControlIcon } from './icons.tsx';
import { StateLabel } from './topic-state.tsx';
import { useWording } from './wording.ts';

/** The three badges. Each leads to its sentences in the list below. */
export function Headline({
  headline,
  coverageLow,
  onShowGroup,
}: {
  headline: readonly HeadlineView[];
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
            <p class="badge-sentences">{badge.sentences.map(message).join(' ')}</p>
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
