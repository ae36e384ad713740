import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openReader } from './open-reader.ts';
import type { Reader } from './open-reader.ts';

/** The reader of this page lives in the isolated world, which no page sees. */
interface World {
  __clausemark?: Reader;
}

/** A second click within this time is a double click: it must not close what the first one opened; ms. */
const DOUBLE_CLICK = 500;

/** Runs at every click on the toolbar button: opens the panel, or closes it. */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const open = () => {
    world.__clausemark = openReader(document, open);
  };
  const reader = world.__clausemark;
  if (reader?.open && reader.installed()) {
    if (performance.now() - reader.openedAt > DOUBLE_CLICK) reader.close();
    return;
  }
  reader?.close();
  open();
});
