/** Marks in the list what the reader has before the eyes in the page, and keeps it in view. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Live } from './live.ts';
import type { ReadingSpot } from '../core/reading-spot.ts';
import { glideIntoView } from './scroll.ts';

/** Least height of the list that must be in view for it to follow, CSS px: else the reader looks at something else. */
const IN_VIEW = 120;

function overlap(one: Element, other: Element): number {
  const a = one.getBoundingClientRect();
  const b = other.getBoundingClientRect();
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
}

/** Sets `data-here` on the cards of the findings at the spot, and on the topics they belong to. */
function mark(scroller: HTMLElement, ids: readonly string[]): readonly HTMLElement[] {
  for (const element of scroller.querySelectorAll<HTMLElement>('[data-here]')) {
    delete element.dataset.here;
  }
  const cards: HTMLElement[] = [];
  for (const id of ids) {
    const topic = scroller.querySelector<HTMLElement>(`[data-topic="${id.slice(-3)}"]`);
    if (topic !== null) topic.dataset.here = 'true';
    const card = topic?.querySelector<HTMLElement>(`[data-finding-id="${CSS.escape(id)}"]`);
    if (!card) continue;
    card.dataset.here = 'true';
    cards.push(card);
  }
  return cards;
}

/**
 * Follows the spot in the list of `scroller`. It scrolls only by itself: not while the pointer is over
 * the panel or focus is in the list, and not when the list is out of view.
 */
export function useFollowing(
  scroller: RefObject<HTMLElement | null>,
  spot: Live<ReadingSpot | null>,
): void {
  // Topics may have been opened since.
  useLayoutEffect(() => {
    if (scroller.current !== null) mark(scroller.current, spot.value?.findingIds ?? []);
  });
  useEffect(
    () =>
      spot.listen((next) => {
        const element = scroller.current;
        if (element === null) return;
        const [card] = mark(element, next?.findingIds ?? []);
        const list = element.querySelector('.found');
        if (card === undefined || list === null) return;
        const { activeElement } = element.getRootNode() as ShadowRoot;
        const busy = element.matches('.panel:hover *') || list.contains(activeElement);
        if (!busy && overlap(list, element) >= IN_VIEW) glideIntoView(card, element);
      }),
    [spot],
  );
}
