/** Whether the extension leaves a page as it looked: pictures from before opening and after closing. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import type { InstalledExtension } from './browser/extension.ts';
import { panelOf } from './browser/panel.ts';
import { closePanel, FINAL_STATES } from './drive-page.ts';

/** What came out for one page. */
export interface LayoutCheck {
  /** `unsteady`: the page changes by itself, so nothing can be said; it differed before we came. */
  readonly outcome: 'same' | 'different' | 'unsteady';
  /** State of the panel after which nothing more happened. */
  readonly state: string;
  /** Pixels that differ between the two pictures. */
  readonly pixels: number;
  /** Errors on the console that are ours: of the background and of our script in the page. */
  readonly errors: readonly string[];
}

/** Window of the pictures, CSS pixels: a common laptop, at which the panel docks beside the page. */
const WINDOW = { width: 1280, height: 800 };

/** Browsers picture no more at once without repeating themselves, CSS pixels. */
const MAX_HEIGHT = 12_000;

/** Time for painting to end, milliseconds; twice the time between two looks at the page. */
const REST_MS = 400;

/** Longest time for one analysis, milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * Opens the panel on an open page, steps through two findings, opens the first topic, closes the panel
 * and compares how the page looks, whole, with how it looked before. Chromium only.
 */
export async function checkLayout(
  browser: Browser,
  extension: InstalledExtension,
  page: Page,
): Promise<LayoutCheck> {
  const panel = panelOf(page);
  await extension.watch(page);
  await holdStill(page);
  const before = await picture(page);
  await sleep(REST_MS);
  const again = await picture(page);
  const place = await page.evaluate(() => [scrollX, scrollY] as const);
  await extension.click(page);
  const state = await panel.waitForState(FINAL_STATES, PATIENCE_MS);
  await panel.press('j', 'j');
  await sleep(REST_MS);
  await closePanel({ page, extension, panel });
  // A step scrolls to its sentence: where a page is scrolled to is no part of how it looks.
  await page.evaluate(([x, y]) => scrollTo({ left: x, top: y, behavior: 'instant' }), place);
  await sleep(REST_MS);
  const after = await picture(page);
  const errors = await extension.errors();
  if (before !== again) return { outcome: 'unsteady', state, pixels: 0, errors };
  const pixels = before === after ? 0 : await differing(browser, before, after);
  return { outcome: pixels === 0 ? 'same' : 'different', state, pixels, errors };
}

/** Sets the window and stops what moves. */
async function holdStill(page: Page): Promise<void> {
  await page.setViewport(WINDOW);
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  const session = await page.createCDPSession();
  await session.send('Animation.enable');
  await session.send('Animation.setPlaybackRate', { playbackRate: 0 });
  await sleep(REST_MS);
}

/** A PNG of the page as far down as one can be taken, base64. */
async function picture(page: Page): Promise<string> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return page.screenshot({
    encoding: 'base64',
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: WINDOW.width, height: Math.min(height, MAX_HEIGHT) },
  });
}

/** How many pixels of two PNGs differ; all of the larger one where their sizes do. */
async function differing(browser: Browser, one: string, other: string): Promise<number> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(
      async (pictures) => {
        const [first, second] = await Promise.all(
          pictures.map(async (base64) => {
            const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes]));
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext('2d')!;
            context.drawImage(image, 0, 0);
            return context.getImageData(0, 0, image.width, image.height).data;
          }),
        );
        if (first!.length !== second!.length) return Math.max(first!.length, second!.length) / 4;
        let count = 0;
        for (let at = 0; at < first!.length; at += 4) {
          const same = [0, 1, 2, 3].every((part) => first![at + part] === second![at + part]);
          if (!same) count += 1;
        }
        return count;
      },
      [one, other],
    );
  } finally {
    await page.close();
  }
}
