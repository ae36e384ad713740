/** What becomes of an open panel whose extension is updated or switched off under it. */
import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';
import { pageMarkup } from '../../src/cli/drive-page.ts';
import { serve } from '../../src/cli/static-server.ts';
import type { StaticServer } from '../../src/cli/static-server.ts';
import { BROWSERS } from '../support/browser.ts';
import { startExtension } from '../support/extension.ts';
import type { OpenPage, Run } from '../support/extension.ts';
import { longPolicy } from '../support/texts.ts';

let site: StaticServer;
let run: Run | null = null;
beforeAll(async () => {
  site = await serve({
    route: ({ pathname }) => ({ body: longPolicy(pathname === '/long' ? 60_000 : 800) }),
  });
});
afterEach(async () => {
  await run?.close();
  run = null;
});
afterAll(async () => {
  await site?.close();
});

/** Starts a browser and clicks on a page; `before` is how the page was. */
async function begin(
  name: (typeof BROWSERS)[number],
  path: string,
): Promise<OpenPage & { before: string; run: Run }> {
  run = await startExtension(name);
  const opened = await run.open(site.origin + path);
  const before = await pageMarkup(opened.page);
  await run.extension.click(opened.page);
  return { ...opened, before, run };
}

const PATIENCE = { timeout: 20_000, interval: 200 };

describe.each(BROWSERS)('in %s', (name) => {
  it('an update in the middle leaves one panel at most, and the next click a working one', async () => {
    const { page, panel, before, run: started } = await begin(name, '/long');
    await panel.waitForState(['classifying'], 60_000);
    await started.extension.update();
    // Firefox ends old scripts before they can clean up; what they left goes with the next click.
    if (name === 'chrome') await expect.poll(() => pageMarkup(page), PATIENCE).toBe(before);
    await page.goto(`${site.origin}/policy`);
    await started.extension.click(page);
    await panel.waitForState(['ready'], 60_000);
    expect(await started.extension.errors()).toEqual([]);
  });

  it('an update of an idle panel gives way to a new one, and nothing stays when that closes', async () => {
    const { page, panel, before, run: started } = await begin(name, '/policy');
    await panel.waitForState(['ready']);
    await started.extension.update();
    if (name === 'chrome') await expect.poll(() => pageMarkup(page), PATIENCE).toBe(before);
    await started.extension.click(page);
    await expect
      .poll(
        () => started.extension.inReader(page, '__clausemark.open').catch(() => false),
        PATIENCE,
      )
      .toBe(true);
    await panel.waitForState(['ready']);
    expect(await page.$$('clausemark-panel')).toHaveLength(1);
    await started.closePanel({ page, panel });
    await expect.poll(() => pageMarkup(page)).toBe(before);
    expect(await started.extension.errors()).toEqual([]);
  });
});

describe('in chrome', () => {
  it('a panel whose extension is switched off goes away by itself', async () => {
    const { page, panel, before, run: started } = await begin('chrome', '/long');
    await panel.waitForState(['classifying'], 60_000);
    await started.extension.disable();
    await expect.poll(() => pageMarkup(page), PATIENCE).toBe(before);
    expect(await started.extension.errors()).toEqual([]);
  });
});
