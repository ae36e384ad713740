import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browser.ts';
import { axe, calls, showPanel, withGallery } from './gallery-page.ts';

/** Step, spoken value and measured line of the slider. */
async function slider(page: Page): Promise<readonly [string, string, string]> {
  return page.evaluate(() => {
    const { root } = Gallery.shown();
    const input = root.querySelector('.strictness-slider')!;
    return [
      root.querySelector<HTMLElement>('.strictness')!.dataset.strictness!,
      input.getAttribute('aria-valuetext')!,
      root.querySelector('.strictness-measured')?.textContent ?? '',
    ] as const;
  });
}

describe.each(BROWSERS)('strictness in %s', (name) => {
  it('is chosen with the arrow keys, which do not step through the findings there', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'ready');
      await page.evaluate(() => {
        Gallery.shown().root.querySelector<HTMLElement>('.strictness-slider')!.focus();
      });
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Home');
      await page.keyboard.press('j');
      expect(await calls(page)).toEqual([
        ['onStrictness', -1],
        ['onStrictness', 2],
      ]);
      await page.keyboard.press('Escape');
      expect((await calls(page)).at(-1)).toEqual(['onClose']);
    });
  });
});

describe('strictness', () => {
  it('says in words where it stands and what was measured of that', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      expect(await slider(page)).toEqual([
        '0',
        'In between',
        'Measured on other companies’ policies: 88% of the sentences shown are right, and 76% of all are found.',
      ]);
      await showPanel(page, 'strict');
      expect((await slider(page)).slice(0, 2)).toEqual(['2', 'Fewest, surest']);
      expect((await slider(page))[2]).toContain('95%');
    });
  });

  it('says no number that was not measured, and stays clean', async () => {
    await withGallery('chrome', async (page) => {
      await page.evaluate(() => Gallery.showPage('options-watching'));
      const text = await page.$eval('.strictness', (element) => element.textContent);
      expect(text).not.toMatch(/%/u);
      expect(await axe(page)).toEqual([]);
    });
  });
});
