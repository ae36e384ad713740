import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { detect } from '../src/core/detect/detect.ts';
import { onNavigation } from '../src/page/navigation.ts';
import { settled } from '../src/page/settle.ts';
import { gatherSignals } from '../src/page/signals.ts';
import { stillInstalled, tellBadge } from '../src/platform/tell.ts';

/** Our marks in the isolated world, which no page sees. */
interface World {
  clausemarkDetector?: AbortController;
  __clausemark?: { readonly open: boolean };
}

/** A page that renders late gets this long to come to rest before it is looked at again, ms. */
const PATIENCE = { quiet: 600, cap: 10_000 };

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  // Injected again (watching was switched on anew, or the extension was updated): the last one stays.
  world.clausemarkDetector?.abort();
  const { signal } = (world.clausemarkDetector = new AbortController());
  let shown = false;

  const look = () => {
    if (!stillInstalled()) world.clausemarkDetector?.abort();
    // An open panel knows more than the detector.
    if (signal.aborted || world.__clausemark?.open) return;
    const found = detect(gatherSignals(document, location)).kind !== 'other';
    if (found !== shown) tellBadge({ state: found ? 'detected' : 'idle' });
    shown = found;
  };

  const lookTwice = async () => {
    look();
    if (shown) return;
    await settled(document, PATIENCE, signal);
    look();
  };

  onNavigation(window, () => void settled(document, PATIENCE, signal).then(look), signal);
  void lookTwice();
});
