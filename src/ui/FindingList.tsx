/** The sentences of one open topic: the first few at once, the rest on request. */
import type { FindingView, TopicView } from '../core/view.ts';
import { isUnsure } from './confidence.ts';
import { FindingCard } from './FindingCard.tsx';
import { furtherRows } from './reading-order.ts';
import { useWording } from './wording.ts';

/** Sentences shown before "show all": more than that, nobody finds what stands below them. */
export const SHOWN_AT_FIRST = 10;

/** Props of {@link FindingList}. */
export interface FindingListProps {
  readonly topic: TopicView;
  /** The findings that pass the filter. */
  readonly findings: readonly FindingView[];
  /** True when all of them are shown. */
  readonly whole: boolean;
  readonly activeFindingId: string | null;
  readonly language: string;
  /** A heading that all findings of the document stand under: no news in a section path. */
  readonly sharedSection: string | null;
  readonly onWhole: () => void;
  readonly onJump: (findingId: string) => void;
}

function pathOf({ section, consent }: FindingView, shared: string | null, dialog: string): string {
  if (consent === true) return [dialog, ...section].join(' › ');
  return (section[0] === shared ? section.slice(1) : section).join(' › ');
}

/** Findings as a list. */
export function FindingList({
  topic,
  findings,
  whole,
  activeFindingId,
  language,
  sharedSection,
  onWhole,
  onJump,
}: FindingListProps) {
  const { text } = useWording();
  const dialog = text('section_consent');
  const shown = whole ? findings : findings.slice(0, SHOWN_AT_FIRST);
  const stanceKnown = new Set(topic.findings.map(({ stance }) => stance)).size === 1;
  const further = furtherRows(shown.filter(({ confidence }) => !isUnsure(confidence)));
  const rowsFrom = shown.findIndex((finding) => further.has(finding));
  const unsureFrom = shown.findLastIndex(({ confidence }) => !isUnsure(confidence)) + 1;
  return (
    <>
      <ul class="findings" id={`findings-${topic.code}`}>
        {shown.map((finding, index) => {
          const path = pathOf(finding, sharedSection, dialog);
          const before = shown[index - 1];
          const known = before !== undefined && pathOf(before, sharedSection, dialog) === path;
          return [
            index === rowsFrom && (
              <li key="rows" class="unsure">
                {text('findings_further_rows')}
              </li>
            ),
            index === unsureFrom && index > 0 && (
              <li key="unsure" class="unsure">
                {text('findings_unsure')}
              </li>
            ),
            <FindingCard
              key={finding.id}
              finding={finding}
              active={finding.id === activeFindingId}
              language={language}
              section={known && index !== unsureFrom && index !== rowsFrom ? '' : path}
              stanceKnown={stanceKnown}
              onJump={onJump}
            />,
          ];
        })}
      </ul>
      {shown.length < findings.length && (
        <button type="button" class="more findings-all" onClick={() => onWhole()}>
          {text('findings_all', [findings.length])}
        </button>
      )}
    </>
  );
}
