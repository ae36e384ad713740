import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { TOPIC_GROUPS } from '../../src/core/topics.ts';
import { markPaths, shapeOf } from '../../src/ui/map-marks.ts';
import { BROWSERS } from '../support/browser.ts';
import { axe, calls, click, showPanel, withGallery } from './gallery-page.ts';

/** Name of what has focus on the map. */
const focusedBucket = (page: Page) =>
  page.evaluate(() => Gallery.shown().root.activeElement?.getAttribute('aria-label') ?? null);

const shownMap = (page: Page) =>
  page.evaluate(() => {
    const map = Gallery.shown().root.querySelector('.minimap');
    return map !== null && map.getBoundingClientRect().width > 0;
  });

describe.each(BROWSERS)('the map in %s', (name) => {
  it('is one stop of the keyboard, moves with the arrows, and leads to findings', async () => {
    await withGallery(name, async (page) => {
      await page.setViewport({ width: 900, height: 700 });
      await showPanel(page, 'ready');
      await page.evaluate(() => {
        Gallery.shown().root.querySelector<HTMLElement>('.bucket[tabindex="0"]')!.focus();
      });
      const names: (string | null)[] = [await focusedBucket(page)];
      for (const key of ['ArrowDown', 'End', 'ArrowUp', 'Home'] as const) {
        await page.keyboard.press(key);
        names.push(await focusedBucket(page));
      }
      expect(names).toEqual([
        '1 sentence, 0% down the page: Tracks you',
        '1 sentence, 4% down the page: Tracks you',
        '1 sentence, 96% down the page: Contact',
        '1 sentence, 92% down the page: Policy changes',
        '1 sentence, 0% down the page: Tracks you',
      ]);
      await page.keyboard.press('Enter');
      expect(await calls(page)).toEqual([['onFocusFinding', 'c0-TRK']]);
      expect(await focusedBucket(page)).toBe(names[0]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => Gallery.shown().root.activeElement)).toBeNull();
      const stops = await page.evaluate(
        () => Gallery.shown().root.querySelectorAll('.bucket[tabindex="0"]').length,
      );
      expect(stops).toBe(1);
    });
  });

  it('steps through a bucket with each click, and shows what it points at', async () => {
    await withGallery(name, async (page) => {
      // So low that several sentences share a place.
      await page.setViewport({ width: 900, height: 200 });
      await showPanel(page, 'ready');
      const box = await page.evaluate(() =>
        Gallery.shown().root.querySelector('.bucket')!.getBoundingClientRect().toJSON(),
      );
      await page.mouse.move(box.x + 8, box.y + 8);
      const previews = await page.evaluate(() => Gallery.shown().previews.at(-1));
      expect(previews).toEqual(['c0-TRK', 'c1-TRK', 'c2-TRK', 'c3-ADS']);
      const note = () =>
        page.evaluate(() => Gallery.shown().root.querySelector('.bucket-note')?.textContent ?? '');
      expect(await note()).toContain('we and our measurement partners set cookies');
      expect(await note()).toContain('and 1 more');
      for (const active of ['c0-TRK', 'c1-TRK', 'c2-TRK', 'c3-ADS']) {
        await page.mouse.click(box.x + 8, box.y + 8);
        await page.evaluate((id) => {
          Gallery.shown().handle.update({ ...Gallery.VIEWS.ready, activeFindingId: id });
        }, active);
      }
      await page.mouse.click(box.x + 8, box.y + 8);
      expect((await calls(page)).map(([, id]) => id)).toEqual([
        'c0-TRK',
        'c1-TRK',
        'c2-TRK',
        'c3-ADS',
        'c0-TRK',
      ]);
      await page.keyboard.press('Escape');
      expect(await note()).toBe('');
      await page.mouse.move(5, 100);
      expect(await page.evaluate(() => Gallery.shown().previews.at(-1))).toEqual([]);
    });
  });
});

describe('the map', () => {
  it('stands beside the panel on either side, and beside the tab of a collapsed one', async () => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width: 900, height: 700 });
      const places: Record<string, number[]> = {};
      for (const side of ['right', 'left'] as const) {
        for (const collapsed of [false, true]) {
          await showPanel(page, 'ready', { side, collapsed });
          places[`${side} ${String(collapsed)}`] = await page.evaluate(() => {
            const { root } = Gallery.shown();
            const { left, right } = root.querySelector('.minimap')!.getBoundingClientRect();
            const other = root.querySelector(':is(.body, .tab):not([hidden] *, [hidden])')!;
            const box = other.getBoundingClientRect();
            return [
              left,
              right,
              Math.max(0, Math.min(right, box.right) - Math.max(left, box.left)),
            ];
          });
        }
      }
      expect(places).toEqual({
        'right false': [470, 500, 0],
        'right true': [870, 900, 0],
        'left false': [400, 430, 0],
        'left true': [0, 30, 0],
      });
    });
  });

  it('goes away by its button, in narrow windows, in print, and without findings', async () => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width: 900, height: 700 });
      await showPanel(page, 'ready');
      expect(await shownMap(page)).toBe(true);
      await click(page, '[data-tool=map]');
      expect(await shownMap(page)).toBe(false);
      await click(page, '[data-tool=map]');
      expect(await shownMap(page)).toBe(true);
      expect(await calls(page)).toEqual([
        ['onSettings', { minimap: false }],
        ['onSettings', { minimap: true }],
      ]);
      await page.emulateMediaType('print');
      expect(await shownMap(page)).toBe(false);
      await page.emulateMediaType('screen');
      await page.setViewport({ width: 320, height: 700 });
      expect(await shownMap(page)).toBe(false);
      await page.setViewport({ width: 900, height: 700 });
      await showPanel(page, 'nothing');
      expect(await shownMap(page)).toBe(false);
    });
  });

  it('has lanes and shapes that need no colour, and is clean with forced colours', async () => {
    const at = TOPIC_GROUPS.map((group) => {
      const mark = { findingId: '', clauseId: '', topic: 'TRK', group, at: 0 } as const;
      return markPaths([mark], 500).get(group);
    });
    expect(new Set(at).size).toBe(TOPIC_GROUPS.length);
    expect(new Set(TOPIC_GROUPS.map(shapeOf)).size).toBe(TOPIC_GROUPS.length);
    await withGallery('chrome', async (page) => {
      await page.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' }]);
      await page.setViewport({ width: 900, height: 700 });
      await showPanel(page, 'active');
      const fills = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll('.minimap-mark')].map(
          (mark) => getComputedStyle(mark).fill,
        ),
      );
      expect(fills).toHaveLength(TOPIC_GROUPS.length);
      expect(new Set(fills).size).toBe(1);
      expect(await axe(page)).toEqual([]);
    });
  });

  it('draws only itself when places come, and nothing when the page is scrolled', async () => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width: 900, height: 700 });
      await showPanel(page, 'ready');
      const changed = await page.evaluate(async () => {
        const { root, handle } = Gallery.shown();
        const outside: string[] = [];
        const observer = new MutationObserver((records) => {
          for (const { target } of records) {
            const element = target as Element;
            if (!element.closest?.('.minimap')) outside.push(element.className);
          }
        });
        observer.observe(root, { subtree: true, childList: true, attributes: true });
        handle.places(Gallery.placesOf(Gallery.VIEWS.ready).slice(3));
        await new Promise((resolve) => setTimeout(resolve, 50));
        const view = root.querySelector<HTMLElement>('.minimap-view')!;
        const buckets = [...root.querySelectorAll('.bucket')];
        handle.seen({ start: 0.5, end: 0.75 });
        await new Promise((resolve) => setTimeout(resolve, 50));
        observer.disconnect();
        return {
          outside,
          same: buckets.every((bucket) => bucket.isConnected),
          count: buckets.length,
          view: [view.style.top, view.style.height],
        };
      });
      expect(changed).toEqual({ outside: [], same: true, count: 23, view: ['50%', '25%'] });
    });
  });
});
