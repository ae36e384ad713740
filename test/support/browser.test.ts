import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../src/cli/page-bundle.ts';
import { BROWSERS, evaluateWithBundle, sharedBrowser, withPage } from './browser.ts';

const SOURCE = `
import { render } from 'preact';
import css from './look.css?inline';
export function count(selector: string): number {
  return document.querySelectorAll(selector).length;
}
export function show(): string {
  render(<b title="x">{css.length > 0 ? 'styled' : 'bare'}</b>, document.body);
  return document.body.innerHTML;
}
`;

describe.each(BROWSERS)('the shared %s', (name) => {
  // Inside the repository, so that the bundled source finds the installed packages.
  let folder: string;
  beforeAll(async () => {
    const cache = join(import.meta.dirname, '..', '..', '.cache');
    await mkdir(cache, { recursive: true });
    folder = await mkdtemp(join(cache, 'probe-'));
    await writeFile(join(folder, 'entry.tsx'), SOURCE);
    await writeFile(join(folder, 'look.css'), 'b { color: red }');
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('shows a page at the address asked for and runs a bundle in it', async () => {
    const script = await bundle(join(folder, 'entry.tsx'), 'Probe');
    const browser = await sharedBrowser(name);
    const url = 'https://acme.example/legal/privacy?lang=en#top';
    await withPage(
      browser,
      '<title>A</title><p>1<p>2',
      async (page) => {
        expect(await page.evaluate(() => location.href)).toBe(url);
        const seen = await evaluateWithBundle(
          page,
          script,
          (code, selector) => {
            const probe = code as { count(selector: string): number; show(): string };
            return [probe.count(selector), probe.show()];
          },
          ['p'],
          'Probe',
        );
        expect(seen).toEqual([2, expect.stringContaining('<b title="x">styled</b>')]);
      },
      { url },
    );
  });

  it('lets nothing of a page out to the network', async () => {
    const html =
      '<p>x</p><script>fetch("/other").then((r) => (document.title = r.status))</script>';
    await withPage(await sharedBrowser(name), html, async (page) => {
      await page.waitForFunction(() => document.title !== '');
      expect(await page.title()).toBe('404');
    });
  });
});
