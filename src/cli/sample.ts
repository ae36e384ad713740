/** The sample policy with the open panel, as pictures show it. */
import type { Browser, Page, Viewport } from 'puppeteer-core';
import { openPanel } from './drive-page.ts';
import type { OpenPanel } from './drive-page.ts';

/** Long enough for scrolling and painting to end after the last click, milliseconds. */
export const REST_MS = 400;

/** Colours of the page and of what we show in it. */
export type Theme = 'light' | 'dark';

/** Opens the sample policy with the panel, and answers the site's cookie banner. */
export async function openSample(
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

/** Sets the colours that pages see, and asks them to hold still. */
export async function dress(page: Page, theme: Theme): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/** Jumps to a topic's first sentence, as a reader does. */
export async function jump({ panel }: OpenPanel, topic: string): Promise<void> {
  await panel.click(`[data-topic="${topic}"] button[aria-expanded]`);
  await panel.click(`[data-topic="${topic}"] [data-finding-id]`);
}
