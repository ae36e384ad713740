import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browser.ts';
import { axe, calls, centreOf, click, showPanel, withGallery } from './gallery-page.ts';

const previews = (page: Page) => page.evaluate(() => [...Gallery.shown().previews]);

const textOf = (page: Page, selector: string) =>
  page.evaluate(
    (wanted) => Gallery.shown().root.querySelector(wanted)?.textContent ?? null,
    selector,
  );

/** Tells the panel that findings stand where the reader reads. */
const read = (page: Page, findingIds: string[], section: string[] = ['Whom we share it with']) =>
  page.evaluate(
    (ids, path) => Gallery.shown().handle.spot({ section: path, findingIds: ids }),
    findingIds,
    section,
  );

const here = (page: Page) =>
  page.evaluate(() =>
    [...Gallery.shown().root.querySelectorAll<HTMLElement>('[data-here]')].map(
      ({ dataset }) => dataset.findingId ?? dataset.topic,
    ),
  );

const scrolled = (page: Page) =>
  page.evaluate(() => Gallery.shown().root.querySelector('.scroller')!.scrollTop);

describe.each(BROWSERS)('reading along in %s', (name) => {
  it('names and marks what is read, and opens its card on request', async () => {
    await withGallery(name, async (page) => {
      await page.setViewport({ width: 900, height: 700 });
      await showPanel(page, 'ready');
      await click(page, '[data-topic=SHR] button.topic-row');
      await read(page, ['c11-SHR', 'c15-GOV']);
      expect(await textOf(page, '.reading-section')).toBe('Here:Whom we share it with');
      expect(await textOf(page, '.reading-topics')).toBe(
        'Shares data: Says it doesAuthorities: Says it does',
      );
      expect(await here(page)).toEqual(['SHR', 'c11-SHR', 'GOV']);
      // What is opened later is marked too.
      await click(page, '[data-topic=GOV] button.topic-row');
      expect(await here(page)).toEqual(['SHR', 'c11-SHR', 'GOV', 'c15-GOV']);
      await click(page, '.reading-topics');
      expect(await calls(page)).toEqual([['onOpenFinding', 'c11-SHR']]);
      await read(page, []);
      expect(await here(page)).toEqual([]);
      expect(await textOf(page, '.reading-nothing')).toBe('No sentence found in this place.');
    });
  });

  it('shows the place of what is pointed at or focused, and takes it back', async () => {
    await withGallery(name, async (page) => {
      await page.setViewport({ width: 900, height: 700 });
      await showPanel(page, 'ready');
      await click(page, '[data-topic=SHR] button.topic-row');
      const { x, y } = await centreOf(page, '[data-finding-id=c12-SHR]');
      await page.mouse.move(x, y);
      await page.mouse.move(x + 10, y);
      expect(await previews(page)).toEqual([['c12-SHR']]);
      const pointers = await page.evaluate(
        () => Gallery.shown().root.querySelectorAll('.minimap-pointer').length,
      );
      expect(pointers).toBe(1);
      await page.mouse.move(20, 20);
      await page.evaluate(() => Gallery.shown().handle.focus());
      await page.keyboard.press('Home');
      await page.evaluate(() => Gallery.shown().handle.blur());
      expect(await previews(page)).toEqual([['c12-SHR'], [], ['c0-TRK'], []]);
    });
  });

  it('lists the keys on "?", and gives focus back', async () => {
    await withGallery(name, async (page) => {
      // So tall that the dialog covers nothing: axe does not measure what is half covered.
      await page.setViewport({ width: 900, height: 5000 });
      await showPanel(page, 'ready');
      await page.evaluate(() => Gallery.shown().handle.focus());
      await page.keyboard.press('j');
      await page.keyboard.type('?');
      const focused = () =>
        page.evaluate(() => {
          const { root } = Gallery.shown();
          return root.querySelector('[role=dialog]')?.contains(root.activeElement);
        });
      await expect.poll(focused, { timeout: 10_000 }).toBe(true);
      const keys = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll('[role=dialog] kbd')].map(
          (key) => key.textContent,
        ),
      );
      expect(keys.join(' ')).toBe('J K Enter Home End / ? Esc Alt+Shift+M');
      // Keys of the list behind it do not work meanwhile.
      await page.keyboard.press('j');
      await page.keyboard.press('Escape');
      await expect.poll(() => textOf(page, '[role=dialog]'), { timeout: 10_000 }).toBeNull();
      const focus = () =>
        page.evaluate(() => {
          const { activeElement } = Gallery.shown().root;
          return (activeElement as HTMLElement | null)?.dataset['findingId'] ?? null;
        });
      await expect.poll(focus, { timeout: 10_000 }).toBe('c0-TRK');
      expect(await calls(page)).toEqual([['onFocusFinding', 'c0-TRK']]);
      if (name !== 'chrome') return;
      await page.keyboard.type('?');
      expect(await axe(page)).toEqual([]);
    });
  });
});

describe('the list', () => {
  it('follows the page by itself, but not while the reader is in it', async () => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width: 900, height: 500 });
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await showPanel(page, 'ready');
      for (const topic of ['TRK', 'COL', 'SHR', 'OPT']) {
        await click(page, `[data-topic=${topic}] button.topic-row`);
      }
      await page.evaluate(() => Gallery.shown().handle.blur());
      await read(page, ['c17-OPT']);
      const pointed = await scrolled(page);
      await page.mouse.move(20, 20);
      await read(page, ['c0-TRK']);
      const followed = await scrolled(page);
      expect(followed).toBeLessThan(pointed);
      const inView = await page.evaluate(() => {
        const { root } = Gallery.shown();
        const card = root.querySelector('[data-finding-id=c0-TRK]')!.getBoundingClientRect();
        const frame = root.querySelector('.scroller')!.getBoundingClientRect();
        return card.top >= frame.top && card.bottom <= frame.bottom;
      });
      expect(inView).toBe(true);
      await page.evaluate(() =>
        Gallery.shown().root.querySelector<HTMLElement>('[data-finding-id=c1-TRK]')!.focus(),
      );
      const before = await scrolled(page);
      await read(page, ['c17-OPT']);
      expect(await scrolled(page)).toBe(before);
      // Nor when it is out of view: the reader looks at something else in the panel.
      await page.evaluate(() => {
        Gallery.shown().handle.blur();
        Gallery.shown().root.querySelector('.scroller')!.scrollTop = 0;
      });
      await read(page, ['c18-OPT']);
      expect(await scrolled(page)).toBe(0);
    });
  });

  it('is not drawn anew by reading on', async () => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width: 900, height: 700 });
      await showPanel(page, 'ready');
      const changed = await page.evaluate(async () => {
        const { root, handle } = Gallery.shown();
        const outside = new Set<string>();
        const observer = new MutationObserver((records) => {
          for (const { target, attributeName } of records) {
            const element = target as Element;
            if (element.closest?.('.reading-strip, .minimap') || attributeName === 'data-here') {
              continue;
            }
            outside.add(`${element.nodeName} ${attributeName ?? ''}`);
          }
        });
        observer.observe(root, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        handle.spot({ section: ['A'], findingIds: ['c11-SHR'] });
        handle.seen({ start: 0.2, end: 0.4 });
        await new Promise((resolve) => setTimeout(resolve, 50));
        handle.spot({ section: ['B'], findingIds: ['c17-OPT'] });
        await new Promise((resolve) => setTimeout(resolve, 50));
        observer.disconnect();
        return [...outside].filter((one) => !one.startsWith('#text'));
      });
      expect(changed).toEqual([]);
    });
  });
});

describe('the list of keys', () => {
  it.each([
    ['in a sheet', 320, 700, 'long-words'],
    ['at 400 % zoom of a laptop', 320, 200, 'en'],
    ['from right to left', 900, 700, 'right-to-left'],
  ])('fits %s', async (_, width, height, locale) => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width, height });
      await showPanel(page, 'ready', {}, locale);
      await page.evaluate(() => Gallery.shown().handle.focus());
      await page.keyboard.type('?');
      const fits = await page.evaluate(() => {
        const help = Gallery.shown().root.querySelector('.key-help')!;
        const box = help.getBoundingClientRect();
        const frame = Gallery.shown().root.querySelector('.panel')!.getBoundingClientRect();
        return (
          box.left >= frame.left &&
          box.right <= frame.right &&
          box.top >= frame.top - 1 &&
          help.scrollWidth <= help.clientWidth
        );
      });
      expect(fits).toBe(true);
    });
  });
});
