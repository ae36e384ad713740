/** Runs the extension's own page code over given HTML, in one headless browser. */
import type { Browser, Page } from 'puppeteer-core';
import type { PageDocument } from '../core/clause.ts';
import type { PageSignals } from '../core/detect/signals.ts';
import type { Detection } from '../core/detection.ts';
import type { PageLook } from '../core/session/state.ts';
import { launchBrowser } from './browser/launch.ts';
import { openHtmlAt } from './browser/open-html.ts';
import { pageBundle } from './page-bundle.ts';

/** Reads pages; close it when done. */
export interface PageReader {
  /** Name and version of the browser, such as `Chrome/156.0.1`. */
  readonly engine: string;
  /** What the page code sees of `html` at `url`. The page's own scripts do not run. */
  look(html: string, url: string): Promise<PageLook>;
  close(): Promise<void>;
}

/** The part of the page bundle that this file calls. */
interface PageCode {
  readPage(document: Document): { readonly document: PageDocument };
  gatherSignals(document: Document, location: { readonly href: string }): PageSignals;
  detect(signals: PageSignals): Detection;
}

/** Runs the page code, the bundle `script`, in an open page. */
export async function lookAt(page: Page, script: string): Promise<PageLook> {
  await page.evaluate(script);
  return page.evaluate(() => {
    const { ClausemarkPage } = globalThis as unknown as { ClausemarkPage: PageCode };
    const { readPage, gatherSignals, detect } = ClausemarkPage;
    return {
      document: readPage(document).document,
      detection: detect(gatherSignals(document, location)),
      // Only the panel of a page that is no policy shows them.
      policyLinks: [],
    };
  });
}

/** Starts a browser to read pages with. */
export async function openPageReader(): Promise<PageReader> {
  const [browser, script]: [Browser, string] = await Promise.all([
    launchBrowser({ browser: 'chrome' }),
    pageBundle(),
  ]);
  return {
    engine: await browser.version(),
    async look(html, url) {
      const page = await openHtmlAt(browser, html, url, { scripts: false });
      try {
        return await lookAt(page, script);
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}
