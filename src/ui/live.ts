/** Values that change many times a second, for the few components that show them. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Placed, Span } from '../core/minimap.ts';
import type { ReadingSpot } from '../core/reading-spot.ts';

/** A value that can be listened to. */
export class Live<T> {
  readonly #listeners = new Set<(value: T) => void>();
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    this.#value = value;
    for (const listener of this.#listeners) listener(value);
  }

  /** Calls `listener` with every value from now on, until what is answered is called. */
  listen(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** What is known of the page besides the view: scrolling changes it, and must not draw the panel anew. */
export interface AlongValues {
  /** Where the findings stand, in order of their places. */
  readonly places: Live<readonly Placed[]>;
  /** The part of the text that is seen; `null` before it is known. */
  readonly seen: Live<Span | null>;
  /** What stands where the reader reads; `null` before it is known. */
  readonly spot: Live<ReadingSpot | null>;
  /** Findings that are pointed at in the panel. */
  readonly preview: Live<readonly string[]>;
}

/** Values of a panel that has just been opened. */
export function alongValues(): AlongValues {
  return {
    places: new Live<readonly Placed[]>([]),
    seen: new Live<Span | null>(null),
    spot: new Live<ReadingSpot | null>(null),
    preview: new Live<readonly string[]>([]),
  };
}

/** The value of now; the component is drawn again when it changes. */
export function useLive<T>(live: Live<T>): T {
  const [value, show] = useState(live.value);
  useLayoutEffect(() => {
    show(() => live.value);
    return live.listen((next) => show(() => next));
  }, [live]);
  return value;
}
