/** What goes wrong around the page: its background, its extension, its storage, its other windows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelOf } from '../../src/cli/browser/panel.ts';
import { pageMarkup } from '../../src/cli/drive-page.ts';
import { serve } from '../../src/cli/static-server.ts';
import type { StaticServer } from '../../src/cli/static-server.ts';
import { BROWSERS } from '../support/browser.ts';
import { highlightsOf, startExtension } from '../support/extension.ts';
import type { Run } from '../support/extension.ts';
import { longPolicy } from '../support/texts.ts';

const serveFaults = () =>
  serve({
    route: ({ pathname }) => ({ body: longPolicy(pathname === '/long' ? 60_000 : 800) }),
  });

describe.each(BROWSERS)('in %s', (name) => {
  let site: StaticServer;
  let run: Run;
  beforeAll(async () => {
    site = await serveFaults();
    run = await startExtension(name);
  });
  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('reads with a background that was stopped before the click, and closes after another stop', async () => {
    const opened = await run.open(`${site.origin}/policy`);
    const before = await pageMarkup(opened.page);
    await run.extension.stopBackground();
    await run.extension.click(opened.page);
    await opened.panel.waitForState(['ready']);
    await run.extension.stopBackground();
    await run.closePanel(opened);
    await expect.poll(() => pageMarkup(opened.page)).toBe(before);
    await opened.page.close();
  });

  it('keeps the panels of six tabs apart', async () => {
    const opened = [];
    for (let number = 0; number < 6; number += 1) {
      opened.push(await run.read(`${site.origin}/policy?${number}`));
    }
    for (const [number, { page, panel }] of opened.entries()) {
      expect(await panel.state()).toBe('ready');
      expect(page.url()).toContain(`?${number}`);
      if (number % 2 === 0) await page.close();
    }
    for (const one of opened.filter((_, number) => number % 2 === 1)) {
      await run.closePanel(one);
      expect(Object.keys(await highlightsOf(one.page))).toEqual([]);
      await one.page.close();
    }
    expect(await run.extension.errors()).toEqual([]);
  });

  // The driver of Firefox loses a page that the browser takes out of its back/forward cache.
  if (name === 'chrome') {
    it('has one panel, or none, after going away and back, and works there', async () => {
      const opened = await run.read(`${site.origin}/policy`);
      await opened.page.goto(`${site.origin}/policy?other`);
      await opened.page.goBack();
      // The browser may have kept the page as it was, or load it again.
      if (!(await opened.panel.isOpen())) await run.extension.click(opened.page);
      await opened.panel.waitForState(['ready']);
      expect(await opened.page.$$('clausemark-panel')).toHaveLength(1);
      await run.closePanel(opened);
      expect(Object.keys(await highlightsOf(opened.page))).toEqual([]);
      expect(await run.extension.errors()).toEqual([]);
      await opened.page.close();
    });

    it('reads on after a tab was closed in the middle, and in another window', async () => {
      const closed = await run.open(`${site.origin}/long`);
      await run.extension.click(closed.page);
      await closed.panel.waitForState(['classifying'], 60_000);
      await closed.page.close();
      const first = await run.read(`${site.origin}/policy`);
      const page = await run.browser.newPage({ type: 'window' });
      await run.extension.watch(page);
      await page.goto(`${site.origin}/policy?window`);
      const second = { page, panel: panelOf(page) };
      await run.extension.click(page);
      await second.panel.waitForState(['ready']);
      expect(await first.panel.state()).toBe('ready');
      await run.closePanel(second);
      expect(await first.panel.state()).toBe('ready');
      await run.closePanel(first);
      expect(await run.extension.errors()).toEqual([]);
      await first.page.close();
      await page.close();
    });
  }
});

describe('in chrome', () => {
  it('takes its panel away when its extension is removed in the middle', async () => {
    const site = await serveFaults();
    const run = await startExtension('chrome');
    try {
      const { page, panel } = await run.open(`${site.origin}/long`);
      await run.extension.click(page);
      await panel.waitForState(['classifying'], 60_000);
      await run.browser.uninstallExtension(run.extension.id);
      // At the next change of the page, at the latest, the script that is left over cleans up.
      await page.evaluate(() => document.body.append('One more line.'));
      await expect
        .poll(async () => (await page.$$('clausemark-panel')).length, { timeout: 20_000 })
        .toBe(0);
      expect(Object.keys(await highlightsOf(page))).toEqual([]);
      expect(await run.extension.errors()).toEqual([]);
    } finally {
      await run.close();
      await site.close();
    }
  });
});
