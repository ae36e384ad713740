/** The extension's own pages in a real browser, which has style sheets of its own for such pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExtension } from '../support/extension.ts';
import type { Run } from '../support/extension.ts';

describe('the pages of the extension in chrome', () => {
  let run: Run;

  beforeAll(async () => {
    run = await startExtension('chrome');
  });
  afterAll(async () => run?.close());

  it.each(['options.html', 'welcome.html'])(
    '%s has text of the size that the reader set',
    async (name) => {
      const page = await run.browser.newPage();
      await page.goto(run.extension.address(name));
      await page.locator('main .card p').wait();
      const size = await page.$eval('main .card p', (text) => getComputedStyle(text).fontSize);
      expect(size).toBe(await page.$eval(':root', (root) => getComputedStyle(root).fontSize));
      await page.close();
    },
  );

  it('the welcome page names the keys, which the browser has given us', async () => {
    const page = await run.browser.newPage();
    await page.goto(run.extension.address('welcome.html'));
    const text = await page
      .locator('main')
      .map((main) => main.textContent)
      .wait();
    expect(text).toContain('Its shortcut is Alt+Shift+M.');
    await page.close();
  });
});
