/**
 * Real browsers for tests of page and interface code. How to write such a test:
 *
 * ```ts
 * import { describe, expect, it } from 'vitest';
 * import { BROWSERS, evaluateWithBundle, sharedBrowser, withPage } from '../support/browser.ts';
 * import { pageBundle } from '../../src/cli/page-bundle.ts';
 * import type * as PageCode from '../../src/page/bundle.ts';
 *
 * describe.each(BROWSERS)('reading in %s', (name) => {
 *   it('reads a paragraph', async () => {
 *     await withPage(await sharedBrowser(name), '<p>Some text.</p>', async (page) => {
 *       const words = await evaluateWithBundle(page, await pageBundle(), (code) => {
 *         const { readPage } = code as typeof PageCode; // code is globalThis.ClausemarkPage
 *         return readPage(document).document.words;
 *       });
 *       expect(words).toBe(2);
 *     });
 *   });
 * });
 * ```
 *
 * The function given to `evaluateWithBundle` runs in the page: it sees nothing of the test file but
 * its arguments, and what it returns must be plain data. Interface tests build their own entry:
 * `bundle('test/ui/gallery.tsx', 'Gallery')` (Preact JSX and `?inline` style sheets work), then
 * `evaluateWithBundle(page, script, fn, args, 'Gallery')`.
 *
 * One Chromium and one Firefox serve all files of a run; they are started when first asked for and
 * closed at its end. Close your pages (`withPage` does), never the browser.
 */
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../../src/cli/browser/launch.ts';
import { openHtmlAt } from '../../src/cli/browser/open-html.ts';
import type { BrowserName } from '../../src/cli/browser/find.ts';

/** Both browsers, for `describe.each`. */
export const BROWSERS: readonly BrowserName[] = ['chrome', 'firefox'];

/** Address of a page that names none. */
const DEFAULT_URL = 'https://shop.example/page';

// On the global object since a test runner may load this module once for each file.
const SHARED = Symbol.for('clausemark.test.browsers');
const store = globalThis as { [SHARED]?: Map<BrowserName, Promise<Browser>> };

/** The browsers started so far. */
export function sharedBrowsers(): Map<BrowserName, Promise<Browser>> {
  store[SHARED] ??= new Map();
  return store[SHARED];
}

const STARTED = Symbol.for('clausemark.test.started');
const started = globalThis as { [STARTED]?: Set<Browser> };

/** Browsers that tests start for themselves; those that a failed test left open end with the worker. */
export function ownBrowsers(): Set<Browser> {
  started[STARTED] ??= new Set();
  return started[STARTED];
}

/** The browser that all tests of this run share. */
export async function sharedBrowser(name: BrowserName): Promise<Browser> {
  const browsers = sharedBrowsers();
  let browser = browsers.get(name);
  if (browser === undefined) {
    browser = launchBrowser({ browser: name });
    browsers.set(name, browser);
  }
  return browser;
}

/**
 * A new page that shows `html` at `url`: an absolute http(s) address, or a path below
 * `https://shop.example`. Nothing is fetched; everything else the page asks for answers 404.
 */
export async function openHtml(
  browser: Browser,
  html: string,
  { url = DEFAULT_URL }: { url?: string } = {},
): Promise<Page> {
  return openHtmlAt(browser, html, new URL(url, DEFAULT_URL).href);
}

/** Opens `html` as {@link openHtml} does, runs `use` on the page and closes it in every case. */
export async function withPage<T>(
  browser: Browser,
  html: string,
  use: (page: Page) => Promise<T>,
  options: { url?: string } = {},
): Promise<T> {
  const page = await openHtml(browser, html, options);
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

/**
 * Runs `script` (from `bundle` or `pageBundle`) in the page once, then `run` with the exports of
 * the bundle and `args`, and resolves to its plain-data result. `globalName` is the name that the
 * bundle was built with.
 */
export async function evaluateWithBundle<A extends unknown[], T>(
  page: Page,
  script: string,
  run: (code: unknown, ...args: A) => T | Promise<T>,
  args: A = [] as unknown as A,
  globalName = 'ClausemarkPage',
): Promise<T> {
  const present = await page.evaluate((name) => name in globalThis, globalName);
  if (!present) await page.evaluate(script);
  const code = await page.evaluateHandle(
    (name) => (globalThis as Record<string, unknown>)[name],
    globalName,
  );
  try {
    return (await page.evaluate(run as (...all: unknown[]) => T, code, ...args)) as T;
  } finally {
    await code.dispose();
  }
}
