import { ReadingPosition } from '../../src/page/reading-position.ts';
import type { PanelHandle } from '../../src/ui/mount.ts';
import type { Place } from './place.ts';

/** Keeps the panel's map and its reading position in step with the page. */
export interface Along {
  /** More findings are marked, or others. */
  follow(): void;
  /** The same findings may stand elsewhere. */
  restart(): void;
  /** The layout may have changed. */
  refresh(): void;
}

/** Reads along with the reader of `window` until `signal` aborts. */
export function readAlong(
  window: Window,
  place: Place,
  panel: PanelHandle,
  signal: AbortSignal,
): Along {
  const position = new ReadingPosition(
    window,
    { places: panel.places, view: panel.seen, spot: panel.spot, covered: panel.insets },
    signal,
  );
  const follow = () => position.follow(place.marks, place.sections);
  return {
    follow,
    restart() {
      follow();
      position.restart();
    },
    refresh: () => position.refresh(),
  };
}
