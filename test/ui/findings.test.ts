import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { MUCH } from '../gallery/much.ts';
import { BROWSERS } from '../support/browser.ts';
import { calls, click, focusedFinding, showPanel, withGallery } from './gallery-page.ts';

/** Ids of the findings that a topic shows, in order. */
async function shownOf(page: Page, topic: string): Promise<(string | undefined)[]> {
  return page.evaluate(
    (code) =>
      [
        ...Gallery.shown().root.querySelectorAll<HTMLElement>(
          `[data-topic=${code}] [data-finding-id]`,
        ),
      ].map((card) => card.dataset.findingId),
    topic,
  );
}

async function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (wanted) =>
      [...Gallery.shown().root.querySelectorAll(wanted)].map((element) => element.textContent),
    selector,
  );
}

describe.each(BROWSERS)('the sentences of a topic in %s', (name) => {
  it('stand in cells where they are rows of a table, word for word all the same', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'much');
      await click(page, '[data-topic=TRK] button.topic-row');
      const rows = MUCH.filter(({ quote }) => quote.includes('\t'));
      const quotes = await textsOf(page, '[data-topic=TRK] .quote');
      expect(quotes.slice(0, 2)).toEqual(rows.map(({ quote }) => quote));
      const tops = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll('[data-finding-id=m0-TRK] .cell')].map(
          (cell) => cell.getBoundingClientRect().top,
        ),
      );
      expect(tops).toHaveLength(3);
      expect(new Set(tops).size).toBe(3);
    });
  });

  it('are cut when they are very long, until all of them is asked for', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'much');
      await click(page, '[data-topic=RET] button.topic-row');
      const height = () =>
        page.evaluate(
          () => Gallery.shown().root.querySelector('[data-topic=RET] .quote')!.clientHeight,
        );
      const cut = await height();
      expect(cut).toBeLessThan(200);
      await click(page, '[data-topic=RET] .findings .more');
      expect(await height()).toBeGreaterThan(2 * cut);
      await click(page, '[data-topic=RET] .findings .more');
      expect(await height()).toBe(cut);
      expect(await calls(page)).toEqual([]);
    });
  });
});

describe('the sentences of a topic', () => {
  it('are ten at first; showing all puts focus on the eleventh', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'much');
      await click(page, '[data-topic=COL] button.topic-row');
      expect(await shownOf(page, 'COL')).toHaveLength(10);
      expect(await textsOf(page, '.findings-all')).toEqual(['Show all 14 sentences']);
      await click(page, '.findings-all');
      const all = await shownOf(page, 'COL');
      expect(all).toHaveLength(14);
      expect(await focusedFinding(page)).toBe(all[10]);
      expect(await textsOf(page, '.findings-all')).toEqual([]);
    });
  });

  it('are all shown when the keyboard or the page leads to one further down', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'much');
      await page.evaluate(() => {
        const { much } = Gallery.VIEWS;
        Gallery.shown().handle.update({ ...much, activeFindingId: 'm20-COL' });
      });
      await page.waitForFunction(
        () => Gallery.shown().root.querySelector('[data-finding-id=m20-COL]') !== null,
      );
      await showPanel(page, 'much');
      await page.evaluate(() => Gallery.shown().handle.focus());
      await page.keyboard.press('End');
      await page.keyboard.press('k');
      expect(await focusedFinding(page)).toBe('m3-SAL');
      for (let press = 0; press < 5; press += 1) await page.keyboard.press('k');
      expect(await focusedFinding(page)).toBe('m10-COL');
    });
  });

  it('name a section once, and say a stance where sentences differ in it', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'much');
      await click(page, '[data-topic=COL] button.topic-row');
      await click(page, '.findings-all');
      expect(await textsOf(page, '[data-topic=COL] .section-path')).toEqual([
        'What we collect › From you',
        'What we collect › From your device',
        'What we collect › From you',
      ]);
      expect(await textsOf(page, '[data-topic=COL] .unsure')).toEqual(['Less sure of these:']);
      expect(await textsOf(page, '[data-topic=COL] .finding-facts > :not(.sr-only)')).toHaveLength(
        14,
      );
      await click(page, '[data-topic=SAL] button.topic-row');
      expect(
        (await textsOf(page, '[data-topic=SAL] .finding-facts > :not(.sr-only)')).slice(0, 4),
      ).toEqual(['Says it does', 'Sure, 93%', 'Says it does not', 'Sure, 88%']);
    });
  });
});

describe('what you can do', () => {
  it('comes in order of weight, with the sentence where the label says nothing', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'much');
      await click(page, '.actions > .more');
      expect(await textsOf(page, '.action-label')).toEqual([
        'Do not sell my data',
        'Open the cookie settings',
        "your device's settings",
        'Message preferences',
        'Ask for a copy',
        'click here',
      ]);
      expect(await textsOf(page, '.action-sentence')).toEqual([MUCH[0]!.quote]);
      expect(await textsOf(page, '[data-action=setting] .action-detail')).toEqual([]);
    });
  });
});

describe('the headline', () => {
  it('says one thing a line, each with the shape of its state', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      expect(await textsOf(page, '[data-group=sharing] .badge-sentences li')).toEqual([
        'Shares your data with others, also for advertising.',
        'Says it does not sell your data.',
      ]);
      const shapes = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll('[data-group=sharing] .badge-sentences svg')].map(
          (svg) => svg.children.length,
        ),
      );
      // A full circle is one shape, a slashed one is two.
      expect(shapes).toEqual([1, 2]);
    });
  });
});
