import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isPolicy } from '../src/core/detect/judge.ts';
import { onNavigation } from '../src/page/navigation.ts';
import { onChange } from '../src/page/settle.ts';
import { gatherSignals } from '../src/page/signals.ts';
import { stillInstalled, tellBadge } from '../src/platform/tell.ts';

/** Our marks in the isolated world, which no page sees. */
interface World {
  detector?: AbortController;
  __clausemark?: { readonly open: boolean };
}

/** When a changing page is looked at again, ms. */
const PATIENCE = { quiet: 600, cap: 3000 };

/** How long after it was loaded or navigated a page may render late, ms. */
const LATE = 15_000;

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  // Injected again (watching was switched on anew, or the extension was updated): the last one stays.
  world.detector?.abort();
  const { signal } = (world.detector = new AbortController());
  let shown = false;

  const look = () => {
    if (!stillInstalled()) world.detector?.abort();
    // An open panel knows more than the detector.
    if (signal.aborted || world.__clausemark?.open) return;
    const found = isPolicy(gatherSignals(document, location));
    if (found !== shown) tellBadge({ state: found ? 'detected' : 'idle' });
    shown = found;
  };

  const follow = () => {
    look();
    onChange(document, PATIENCE, look, AbortSignal.any([signal, AbortSignal.timeout(LATE)]));
  };

  onNavigation(window, follow, signal);
  follow();
});
