/** The offer to watch pages, with what it means: the same words on the welcome and the options page. */
import { useWording } from './wording.ts';

/**
 * Whether pages are watched; `refused` when the browser was just asked and did not grant access,
 * `unkept` when the wish could not be stored.
 */
export type WatchState = 'on' | 'off' | 'refused' | 'unkept';

/**
 * The offer. `onWatch` is called within the click itself, so that the browser's permission prompt may
 * be the first thing it opens.
 */
export function WatchOffer({
  watching,
  onWatch,
}: {
  watching: WatchState;
  onWatch: (wanted: boolean) => void;
}) {
  const { text } = useWording();
  return (
    <section class="card" aria-labelledby="watch-title" data-watching={watching}>
      <h2 id="watch-title">{text('watch_title')}</h2>
      <p>{text('watch_body')}</p>
      <p class="outcome" role="status">
        {text(`watch_${watching}`)}
      </p>
      <button type="button" class="button" onClick={() => onWatch(watching !== 'on')}>
        {text(watching === 'on' ? 'watch_stop' : 'watch_start')}
      </button>
    </section>
  );
}
