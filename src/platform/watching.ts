/**
 * Watching: with the optional host permission, and only if the user asked for it, the detector runs
 * on every page and lights the badge by itself. What is registered always follows from the two.
 */
import { browser } from 'wxt/browser';
import { changeSettings, readSettings } from './settings.ts';

/** Built path of the detector, an unlisted script. */
const DETECTOR_FILE = '/detect.js';

const SCRIPT_ID = 'clausemark-detect';

/** The optional permission that watching needs. */
export const WATCH_PERMISSION = { origins: ['*://*/*'] };

/** Whether the browser grants the permission now. */
export function mayWatch(): Promise<boolean> {
  return browser.permissions.contains(WATCH_PERMISSION);
}

/**
 * Asks for the permission; must be the first thing a click handler does, since a prompt is only
 * shown within the click. Answers whether it is granted.
 */
export function askToWatch(): Promise<boolean> {
  return browser.permissions.request(WATCH_PERMISSION);
}

/** Ends the detectors that run in open tabs, as long as we may, and gives the permission back. */
export async function stopWatching(): Promise<boolean> {
  await inOpenTabs({
    func: () => (globalThis as { detector?: AbortController }).detector?.abort(),
  }).catch(() => undefined);
  return browser.permissions.remove(WATCH_PERMISSION);
}

let last: Promise<unknown> = Promise.resolve();

/** Makes the registration what wish and permission say. Safe to call at any time, any number of times. */
export function reconcileWatching(): Promise<void> {
  const done = last.then(reconcile);
  last = done.catch(() => undefined);
  return done;
}

async function reconcile(): Promise<void> {
  const [{ watching }, granted, registered] = await Promise.all([
    readSettings(),
    mayWatch(),
    browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] }),
  ]);
  const wanted = watching && granted;
  if (wanted && registered.length === 0) {
    await browser.scripting.registerContentScripts([
      {
        id: SCRIPT_ID,
        js: [DETECTOR_FILE],
        matches: WATCH_PERMISSION.origins,
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
    // Pages that were open before do not load again.
    await inOpenTabs({ files: [DETECTOR_FILE] });
  } else if (!wanted && registered.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  }
}

/** Brings a script to every page that is open. */
async function inOpenTabs(script: { files: string[] } | { func: () => void }): Promise<void> {
  const tabs = await browser.tabs.query({ url: WATCH_PERMISSION.origins });
  await Promise.allSettled(
    tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded) return;
      await browser.scripting.executeScript({ target: { tabId: id }, ...script });
    }),
  );
}

/** Follows permission changes made in the browser's own settings: granting it there is a wish too. */
export function followPermission(): void {
  const follow = async (watching: boolean) => {
    // With full storage the wish stays as it was; watching still needs wish and permission.
    await changeSettings({ watching }).catch(() => undefined);
    await reconcileWatching();
  };
  browser.permissions.onAdded.addListener(({ origins }) => {
    if (origins?.length) void follow(true);
  });
  browser.permissions.onRemoved.addListener(({ origins }) => {
    if (origins?.length) void follow(false);
  });
}
