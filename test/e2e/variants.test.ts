/** The same policy under conditions that break careless extensions. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemoSite } from '../../src/cli/demo-site.ts';
import { pageMarkup } from '../../src/cli/drive-page.ts';
import type { StaticServer } from '../../src/cli/static-server.ts';
import { BROWSERS } from '../support/browser.ts';
import { highlightsOf, startExtension } from '../support/extension.ts';
import type { Run } from '../support/extension.ts';

describe.each(BROWSERS)('in %s', (name) => {
  let site: StaticServer;
  let run: Run;

  beforeAll(async () => {
    site = await serveDemoSite();
    run = await startExtension(name);
  });
  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('works under a strict Content-Security-Policy', async () => {
    const { page, panel } = await run.read(`${site.origin}/strict/privacy`);
    const [root] = await panel.query('[data-state]');
    // Without our style sheet the panel would not be a column at the side.
    expect(root?.box.width).toBeLessThan(600);
    expect(root?.box.width).toBeGreaterThan(200);
    expect(Object.keys(await highlightsOf(page))).toContain('clausemark-SHR');
    await panel.click('[data-topic="SHR"] button[aria-expanded]');
    await panel.click('[data-topic="SHR"] [data-finding-id]');
    await expect
      .poll(async () => Object.keys(await highlightsOf(page)))
      .toContain('clausemark-active');
    expect(await run.extension.errors()).toEqual([]);
    await page.close();
  });

  it('keeps its own looks inside a page with hostile style sheets', async () => {
    const { page, panel } = await run.read(`${site.origin}/hostile/privacy`);
    const [root] = await panel.query('[data-state]');
    expect(root?.box.width).toBeGreaterThan(200);
    expect(root?.box.height).toBeGreaterThan(400);
    expect(root?.reachable).toBe(true);
    await panel.click('[data-topic="TRK"] button[aria-expanded]');
    expect((await panel.query('[data-topic="TRK"] [data-finding-id]')).length).toBeGreaterThan(3);
    await page.close();
  });

  it('follows a single-page application from the start page to a policy that renders late', async () => {
    const { page, panel } = await run.read(`${site.origin}/spa`, ['not-policy', 'empty']);
    await page.click('a[href="/spa/legal"]');
    await panel.waitForState(['ready']);
    expect(Object.keys(await highlightsOf(page))).toContain('clausemark-SHR');
    await page.click('a[href="/spa"]');
    await panel.waitForState(['not-policy', 'empty']);
    const left = Object.values(await highlightsOf(page)).flat();
    expect(left).toEqual([]);
    await run.closePanel({ page, panel });
    expect(Object.keys(await highlightsOf(page))).toEqual([]);
    expect(await run.extension.errors()).toEqual([]);
    await page.close();
  });

  it('drops highlights of text that the page replaces and keeps their quotes', async () => {
    const { page, panel } = await run.read(`${site.origin}/privacy`);
    await panel.click('[data-topic="MRG"] button[aria-expanded]');
    const [finding] = await panel.query('[data-topic="MRG"] [data-finding-id]');
    await page.evaluate(() => {
      for (const paragraph of document.querySelectorAll('p')) {
        if (paragraph.textContent.includes('is merged, acquired or sold')) {
          paragraph.textContent = 'Another text stands here now.';
        }
      }
    });
    await expect
      .poll(
        async () => {
          const [now] = await panel.query('[data-topic="MRG"] [data-finding-id]');
          return now?.attributes['aria-disabled'];
        },
        { timeout: 15_000 },
      )
      .toBe('true');
    const [kept] = await panel.query('[data-topic="MRG"] [data-finding-id] q');
    expect(finding?.text).toContain(kept?.text);
    await page.close();
  });

  it('offers the policy on a page that is none, and reads it anyway when asked to', async () => {
    const { page, panel } = await run.read(`${site.origin}/article`, ['not-policy']);
    const links = await panel.query('a[href]');
    expect(links.map(({ attributes }) => attributes['href'])).toContain(`${site.origin}/privacy`);
    const buttons = await panel.query('button.button');
    const anyway = buttons.findIndex(({ text }) => text === 'Read it anyway');
    await panel.click('button.button', anyway);
    await panel.waitForState(['ready']);
    expect(await panel.query('[data-topic]')).toHaveLength(22);
    await page.close();
  });

  it('does not change a page that is no policy', async () => {
    const opened = await run.open(`${site.origin}/`);
    const before = await pageMarkup(opened.page);
    await run.extension.click(opened.page);
    await opened.panel.waitForState(['not-policy']);
    await run.closePanel(opened);
    await expect.poll(() => pageMarkup(opened.page)).toBe(before);
    await opened.page.close();
  });
});
