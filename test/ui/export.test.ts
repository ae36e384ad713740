import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browser.ts';
import { axe, calls, click, showPanel, withGallery } from './gallery-page.ts';

const BUTTON = '.export > .tool';

/** Text of every match inside the panel. */
async function texts(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (wanted) => [...Gallery.shown().root.querySelectorAll(wanted)].map((one) => one.textContent),
    selector,
  );
}

/** The last word of the menu, once it is not "one moment" any more. */
async function outcome(page: Page): Promise<string> {
  let said = '';
  await expect
    .poll(async () => ([said = ''] = await texts(page, '.menu-outcome')) && said)
    .toMatch(/^[^…]+$/);
  return said;
}

describe.each(BROWSERS)('the export menu in %s', (name) => {
  it('opens and closes by keyboard, without closing the panel', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'ready');
      await page.evaluate((button) => {
        Gallery.shown().root.querySelector<HTMLElement>(button)!.focus();
      }, BUTTON);
      await page.keyboard.press('Enter');
      expect(await texts(page, '.menu-item')).toEqual([
        'Save as Markdown',
        'Save as JSON',
        'One-page label to print',
      ]);
      await page.keyboard.press('Tab');
      // A letter that steps through findings elsewhere in the panel.
      await page.keyboard.press('j');
      await page.keyboard.press('Escape');
      expect(await texts(page, '.menu-item')).toEqual([]);
      expect(await calls(page)).toEqual([]);
      const focused = await page.evaluate(
        () => Gallery.shown().root.activeElement?.parentElement?.className,
      );
      expect(focused).toBe('export');
    });
  });

  it('asks for what is chosen, and says what came of it', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'ready');
      await click(page, BUTTON);
      await click(page, '.menu li:nth-child(3) button');
      expect(await outcome(page)).toBe('Opened in a new tab.');
      await click(page, '.menu li:nth-child(2) button');
      expect(await outcome(page)).toContain('private window');
      expect(await calls(page)).toEqual([
        ['onExport', 'label'],
        ['onExport', 'json'],
      ]);
    });
  });
});

describe('what the panel knows besides its findings', () => {
  it('is there only once everything is read', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'classifying');
      expect(await texts(page, '.export, .gpc, .honesty-rows')).toEqual([]);
    });
  });

  it('names the documents that were not read, with their true hosts', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'much');
      await click(page, '.honesty-rows summary');
      await click(page, '.honesty-rows .more');
      const links = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll<HTMLAnchorElement>('.named a')].map(
          ({ href, target, rel, nextElementSibling }) =>
            [href, target, rel, nextElementSibling?.textContent] as const,
        ),
      );
      expect(links).toHaveLength(16);
      expect(links.at(-1)).toEqual([
        'https://xn--northlke-66g.example/privacy',
        '_blank',
        'noopener noreferrer',
        'xn--northlke-66g.example',
      ]);
      expect(links.flat().join()).not.toContain('javascript');
    });
  });

  it('says what the policy and the browser say of Global Privacy Control', async () => {
    await withGallery('chrome', async (page) => {
      const rows: Record<string, string[]> = {};
      for (const view of ['ready', 'active', 'much'] as const) {
        await showPanel(page, view);
        rows[view] = await texts(page, '.gpc .action-body > :not(:first-child)');
      }
      const honours = 'The policy says it honours this browser signal.';
      expect(rows).toEqual({
        ready: [honours, 'Whether this browser sends it is not visible from here.'],
        active: [honours, 'This browser sends it.'],
        much: [
          'The policy says both that it honours this browser signal and that it does not.',
          'This browser does not send it.',
        ],
      });
      await click(page, '.gpc .tool');
      expect(await calls(page)).toEqual([['onJumpToClause', 'm0']]);
    });
  });

  it('prepares three requests for the reader’s own mail program', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      await click(page, '.actions > .more');
      await click(page, '[data-action=email] .mail summary');
      const links = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll<HTMLAnchorElement>('.mail-request')].map(
          ({ href }) => decodeURIComponent(href),
        ),
      );
      expect(links).toHaveLength(3);
      for (const link of links)
        expect(link).toMatch(/^mailto:privacy@northlake\.example\?subject=/);
      expect(links[0]).toContain('GDPR / CCPA/CPRA');
      expect(links[2]).not.toContain('GDPR');
    });
  });

  it('has nothing that axe finds, the menu open', async () => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width: 900, height: 5000 });
      await showPanel(page, 'ready');
      await click(page, BUTTON);
      // What the menu covers cannot be measured; the menu itself can.
      const found = await axe(page);
      expect(
        found.filter((one) => !one.startsWith('color-contrast') || one.includes('menu')),
      ).toEqual([]);
    });
  });
});

describe('the label to print', () => {
  it.each(['en', 'de', 'right-to-left'])('fits one sheet in %s, on both papers', async (locale) => {
    await withGallery('chrome', async (page) => {
      for (const name of ['export', 'export-much'] as const) {
        await page.evaluate((one, words) => Gallery.showPage(one, words), name, locale);
        for (const format of ['A4', 'Letter'] as const) {
          const pdf = Buffer.from(await page.pdf({ format, preferCSSPageSize: false }));
          const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
          expect([name, format, sheets]).toEqual([name, format, 1]);
        }
      }
    });
  });
});
