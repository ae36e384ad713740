/** Which findings are shown: free-text search and topic groups over a view's topics. */
import type { FindingView, TopicView } from '../core/view.ts';
import type { TopicGroup } from '../core/topics.ts';
import { findingsInOrder } from './reading-order.ts';

/** The reader's filter; an empty query and a null group show everything. */
export interface Filter {
  readonly query: string;
  readonly group: TopicGroup | null;
}

/** A topic with the findings that pass the filter. */
export interface ShownTopic {
  readonly topic: TopicView;
  readonly findings: readonly FindingView[];
}

/** The filter that hides nothing. */
export const NO_FILTER: Filter = { query: '', group: null };

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/**
 * Topics to show under a filter, in the order given. Without a query every topic of the group stays,
 * found or not; with one, only topics that have a match in a quote, a section path or their name
 * (`nameOf`). Every word of the query must occur; case and accents do not matter.
 */
export function filterTopics(
  topics: readonly TopicView[],
  filter: Filter,
  nameOf: (topic: TopicView) => string,
): readonly ShownTopic[] {
  const words = fold(filter.query).split(/\s+/u).filter(Boolean);
  const shown: ShownTopic[] = [];
  for (const topic of topics) {
    if (filter.group !== null && topic.group !== filter.group) continue;
    if (words.length === 0) {
      shown.push({ topic, findings: findingsInOrder(topic) });
      continue;
    }
    const name = fold(nameOf(topic));
    const findings = findingsInOrder(topic).filter((finding) => {
      const text = `${name} ${fold(finding.quote)} ${fold(finding.section.join(' '))}`;
      return words.every((word) => text.includes(word));
    });
    if (findings.length > 0) shown.push({ topic, findings });
  }
  return shown;
}

/** Findings of shown topics in reading order of the panel, for stepping. */
export function shownFindings(shown: readonly ShownTopic[]): readonly FindingView[] {
  return shown.flatMap(({ findings }) => findings);
}
