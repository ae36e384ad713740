/** A click on the toolbar button: the reader goes into the tab, or a popup says why it cannot. */
import { browser, type Browser } from 'wxt/browser';
import { whyNotHere, whyRefused, type CannotRunReason } from '../core/runnable.ts';
import { showBadge, type Say } from './toolbar.ts';

/** Built path of the reader, an unlisted script. A second injection toggles the panel. */
export const READER_FILE = '/reader.js';

/** Handles a click; `tab.url` is known, because the click grants activeTab. */
export async function onToolbarClick(tab: Browser.tabs.Tab, say: Say): Promise<void> {
  if (tab.id === undefined) return;
  const why = whyNotHere(tab.url);
  // Without waiting for anything first: Firefox opens a popup only within the click itself.
  if (why) return explain(tab.id, why, say);
  const target = { tabId: tab.id };
  let contentType: string | null = null;
  try {
    const [probe] = await browser.scripting.executeScript({
      target,
      func: () => document.contentType,
    });
    contentType = typeof probe?.result === 'string' ? probe.result : null;
    if (contentType === 'application/pdf') return await explain(tab.id, 'pdf', say);
    await browser.scripting.executeScript({ target, files: [READER_FILE] });
  } catch {
    await explain(tab.id, whyRefused(tab.url, contentType), say);
  }
}

async function explain(tabId: number, reason: CannotRunReason, say: Say): Promise<void> {
  const popup = `/cannot-run.html?reason=${reason}`;
  const set = browser.action.setPopup({ tabId, popup });
  const opened = browser.action.openPopup().catch(() => undefined);
  await Promise.all([set, opened, showBadge(tabId, { state: 'cannot-run' }, say)]).catch(
    () => undefined,
  );
}
