import { describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { LOCALES, MADE_UP_LOCALES } from '../gallery/messages.ts';
import { PAGES } from '../gallery/page-names.ts';
import { VIEWS, type ViewName } from '../gallery/views.ts';
import { axe, click, showPanel, withGallery } from './gallery-page.ts';

const VIEW_NAMES = Object.keys(VIEWS) as ViewName[];

/** Opens what can be opened: all details, and the topics that have the longest sentences. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of Gallery.shown().root.querySelectorAll('details')) details.open = true;
  });
  for (const topic of ['TRK', 'COL', 'RET']) {
    const closed = `[data-topic=${topic}] button.topic-row[aria-expanded=false]`;
    const there = await page.evaluate(
      (selector) => Gallery.shown().root.querySelector(selector) !== null,
      closed,
    );
    if (there) await click(page, closed);
  }
}

/** Words that stand outside of the panel, or of the button they label; and whether it scrolls sideways. */
async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { root } = Gallery.shown();
    const scroller = root.querySelector('.scroller')!;
    const found = scroller.scrollWidth > scroller.clientWidth ? ['the panel scrolls sideways'] : [];
    const texts = document.createTreeWalker(root.querySelector('.body')!, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const parent = text.parentElement!;
      if (!parent.checkVisibility() || parent.closest('.sr-only') !== null) continue;
      const frame = parent.closest('button, .body')!.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(text);
      const outside = [...range.getClientRects()].some(
        ({ left, right }) => left < frame.left - 1 || right > frame.right + 1,
      );
      if (outside) found.push(`${parent.localName}.${parent.className}: ${text.textContent}`);
    }
    return found;
  });
}

describe.each([...LOCALES, ...MADE_UP_LOCALES])('in the language %s', (locale) => {
  it.each([
    ['as a sheet in a window of 320 px', 320, 320],
    ['docked, 320 px wide', 1000, 320],
    ['docked, 640 px wide', 1000, 640],
  ])('nothing overflows %s', async (_, width, panel) => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width, height: 900 });
      const found: Record<string, string[]> = {};
      for (const name of VIEW_NAMES) {
        await showPanel(page, name, { width: panel }, locale);
        await openAll(page);
        found[name] = await overflowing(page);
      }
      expect(found).toEqual(Object.fromEntries(VIEW_NAMES.map((name) => [name, []])));
    });
  });

  it.each([320, 640])('no page of the extension scrolls sideways at %i px', async (width) => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width, height: 900 });
      const wide: string[] = [];
      // Popups decide how wide their window is.
      for (const name of PAGES.filter((one) => width > 352 || !one.startsWith('cannot'))) {
        await page.evaluate((one, words) => Gallery.showPage(one, words), name, locale);
        const fits = await page.evaluate(
          () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        );
        if (!fits) wide.push(name);
      }
      expect(wide).toEqual([]);
    });
  });
});

describe.each(MADE_UP_LOCALES)('in the made-up language %s', (locale) => {
  it('axe finds nothing', async () => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width: 900, height: 12_000 });
      const found: Record<string, string[]> = {};
      for (const name of VIEW_NAMES) {
        await showPanel(page, name, { width: 320 }, locale);
        await openAll(page);
        found[name] = await axe(page);
      }
      expect(found).toEqual(Object.fromEntries(VIEW_NAMES.map((name) => [name, []])));
    });
  });
});
