/**
 * An installed extension as its user meets it: its toolbar button is really clicked, its badge is
 * read where the browser shows it. The same in Chromium and in Firefox.
 */
import type { Browser, Page } from 'puppeteer-core';
import { chromiumExtension } from './chromium-extension.ts';
import type { BrowserName } from './find.ts';
import { firefoxExtension } from './firefox-extension.ts';

/** A handle on the one extension that a browser was started with. */
export interface InstalledExtension {
  /** The id that its addresses carry. */
  readonly id: string;
  /** Address of a file of the extension. */
  address(path: string): string;
  /** Opens one of its own pages in a tab of its own and closes it once it has loaded. */
  glance(path: string): Promise<void>;
  /** Clicks its toolbar button on `page`, which is brought to the front. Grants activeTab. */
  click(page: Page): Promise<void>;
  /** Text of its badge on `page`; empty when there is none. */
  badge(page: Page): Promise<string>;
  /**
   * Evaluates an expression in the extension's own world of `page` and answers its value, which
   * must survive JSON. Throws when the extension has no world there (its reader was never injected).
   */
  inReader(page: Page, expression: string): Promise<unknown>;
  /** Grants it every host, as its user does in the browser's prompt. Firefox only: throws elsewhere. */
  grantHosts(): Promise<void>;
  /** Takes the hosts back. Firefox only. */
  revokeHosts(): Promise<void>;
  /** Stops its background as the browser does to save memory. */
  stopBackground(): Promise<void>;
  /** Addresses outside the extension that its background and its page scripts asked for so far. */
  requests(): Promise<readonly string[]>;
  /** Errors on the console of its background and, from `watch` on, of watched pages. */
  errors(): Promise<readonly string[]>;
  /**
   * Begins to note the requests of its script in `page` and the page's errors; those of the
   * background are always noted. Resources that a page itself fails to load are not errors here.
   */
  watch(page: Page): Promise<void>;
}

/** The extension that `browser` was started with; waits until it has started. */
export async function extensionOf(
  browser: Browser,
  name: BrowserName,
): Promise<InstalledExtension> {
  return name === 'chrome' ? chromiumExtension(browser) : firefoxExtension(browser);
}
