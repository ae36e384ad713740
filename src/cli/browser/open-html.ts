/** Opens given HTML at a given address, so that code in the page sees a real `location`. */
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import type { Answer } from '../static-server.ts';

/** What the pretended web answers for an address; `null` answers 404. */
export type Web = (url: URL) => Answer | null;

/**
 * Answers every request of `page` from `web` instead of the network. Only documents that the
 * browser would fetch reach it: `data:` and `blob:` addresses go through.
 */
export async function pretendWeb(page: Page, web: Web): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request: HTTPRequest) => {
    const url = new URL(request.url());
    url.hash = '';
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      void request.continue();
      return;
    }
    const answer = web(url) ?? { body: 'Not found', status: 404, type: 'text/plain' };
    request
      .respond({
        status: answer.status ?? 200,
        contentType: answer.type ?? 'text/html; charset=utf-8',
        headers: { ...answer.headers },
        body: answer.body,
      })
      // A page that was closed meanwhile has nobody to answer.
      .catch(() => undefined);
  });
}

/**
 * A new page that shows `html` at `url` (any http or https address, it is never fetched), loaded
 * up to `DOMContentLoaded`. Everything else the page asks for answers 404. Without `scripts` the
 * page's own scripts do not run, by a Content-Security-Policy: scripting stays switched on, so that
 * `noscript` parts remain unread as in a user's browser. The caller closes the page.
 */
export async function openHtmlAt(
  browser: Browser,
  html: string,
  url: string,
  { scripts = true }: { scripts?: boolean } = {},
): Promise<Page> {
  const page = await browser.newPage();
  const wanted = new URL(url);
  wanted.hash = '';
  const headers = scripts ? {} : { 'content-security-policy': "script-src 'none'" };
  // A browser may ask for https where http was said.
  const same = (asked: URL) =>
    asked.host === wanted.host &&
    asked.pathname === wanted.pathname &&
    asked.search === wanted.search;
  await pretendWeb(page, (asked) => (same(asked) ? { body: html, headers } : null));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return page;
}
