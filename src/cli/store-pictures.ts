/** The pictures for the stores, taken of the built extension on the sample site. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { extensionOf } from './browser/extension.ts';
import { launchBrowser } from './browser/launch.ts';
import { openHtmlAt } from './browser/open-html.ts';
import { serveDemoSite } from './demo-site.ts';
import { buildExtension } from './extension-build.ts';
import { dress, jump, openSample, REST_MS } from './sample.ts';

/** The size that both stores take, CSS pixels: 1280 × 800. */
const SCREEN = { width: 1280, height: 800, deviceScaleFactor: 1 };

/** A common laptop's window at the same size, on which the panel stands beside the text. */
const LAPTOP = { width: 1536, height: 960, deviceScaleFactor: 1280 / 1536 };

/** The sample's own host, which its links name. */
const HOST = 'www.fernwick.example';

/** The small promotional tile of the Chrome Web Store. */
const TILE = { width: 440, height: 280, deviceScaleFactor: 1 };

const BRAND = fileURLToPath(new URL('../../docs/brand', import.meta.url));

/** Where in the sample policy the page stands: the heading of its section about sharing. */
async function showSharing(page: Page): Promise<void> {
  await page.$eval('#share', (heading) => heading.scrollIntoView());
}

async function openTile(browser: Browser): Promise<Page> {
  const svg = await readFile(join(BRAND, 'tile.svg'), 'utf8');
  const html = `<!doctype html><style>body{margin:0}svg{display:block}</style>${svg}`;
  const page = await openHtmlAt(browser, html, 'https://tile.example/');
  await page.setViewport(TILE);
  return page;
}

/** Writes the pictures into `folder` and answers their names. Builds the extension before. */
export async function takeStorePictures(folder: string): Promise<readonly string[]> {
  const extension = await buildExtension('chrome');
  await mkdir(folder, { recursive: true });
  const site = await serveDemoSite();
  const browser = await launchBrowser({
    browser: 'chrome',
    extension,
    args: [`--host-resolver-rules=MAP ${HOST} ${new URL(site.origin).host}`],
  });
  const names: string[] = [];
  const take = async (page: Page, name: string) => {
    await sleep(REST_MS);
    await page.screenshot({ path: join(folder, name) });
    await page.close();
    names.push(name);
  };
  const url = `http://${HOST}/privacy`;
  try {
    const first = await openSample(browser, url, { ...LAPTOP, theme: 'light' });
    await showSharing(first.page);
    await take(first.page, '1-panel.png');

    const sentence = await openSample(browser, url, { ...LAPTOP, theme: 'light' });
    await jump(sentence, 'TRK');
    await take(sentence.page, '2-sentence.png');

    const actions = await openSample(browser, url, { ...LAPTOP, theme: 'light' });
    // Shows the clause that offers it, and so brings the list of actions into view.
    await actions.panel.click('[data-action] button');
    await take(actions.page, '3-actions.png');

    const dark = await openSample(browser, url, { ...LAPTOP, theme: 'dark' });
    await jump(dark, 'SHR');
    await take(dark.page, '4-dark.png');

    const options = await browser.newPage();
    await options.setViewport(SCREEN);
    await dress(options, 'light');
    const { address } = await extensionOf(browser, 'chrome');
    await options.goto(address('options.html'));
    await options.locator('main').wait();
    await take(options, '5-options.png');

    await take(await openTile(browser), 'tile.png');
  } finally {
    await browser.close();
    await site.close();
  }
  return names;
}
