/** A click on the toolbar button: the reader goes into the tab, or a popup says why it cannot. */
import { browser, type Browser } from 'wxt/browser';
import { whyNotHere, whyRefused, type CannotRunReason } from '../core/runnable.ts';
import { showBadge, type Say } from './toolbar.ts';

/** Built path of the reader, an unlisted script. A second injection toggles the panel. */
export const READER_FILE = '/reader.js';

/**
 * A page that has just been committed refuses scripts for a moment although the click granted them
 * (seen in Chromium 156), so a refusal counts only when it lasts; ms before each further try.
 */
const RETRIES = [10, 30, 100, 300, 1000];

/** Handles a click; `tab.url` is known, because the click grants activeTab. */
export async function onToolbarClick(tab: Browser.tabs.Tab, say: Say): Promise<void> {
  if (tab.id === undefined) return;
  const why = whyNotHere(tab.url);
  // Without waiting for anything first: Firefox opens a popup only within the click itself.
  if (why) return explain(tab.id, why, say);
  const refused = await inject(tab.id, tab.url);
  if (refused) await explain(tab.id, refused, say);
}

/** Brings the reader into a tab; answers why it could not. */
async function inject(tabId: number, url: string | undefined): Promise<CannotRunReason | null> {
  const target = { tabId };
  let contentType: string | null = null;
  for (const delay of [0, ...RETRIES]) {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    try {
      const [probe] = await browser.scripting.executeScript({
        target,
        func: () => document.contentType,
      });
      contentType = typeof probe?.result === 'string' ? probe.result : null;
      if (contentType === 'application/pdf') return 'pdf';
      await browser.scripting.executeScript({ target, files: [READER_FILE] });
      return null;
    } catch {
      // Refused: by a viewer, a policy, or for the moment.
    }
  }
  return whyRefused(url, contentType);
}

async function explain(tabId: number, reason: CannotRunReason, say: Say): Promise<void> {
  const popup = `/cannot-run.html?reason=${reason}`;
  const set = browser.action.setPopup({ tabId, popup });
  const opened = browser.action.openPopup().catch(() => undefined);
  await Promise.all([set, opened, showBadge(tabId, { state: 'cannot-run' }, say)]).catch(
    () => undefined,
  );
}
