/** The last line of the panel: what stands where the reader reads, in the page's own order. */
import type { FindingView, TopicView } from '../core/view.ts';
import { StateIcon } from './icons.tsx';
import { useLive, type AlongValues } from './live.ts';
import { stanceKey } from '../core/state-words.ts';
import { useWording } from './wording.ts';

/** Section and topics of the place that is being read. Nothing before it is known. */
export function ReadingStrip({
  topics,
  spot: liveSpot,
  language,
  onOpen,
}: {
  topics: readonly TopicView[];
  spot: AlongValues['spot'];
  /** Language of the page's own words; `und` when unknown. */
  language: string;
  /** The reader wants to see the card of a finding. */
  onOpen: (findingId: string) => void;
}) {
  const { text } = useWording();
  const spot = useLive(liveSpot);
  if (spot === null || topics.length === 0) return null;
  const findings = spot.findingIds.flatMap((id): FindingView[] => {
    const topic = topics.find(({ code }) => code === id.slice(-3));
    return topic?.findings.filter((finding) => finding.id === id) ?? [];
  });
  const lang = language === 'und' ? undefined : language;
  const [first] = findings;
  const section = spot.section.at(-1);
  return (
    <div class="reading-strip" role="group" aria-label={text('reading_label')}>
      <p class="reading-section">
        <span class="reading-here">{text('reading_here')}</span>
        {section !== undefined && <span lang={lang}>{section}</span>}
      </p>
      {first === undefined ? (
        <p class="reading-nothing">{text('reading_nothing')}</p>
      ) : (
        <button type="button" class="reading-topics" onClick={() => onOpen(first.id)}>
          {findings.map(({ id, stance, topic }) => (
            <span key={id} class="reading-topic">
              <StateIcon state={stance} size={12} />
              {text(`topic_${topic}`)}
              <span class="sr-only">: {text(stanceKey(stance, topic))}</span>
            </span>
          ))}
        </button>
      )}
    </div>
  );
}
