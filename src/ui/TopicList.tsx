/** Every topic under its group, as far as the filter lets it through. */
import { TOPIC_GROUPS, type TopicCode } from '../core/topics.ts';
import type { Filter, ShownTopic } from './filter.ts';
import { TopicRow } from './TopicRow.tsx';
import { useWording } from './wording.ts';

/** The list of topics; groups that the filter empties are left out. */
export function TopicList({
  shown,
  filter,
  openTopics,
  wholeTopics,
  coverageLow,
  activeFindingId,
  language,
  sharedSection,
  onToggle,
  onWhole,
  onJump,
}: {
  shown: readonly ShownTopic[];
  filter: Filter;
  openTopics: ReadonlySet<TopicCode>;
  wholeTopics: ReadonlySet<TopicCode>;
  coverageLow: boolean;
  activeFindingId: string | null;
  language: string;
  sharedSection: string | null;
  onToggle: (code: TopicCode) => void;
  onWhole: (code: TopicCode) => void;
  onJump: (findingId: string) => void;
}) {
  const { text } = useWording();
  if (shown.length === 0) {
    return <p class="nothing">{text('filter_nothing', [filter.query])}</p>;
  }
  return TOPIC_GROUPS.map((group) => {
    const topics = shown.filter(({ topic }) => topic.group === group);
    if (topics.length === 0) return null;
    return (
      <div key={group} class="group" data-group={group}>
        <h3 class="group-name">
          <span class="group-line" aria-hidden="true" />
          {text(`group_${group}`)}
        </h3>
        <ul class="topics">
          {topics.map((one) => (
            <TopicRow
              key={one.topic.code}
              shown={one}
              open={openTopics.has(one.topic.code)}
              whole={wholeTopics.has(one.topic.code)}
              coverageLow={coverageLow}
              activeFindingId={activeFindingId}
              language={language}
              sharedSection={sharedSection}
              onToggle={() => onToggle(one.topic.code)}
              onWhole={() => onWhole(one.topic.code)}
              onJump={onJump}
            />
          ))}
        </ul>
      </div>
    );
  });
}
