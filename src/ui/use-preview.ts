/** Tells which finding of the list is pointed at or focused, so that its place can be shown. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Live } from './live.ts';

/** The finding that an element of the list belongs to. */
function findingOf(target: EventTarget | null): string | null {
  const element = target as Element | null;
  const card =
    element?.closest<HTMLElement>('[data-finding-id]') ??
    element?.closest('.findings > li')?.querySelector<HTMLElement>('[data-finding-id]');
  return card?.dataset.findingId ?? null;
}

/** Keeps `preview` at what is pointed at in `scroller`, or focused in it, the pointer before the focus. */
export function usePreview(
  scroller: RefObject<HTMLElement | null>,
  preview: Live<readonly string[]>,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const listening = new AbortController();
    let pointed: string | null = null;
    let focused: string | null = null;
    const show = () => {
      const id = pointed ?? focused;
      const [before] = preview.value;
      if (id !== (before ?? null)) preview.set(id === null ? [] : [id]);
    };
    const on = (type: string, take: (event: Event) => void) =>
      element.addEventListener(
        type,
        (event) => {
          take(event);
          show();
        },
        { passive: true, signal: listening.signal },
      );
    on('pointerover', ({ target }) => (pointed = findingOf(target)));
    on('pointerleave', () => (pointed = null));
    on('focusin', ({ target }) => (focused = findingOf(target)));
    on('focusout', () => (focused = null));
    return () => listening.abort();
  }, [preview]);
}
