/** Pages look, pixel by pixel, after the panel was closed as they looked before it was opened. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHtmlAt } from '../../src/cli/browser/open-html.ts';
import { checkLayout } from '../../src/cli/layout-check.ts';
import { startExtension } from '../support/extension.ts';
import type { Run } from '../support/extension.ts';

/** Pages that are laid out in as many ways: `test/fixtures/pages`. */
const PAGES = [
  'accordion',
  'dialog',
  'layout-table',
  'shadow-root',
  'tabs',
  'two-columns',
] as const;

describe('the layout of a page in chrome', () => {
  let run: Run;
  beforeAll(async () => {
    run = await startExtension('chrome');
  });
  afterAll(async () => {
    await run?.close();
  });

  it.each(PAGES)('is the same before and after: %s', async (name) => {
    const file = new URL(`../fixtures/pages/${name}/source.html`, import.meta.url);
    const html = await readFile(fileURLToPath(file), 'utf8');
    const page = await openHtmlAt(run.browser, html, 'https://fixture.example/privacy');
    try {
      expect(await checkLayout(run.browser, run.extension, page)).toMatchObject({
        outcome: 'same',
        pixels: 0,
        errors: [],
      });
    } finally {
      await page.close();
    }
  });

  it('is told apart where it differs, and where the page moves by itself', async () => {
    const moving = `<!doctype html><title>Privacy Policy</title><h1>Privacy Policy</h1>
      <p id="clock">0</p><script>setInterval(() => { clock.textContent = performance.now(); }, 50);</script>`;
    const changing = `<!doctype html><title>Privacy Policy</title><h1>Privacy Policy</h1>
      <p id="note">We set cookies.</p><script>
      new MutationObserver(() => { note.textContent = 'We were opened.'; })
        .observe(document.documentElement, { childList: true });</script>`;
    for (const [html, outcome] of [
      [moving, 'unsteady'],
      [changing, 'different'],
    ] as const) {
      const page = await openHtmlAt(run.browser, html, 'https://fixture.example/privacy');
      expect((await checkLayout(run.browser, run.extension, page)).outcome).toBe(outcome);
      await page.close();
    }
  });
});
