import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browser.ts';
import { axe, calls, click, showPanel, withGallery } from './gallery-page.ts';

/** Texts of the listed skipped parts, white space collapsed. */
async function listed(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...Gallery.shown().root.querySelectorAll('[data-skipped-id]')].map((part) =>
      part.textContent.replaceAll(/\s+/gu, ' '),
    ),
  );
}

/** What has focus in the panel, by its class and its name for those who hear it. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = Gallery.shown().root.activeElement;
    return `${active?.localName}.${active?.className} ${active?.ariaLabel ?? ''}`.trim();
  });
}

describe.each(BROWSERS)('the audit in %s', (name) => {
  it('asks for the tint, for a skipped part, and for reading it too', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'ready');
      await click(page, '.coverage summary');
      await click(page, '.audit input');
      await click(page, '[data-skipped-id=s1] .more:first-child');
      await click(page, '[data-skipped-id=s0] .more:last-child');
      expect(await calls(page)).toEqual([
        ['onAudit', true],
        ['onShowSkipped', 's1'],
        ['onReadSkipped', 's0'],
      ]);
    });
  });

  it('is worked by keyboard alone, and keeps focus when the pressed button goes', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'ready');
      await page.evaluate(() => {
        Gallery.shown().root.querySelector<HTMLElement>('.coverage summary')!.focus();
      });
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('input.');
      await page.keyboard.press(' ');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toMatch(/^button\.more Show in the page: Orders Returns/u);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toMatch(/^button\.more Read this too: Orders Returns/u);
      await page.keyboard.press('Enter');
      expect(await calls(page)).toEqual([
        ['onAudit', true],
        ['onReadSkipped', 's0'],
      ]);
      expect(await focused(page)).toBe('h1.brand');
    });
  });
});

describe('the audit', () => {
  it('lists what was skipped with its reason, what is in doubt first, and nothing twice', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'much');
      await click(page, '.coverage summary');
      expect((await listed(page)).map((part) => part.split(':')[0])).toEqual([
        'Side note',
        'Page header',
        'Menu',
        'Form',
        'Page footer',
      ]);
      expect((await listed(page))[0]).toContain('in cash. W… (340 characters)');
      await click(page, '.coverage > .more');
      expect(await listed(page)).toHaveLength(6);
      const ticked = await page.evaluate(
        () => Gallery.shown().root.querySelector<HTMLInputElement>('.audit input')!.checked,
      );
      expect(ticked).toBe(true);
    });
  });

  it('stays open while the page is read again', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      await click(page, '.coverage summary');
      await page.evaluate(() => Gallery.shown().handle.update(Gallery.VIEWS.reading));
      await page.evaluate(() => Gallery.shown().handle.update(Gallery.VIEWS.ready));
      const open = await page.evaluate(
        () => Gallery.shown().root.querySelector<HTMLDetailsElement>('.coverage')!.open,
      );
      expect(open).toBe(true);
    });
  });

  it('is offered where nothing was read, and not where nothing is judged', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'empty-skipped');
      await click(page, '.coverage summary');
      await click(page, '[data-skipped-id] .more:last-child');
      expect(await calls(page)).toEqual([['onReadSkipped', 's0']]);
      await showPanel(page, 'not-policy-no-links');
      const there = await page.evaluate(
        () => Gallery.shown().root.querySelector('.coverage') !== null,
      );
      expect(there).toBe(false);
    });
  });

  it('says so when nothing was left out', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      await page.evaluate(() => {
        const { ready } = Gallery.VIEWS;
        const coverage = { ...ready.coverage!, percent: 100, skipped: [] };
        Gallery.shown().handle.update({ ...ready, coverage });
      });
      await click(page, '.coverage summary');
      expect(await listed(page)).toEqual([]);
      expect(
        await page.evaluate(() => Gallery.shown().root.querySelector('.coverage > p')!.textContent),
      ).toBe('Nothing was left out.');
    });
  });

  it.each(['light', 'dark'])('passes axe when it is open, in %s', async (scheme) => {
    await withGallery('chrome', async (page) => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.setViewport({ width: 900, height: 5000 });
      await showPanel(page, 'much');
      await click(page, '.coverage summary');
      await click(page, '.coverage > .more');
      expect(await axe(page)).toEqual([]);
    });
  });
});
