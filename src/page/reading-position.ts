/**
 * Follows a reader through a page: where the findings stand along what scrolls them, which part of it
 * is seen, and what stands where people read. Listens, measures, and never writes to the page.
 */
import type { Placed, Span } from '../core/minimap.ts';
import {
  readingLine,
  sameSpot,
  spotAt,
  type ReadingSpot,
  type SectionStart,
} from '../core/reading-spot.ts';
import { measure, type Edge, type Item } from './minimap-places.ts';
import { scrolledOf, scrollerOf, scrollTarget } from './scroller.ts';

/** A section and the range of its first clause. */
export interface SectionItem extends Item {
  readonly path: readonly string[];
}

/** What the follower tells, and asks. */
export interface FollowPorts {
  /** Where the findings stand, in order. */
  readonly places: (places: readonly Placed[]) => void;
  /** Which part is seen. */
  readonly view: (view: Span) => void;
  readonly spot: (spot: ReadingSpot) => void;
  /** Upper and lower edges of the window that are covered, CSS px. */
  readonly covered: () => { readonly top: number; readonly bottom: number };
}

/** Least time between two measurements of everything: a page that keeps moving costs a bounded share; ms. */
const PAUSE = 250;

/** Follows one reader until `signal` aborts. */
export class ReadingPosition {
  readonly #window: Window;
  readonly #ports: FollowPorts;
  readonly #signal: AbortSignal;
  readonly #resized: ResizeObserver;
  #items: readonly Item[] = [];
  #sections: readonly SectionItem[] = [];
  #edges = new Map<string, Edge>();
  #scroller: Element | null = null;
  #total = 0;
  #listening = new AbortController();
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** All must be measured again. */
  #stale = false;
  /** There are others to follow. */
  #changed = false;
  #measured = 0;
  #placed: readonly Placed[] = [];
  #starts: readonly SectionStart[] = [];
  #spot: ReadingSpot | null = null;

  constructor(window: Window, ports: FollowPorts, signal: AbortSignal) {
    this.#window = window;
    this.#ports = ports;
    this.#signal = signal;
    this.#resized = new ResizeObserver(() => {
      if (this.#scroller?.scrollHeight !== this.#total) this.refresh();
    });
    window.addEventListener('resize', () => this.refresh(), { passive: true, signal });
    signal.addEventListener('abort', () => this.#end());
  }

  /** Follows these findings and sections, in document order; those followed before stay measured. */
  follow(items: readonly Item[], sections: readonly SectionItem[]): void {
    this.#items = items;
    this.#sections = sections;
    this.#changed = true;
    this.#soon();
  }

  /** Starts again: other items, or the same at other places. */
  restart(): void {
    this.#edges = new Map();
    this.#stale = true;
    this.#soon();
  }

  /** The layout may have changed: measures everything again, but not too often. */
  refresh(): void {
    if (this.#timer !== undefined || this.#signal.aborted) return;
    const wait = Math.max(0, this.#measured + PAUSE - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#stale = true;
      this.#soon();
    }, wait);
  }

  /** At most once for each frame the window shows. */
  #soon(): void {
    if (this.#frame !== 0 || this.#signal.aborted) return;
    this.#frame = this.#window.requestAnimationFrame(() => {
      this.#frame = 0;
      this.#look();
    });
  }

  #look(): void {
    const all = [...this.#items, ...this.#sections];
    if (this.#stale || this.#scroller?.isConnected !== true) {
      this.#watch(scrollerOf(all.map(({ range }) => range)));
    }
    const scroller = this.#scroller;
    if (scroller === null) return;
    if (this.#changed || this.#stale) {
      // What was measured before holds only for a text of the same height.
      if (this.#stale || scroller.scrollHeight !== this.#total) this.#edges = new Map();
      this.#measure(
        all.filter(({ id }) => !this.#edges.has(id)),
        scroller,
      );
    }
    this.#report(scroller);
  }

  #measure(wanted: readonly Item[], scroller: Element): void {
    this.#stale = false;
    this.#changed = false;
    this.#measured = performance.now();
    this.#total = scroller.scrollHeight;
    for (const [id, edge] of measure(wanted, scroller)) this.#edges.set(id, edge);
    const span = ({ top, bottom }: Edge): Span => ({
      start: top / this.#total,
      end: bottom / this.#total,
    });
    const inOrder = <T extends { readonly start: number }>(places: readonly T[]) =>
      places.toSorted((a, b) => a.start - b.start);
    const placeOf = <T extends Item>(item: T) => {
      const edge = this.#edges.get(item.id);
      return edge === undefined ? [] : [{ item, ...span(edge) }];
    };
    this.#placed = inOrder(
      this.#items.flatMap(placeOf).map(({ item: { id }, start, end }) => ({ id, start, end })),
    );
    this.#starts = inOrder(
      this.#sections.flatMap(placeOf).map(({ item: { path }, start }) => ({ path, start })),
    );
    this.#ports.places(this.#placed);
  }

  #report(scroller: Element): void {
    const scrolled = scrolledOf(scroller, this.#ports.covered());
    const { top, seen } = scrolled;
    if (scroller.scrollHeight !== this.#total) this.refresh();
    const share = (height: number) => Math.min(1, height / this.#total);
    const view = { start: share(top), end: share(top + seen) };
    this.#ports.view(view);
    const spot = spotAt(share(readingLine(scrolled)), view, this.#placed, this.#starts);
    if (this.#spot !== null && sameSpot(this.#spot, spot)) return;
    this.#spot = spot;
    this.#ports.spot(spot);
  }

  #watch(scroller: Element | null): void {
    if (scroller === this.#scroller) return;
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#resized.disconnect();
    this.#scroller = scroller;
    if (scroller === null) return;
    const { signal } = this.#listening;
    scrollTarget(scroller).addEventListener('scroll', () => this.#soon(), {
      passive: true,
      signal,
    });
    this.#resized.observe(scroller);
    // A box does not grow with its content, but the content does.
    for (const inner of [...scroller.children].slice(0, 8)) this.#resized.observe(inner);
  }

  #end(): void {
    this.#listening.abort();
    this.#resized.disconnect();
    clearTimeout(this.#timer);
    this.#window.cancelAnimationFrame(this.#frame);
  }
}
