/** The pictures of the README, taken of the built extension on the sample site. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page, Viewport } from 'puppeteer-core';
import { extensionOf } from './browser/extension.ts';
import { launchBrowser } from './browser/launch.ts';
import { serveDemoSite } from './demo-site.ts';
import { openPanel } from './drive-page.ts';
import type { OpenPanel } from './drive-page.ts';
import { buildExtension } from './extension-build.ts';

/** A common laptop's window, scaled to the width at which READMEs are read. */
const LAPTOP = { width: 1536, height: 960, deviceScaleFactor: 1280 / 1536 };

/** A large phone, or a third of a laptop's screen. */
const NARROW = { width: 420, height: 860, deviceScaleFactor: 1 };

/** Long enough for scrolling and painting to end after the last click, milliseconds. */
const REST_MS = 400;

type Theme = 'light' | 'dark';

/** Opens the sample policy with the panel, and answers the site's cookie banner. */
async function openSample(
  browser: Browser,
  url: string,
  look: Viewport & { theme: Theme },
): Promise<OpenPanel> {
  const opened = await openPanel(browser, { url, browser: 'chrome' });
  await opened.page.setViewport(look);
  await dress(opened.page, look.theme);
  await opened.page.$eval('.cookie-banner button', (button) => (button as HTMLElement).click());
  return opened;
}

async function dress(page: Page, theme: Theme): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/** Jumps to a topic's first sentence, as a reader does. */
async function jump({ panel }: OpenPanel, topic: string): Promise<void> {
  await panel.click(`[data-topic="${topic}"] button[aria-expanded]`);
  await panel.click(`[data-topic="${topic}"] [data-finding-id]`);
}

/** Writes the pictures into `folder` and answers their names. Builds the extension before. */
export async function takeReadmePictures(folder: string): Promise<readonly string[]> {
  const extension = await buildExtension('chrome');
  await mkdir(folder, { recursive: true });
  const site = await serveDemoSite();
  const browser = await launchBrowser({ browser: 'chrome', extension });
  const names: string[] = [];
  const take = async (page: Page, name: string, whole = false) => {
    await sleep(REST_MS);
    await page.screenshot({ path: join(folder, name), fullPage: whole });
    names.push(name);
  };
  try {
    const url = `${site.origin}/privacy`;
    const light = await openSample(browser, url, { ...LAPTOP, theme: 'light' });
    await light.page.$eval('#share', (heading) => heading.scrollIntoView());
    await take(light.page, 'panel-light.png');
    await light.page.close();

    const narrow = await openSample(browser, url, { ...NARROW, theme: 'dark' });
    await jump(narrow, 'SHR');
    await take(narrow.page, 'panel-dark-narrow.png');
    await narrow.page.close();

    const { address } = await extensionOf(browser, 'chrome');
    for (const [name, width] of [
      ['options', 760],
      ['welcome', 1000],
    ] as const) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 600 });
      await dress(page, 'light');
      await page.goto(address(`${name}.html`));
      await page.locator('main').wait();
      await take(page, `${name}.png`, true);
      await page.close();
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return names;
}
