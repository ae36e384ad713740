/** A click on the toolbar button: the reader goes into the tab, or a popup says why it cannot. */
import { browser, type Browser } from 'wxt/browser';
import { whyNotHere, whyRefused, type CannotRunReason } from '../core/runnable.ts';
import { showBadge, type Say } from './toolbar.ts';

/** Built path of the reader, an unlisted script. A second injection toggles the panel. */
export const READER_FILE = '/reader.js';

/** Waits between tries to enter a page, ms. */
const PATIENCE = [10, 30, 100, 300];

/** Handles a click; `tab.url` is known, because the click grants activeTab. */
export async function onToolbarClick(tab: Browser.tabs.Tab, say: Say): Promise<void> {
  if (tab.id === undefined) return;
  const why = whyNotHere(tab.url);
  // Without waiting for anything first: Firefox opens a popup only within the click itself.
  if (why) return explain(tab.id, why, say);
  const target = { tabId: tab.id };
  let contentType: string | null = null;
  try {
    contentType = await contentTypeOf(target);
    if (contentType === 'application/pdf') return await explain(tab.id, 'pdf', say);
    await browser.scripting.executeScript({ target, files: [READER_FILE] });
  } catch {
    await explain(tab.id, whyRefused(tab.url, contentType), say);
  }
}

/**
 * Type of the tab's document. Chromium tells the page's process of the permission that the click
 * grants a moment after it tells us (up to 20 ms were measured on a busy machine), so a refusal counts
 * only once it has lasted.
 */
async function contentTypeOf(target: { tabId: number }): Promise<string | null> {
  for (const wait of PATIENCE) {
    try {
      return await askContentType(target);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return askContentType(target);
}

async function askContentType(target: { tabId: number }): Promise<string | null> {
  const [probe] = await browser.scripting.executeScript({
    target,
    func: () => document.contentType,
  });
  return typeof probe?.result === 'string' ? probe.result : null;
}

async function explain(tabId: number, reason: CannotRunReason, say: Say): Promise<void> {
  const popup = `/cannot-run.html?reason=${reason}`;
  const set = browser.action.setPopup({ tabId, popup });
  const opened = browser.action.openPopup().catch(() => undefined);
  await Promise.all([set, opened, showBadge(tabId, { state: 'cannot-run' }, say)]).catch(
    () => undefined,
  );
}
