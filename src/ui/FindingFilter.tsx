/** Search box and group buttons above the topics. */
import type { Ref } from 'preact';
import { TOPIC_GROUPS, type TopicGroup } from '../core/topics.ts';
import type { TopicView } from '../core/view.ts';
import type { Filter } from './filter.ts';
import { ControlIcon } from './icons.tsx';
import { useWording } from './wording.ts';

/** Controls of the filter; `matches` is the number of findings it lets through. */
export function FindingFilter({
  topics,
  filter,
  matches,
  searchRef,
  onFilter,
}: {
  topics: readonly TopicView[];
  filter: Filter;
  matches: number;
  searchRef: Ref<HTMLInputElement>;
  onFilter: (filter: Filter) => void;
}) {
  const { text, number } = useWording();
  const countOf = (group: TopicGroup) =>
    topics.reduce((sum, topic) => sum + (topic.group === group ? topic.findings.length : 0), 0);
  const button = (group: TopicGroup | null, name: string, count: number) => (
    <button
      key={group}
      type="button"
      class="chip"
      data-group={group ?? undefined}
      aria-pressed={filter.group === group}
      onClick={() => onFilter({ ...filter, group })}
    >
      {group !== null && <span class="group-line" aria-hidden="true" />}
      {name}
      <span class="chip-count">{number(count)}</span>
    </button>
  );
  const total = topics.reduce((sum, topic) => sum + topic.findings.length, 0);
  return (
    <div class="filter" role="search" aria-label={text('filter_label')}>
      <div class="search">
        <ControlIcon name="search" />
        <input
          ref={searchRef}
          type="search"
          class="search-box"
          placeholder={text('filter_search')}
          aria-label={text('filter_search')}
          autocomplete="off"
          spellcheck={false}
          value={filter.query}
          onInput={(event) => onFilter({ ...filter, query: event.currentTarget.value })}
        />
      </div>
      <div class="chips" role="group" aria-label={text('filter_groups')}>
        {button(null, text('filter_all'), total)}
        {TOPIC_GROUPS.map((group) => button(group, text(`group_${group}`), countOf(group)))}
      </div>
      <p class="sr-only" role="status">
        {filter.query !== '' && text('filter_matches', [matches])}
      </p>
    </div>
  );
}
