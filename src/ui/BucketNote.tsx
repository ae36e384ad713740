/** What a place on the map holds: its name for those who hear it, a note beside it for the others. */
import { clausesIn, type Bucket } from '../core/minimap.ts';
import type { TopicView } from '../core/view.ts';
import { MARK_HEIGHT, shapeOf } from './map-marks.ts';
import { Quote } from './Quote.tsx';
import type { Wording } from './wording.ts';
import { useWording } from './wording.ts';

/** Sentences that are quoted in a note. */
const QUOTED = 3;

/** Name of a bucket: how many sentences, how far down the page, about what. */
export function bucketName(
  bucket: Bucket,
  text: Wording['text'],
  percent: Wording['percent'],
): string {
  const topics = [...new Set(bucket.marks.map(({ topic }) => text(`topic_${topic}`)))];
  const down = percent(bucket.marks[0]!.at * 100);
  return text('minimap_bucket', [clausesIn(bucket), down, topics.join(', ')]);
}

/** The note beside the bar. Everything in it can also be found in the list of the panel. */
export function BucketNote({
  bucket,
  topics,
  length,
}: {
  bucket: Bucket;
  topics: readonly TopicView[];
  /** Length of the map, CSS px. */
  length: number;
}) {
  const { text } = useWording();
  const clauses = [...Map.groupBy(bucket.marks, ({ clauseId }) => clauseId).values()];
  const quoteOf = (findingId: string) =>
    topics.flatMap(({ findings }) => findings).find(({ id }) => id === findingId)?.quote ?? '';
  // Between wholly below the upper edge at the top and wholly above the lower one at the bottom.
  const middle = bucket.top + bucket.height / 2;
  return (
    <div
      class="bucket-note"
      aria-hidden="true"
      style={{ top: `${middle}px`, translate: `0 ${(-middle / length) * 100}%` }}
    >
      {clauses.slice(0, QUOTED).map((marks) => (
        <div key={marks[0]!.findingId} class="noted">
          {marks.map(({ topic, group }) => (
            <span key={topic} class="noted-topic" data-group={group}>
              <svg
                width="9"
                height="9"
                viewBox={`0 0 ${MARK_HEIGHT} ${MARK_HEIGHT}`}
                focusable="false"
              >
                <path class="minimap-mark" d={shapeOf(group)} />
              </svg>
              {text(`topic_${topic}`)}
            </span>
          ))}
          <Quote quote={quoteOf(marks[0]!.findingId)} lang={undefined} />
        </div>
      ))}
      {clauses.length > QUOTED && (
        <p class="noted-more">{text('minimap_more', [clauses.length - QUOTED])}</p>
      )}
    </div>
  );
}
