/** What the reader has opened, filtered and stepped to: the panel's own state. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { TopicCode, TopicGroup } from '../core/topics.ts';
import type { FindingView, PanelView } from '../core/view.ts';
import { SHOWN_AT_FIRST } from './FindingList.tsx';
import { filterTopics, NO_FILTER, shownFindings, type Filter, type ShownTopic } from './filter.ts';
import { stepTo, type PanelCommand } from './panel-keys.ts';
import { bringIntoView, bringToTop } from './scroll.ts';
import { useWording } from './wording.ts';

/** State of the list of findings and what can be done to it. */
export interface FindingsState {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly shown: readonly ShownTopic[];
  /** All findings that pass the filter, whether their topic is open or not, in the panel's order. */
  readonly findings: readonly FindingView[];
  readonly openTopics: ReadonlySet<TopicCode>;
  /** Topics whose findings are all shown, not only the first few. */
  readonly wholeTopics: ReadonlySet<TopicCode>;
  readonly toggle: (code: TopicCode) => void;
  /** Shows all findings of a topic and focuses the first that was not shown before. */
  readonly showWhole: (code: TopicCode) => void;
  readonly showGroup: (group: TopicGroup) => void;
  /** Opens a topic, whatever was filtered before, brings it to the top and focuses its row. */
  readonly showTopic: (code: TopicCode) => void;
  /** Moves to another finding, opening its topic and focusing it; `null` when there is none. */
  readonly step: (command: PanelCommand, focusedId: string | null) => FindingView | null;
}

/** What shall be seen once it is there. */
interface Wanted {
  readonly selector: string;
  readonly focus: boolean;
  /** At the top of the panel, not just somewhere in it. */
  readonly top?: boolean;
}

function findingWanted(id: string, focus: boolean): Wanted {
  return { selector: `[data-finding-id="${CSS.escape(id)}"]`, focus };
}

/** `scroller` is the element that scrolls inside the panel and holds the findings. */
export function useFindings(
  view: PanelView,
  scroller: RefObject<HTMLElement | null>,
): FindingsState {
  const { text } = useWording();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [openTopics, setOpenTopics] = useState<ReadonlySet<TopicCode>>(new Set());
  const [wholeTopics, setWholeTopics] = useState<ReadonlySet<TopicCode>>(new Set());
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const shown = useMemo(
    () => filterTopics(view.topics, filter, ({ code }) => text(`topic_${code}`)),
    [view.topics, filter, text],
  );
  const findings = useMemo(() => shownFindings(shown), [shown]);
  const open = (codes: readonly TopicCode[]) =>
    setOpenTopics((before) => new Set([...before, ...codes]));
  const whole = (code: TopicCode) => setWholeTopics((before) => new Set([...before, code]));
  /** Makes sure that a finding is among those shown. */
  const uncover = ({ id, topic }: FindingView) => {
    open([topic]);
    const own = shown.find((one) => one.topic.code === topic)?.findings ?? [];
    if (own.findIndex((finding) => finding.id === id) >= SHOWN_AT_FIRST) whole(topic);
  };

  // A finding that became active (by a click in the page, say) is shown, whatever was filtered before.
  const activeId = view.activeFindingId;
  useLayoutEffect(() => {
    const active = view.topics
      .flatMap((topic) => topic.findings)
      .find((finding) => finding.id === activeId);
    if (active === undefined) return;
    if (findings.includes(active)) uncover(active);
    else {
      setFilter(NO_FILTER);
      open([active.topic]);
      whole(active.topic);
    }
    setWanted((current) => current ?? findingWanted(active.id, false));
  }, [activeId]);

  useLayoutEffect(() => {
    if (wanted === null) return;
    const element = scroller.current?.querySelector<HTMLElement>(wanted.selector);
    if (!element || !scroller.current) return;
    if (wanted.focus) element.focus({ preventScroll: true });
    (wanted.top ? bringToTop : bringIntoView)(element, scroller.current);
    setWanted(null);
  }, [wanted, openTopics, wholeTopics, shown]);

  return {
    filter,
    setFilter: (changed) => {
      setFilter(changed);
      // What a search finds is shown at once, not hidden behind a second click.
      if (changed.query !== '' && changed.query !== filter.query) {
        open(view.topics.map(({ code }) => code));
      }
    },
    shown,
    findings,
    openTopics,
    wholeTopics,
    toggle: (code) =>
      setOpenTopics((before) => {
        const after = new Set(before);
        if (!after.delete(code)) after.add(code);
        return after;
      }),
    showWhole: (code) => {
      const own = shown.find(({ topic }) => topic.code === code)?.findings ?? [];
      whole(code);
      const first = own[SHOWN_AT_FIRST];
      if (first !== undefined) setWanted(findingWanted(first.id, true));
    },
    showGroup: (group) => {
      setFilter({ query: '', group });
      open(view.topics.filter((topic) => topic.group === group).map(({ code }) => code));
    },
    showTopic: (code) => {
      setFilter(NO_FILTER);
      open([code]);
      setWanted({ selector: `[data-topic="${code}"] .topic-row`, focus: true, top: true });
    },
    step: (command, focusedId) => {
      const from = findings.findIndex(({ id }) => id === (focusedId ?? activeId));
      const finding = findings[stepTo(command, from, findings.length)];
      if (finding === undefined) return null;
      uncover(finding);
      setWanted(findingWanted(finding.id, true));
      return finding;
    },
  };
}
