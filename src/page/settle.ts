/** Waits for pages that are still writing themselves, and notices when they write again. */

const CHANGES = { childList: true, characterData: true, subtree: true } as const;

/** Quiet time after which a page counts as settled, and the time after which we no longer wait; ms. */
export interface Patience {
  readonly quiet: number;
  readonly cap: number;
}

/** Resolves once the page has not changed for `quiet` ms, or after `cap` ms, or when aborted. */
export function settled(
  document: Document,
  { quiet, cap }: Patience,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(capTimer);
      resolve();
    };
    let timer = setTimeout(finish, quiet);
    const capTimer = setTimeout(finish, cap);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(finish, quiet);
    });
    observer.observe(document, CHANGES);
    signal.addEventListener('abort', finish, { once: true });
    if (signal.aborted) finish();
  });
}

/**
 * Calls `changed` after the page's nodes or text have changed, once they have been quiet, and under
 * constant change once every `cap` ms: a page that never rests costs a bounded share of time.
 */
export function onChange(
  document: Document,
  { quiet, cap }: Patience,
  changed: () => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const fire = () => {
    timer = undefined;
    changed();
  };
  const observer = new MutationObserver(() => {
    const now = performance.now();
    if (timer === undefined) since = now;
    clearTimeout(timer);
    timer = setTimeout(fire, Math.min(quiet, since + cap - now));
  });
  observer.observe(document, CHANGES);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
