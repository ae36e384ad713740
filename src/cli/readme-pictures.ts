/** The pictures of the README, taken of the built extension on the sample site. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { extensionOf } from './browser/extension.ts';
import { launchBrowser } from './browser/launch.ts';
import { serveDemoSite } from './demo-site.ts';
import { buildExtension } from './extension-build.ts';
import { dress, jump, openSample, REST_MS } from './sample.ts';

/** A common laptop's window, scaled to the width at which READMEs are read. */
const LAPTOP = { width: 1536, height: 960, deviceScaleFactor: 1280 / 1536 };

/** A large phone, or a third of a laptop's screen. */
const NARROW = { width: 420, height: 860, deviceScaleFactor: 1 };

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
