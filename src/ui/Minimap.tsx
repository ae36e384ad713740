/** The map: a slim bar beside the panel with a mark for every finding, at its place in the page. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { bucketsOf, nextIn, type Bucket, type MapMark, type Placed } from '../core/minimap.ts';
import type { TopicView } from '../core/view.ts';
import { bucketName, BucketNote } from './BucketNote.tsx';
import { useLive, type AlongValues } from './live.ts';
import { MARK_HEIGHT, markPaths, MARKS_WIDTH } from './map-marks.ts';
import { useWording } from './wording.ts';

function marksOf(topics: readonly TopicView[], places: readonly Placed[]): readonly MapMark[] {
  const starts = new Map(places.map(({ id, start }) => [id, start]));
  return topics
    .flatMap(({ group, findings }) =>
      findings.flatMap(({ id: findingId, clauseId, topic }) => {
        const at = starts.get(findingId);
        return at === undefined ? [] : [{ findingId, clauseId, topic, group, at }];
      }),
    )
    .toSorted((a, b) => a.at - b.at);
}

const px = (length: number) => `${length}px`;

/** Keys that move along the map, and where to from the bucket of an index among `count`. */
const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The map of a page's findings. Nothing while none has a place. */
export function Minimap({
  topics,
  along: { places: livePlaces, seen, preview },
  activeFindingId,
  onShow,
}: {
  topics: readonly TopicView[];
  along: AlongValues;
  activeFindingId: string | null;
  /** The reader chose a finding on the map. */
  onShow: (findingId: string) => void;
}) {
  const { text, percent } = useWording();
  const places = useLive(livePlaces);
  const previewed = useLive(preview);
  const bar = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLSpanElement>(null);
  const [length, setLength] = useState(0);
  /** Place of the bucket that Tab leads to, and of the one whose note is shown. */
  const [current, setCurrent] = useState(0);
  const [noted, setNoted] = useState<number | null>(null);
  const marks = useMemo(() => marksOf(topics, places), [topics, places]);
  const buckets = useMemo(() => bucketsOf(marks, length), [marks, length]);
  const paths = useMemo(() => markPaths(marks, length), [marks, length]);
  const shown = marks.length > 0;

  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    setLength(element.clientHeight);
    const observer = new ResizeObserver(() => setLength(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [shown]);

  // Scrolling moves one element, and draws nothing anew.
  useEffect(() => {
    const move = () => {
      if (view.current === null || seen.value === null) return;
      view.current.style.top = `${seen.value.start * 100}%`;
      view.current.style.height = `${(seen.value.end - seen.value.start) * 100}%`;
    };
    move();
    return seen.listen(move);
  }, [seen, shown]);

  if (!shown) return null;

  const point = (index: number | null) => {
    setNoted(index);
    preview.set(index === null ? [] : buckets[index]!.marks.map(({ findingId }) => findingId));
  };
  const tabStop = Math.min(current, buckets.length - 1);
  const holds = ({ marks: own }: Bucket, ids: readonly string[]) =>
    own.some(({ findingId }) => ids.includes(findingId));
  const pointed = marks.filter(({ findingId }) => previewed.includes(findingId));
  const note = noted === null ? undefined : buckets[noted];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && noted !== null) {
      event.stopPropagation();
      point(null);
      return;
    }
    const next = STEPS[event.key]?.(tabStop, buckets.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setCurrent(next);
    bar.current?.querySelectorAll<HTMLElement>('.bucket')[next]?.focus();
  };

  return (
    <div
      class="minimap"
      role="toolbar"
      aria-label={text('minimap_label')}
      aria-orientation="vertical"
      ref={bar}
      onKeyDown={onKeyDown}
      onPointerLeave={() => point(null)}
      onFocusOut={() => point(null)}
    >
      <div class="minimap-track" aria-hidden="true">
        <span class="minimap-view" ref={view} />
        <svg width={MARKS_WIDTH} height={length} focusable="false">
          {[...paths].map(([group, path]) => (
            <path key={group} class="minimap-mark" data-group={group} d={path} />
          ))}
        </svg>
        {pointed.map(({ findingId, at }) => (
          <span
            key={findingId}
            class="minimap-pointer"
            style={{ top: px(at * (length - MARK_HEIGHT)) }}
          />
        ))}
      </div>
      {buckets.map((bucket, index) => (
        <button
          key={bucket.top}
          type="button"
          class="bucket"
          style={{ top: px(bucket.top), height: px(bucket.height) }}
          tabIndex={index === tabStop ? 0 : -1}
          aria-label={bucketName(bucket, text, percent)}
          aria-current={
            activeFindingId !== null && holds(bucket, [activeFindingId]) ? 'true' : undefined
          }
          onFocus={() => {
            setCurrent(index);
            point(index);
          }}
          onPointerEnter={() => point(index)}
          onClick={() => onShow(nextIn(bucket, activeFindingId).findingId)}
        />
      ))}
      {note !== undefined && <BucketNote bucket={note} topics={topics} length={length} />}
    </div>
  );
}
