/** Pages and events that go wrong: each ends in a clear state and leaves nothing behind. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FINAL_STATES, pageMarkup } from '../../src/cli/drive-page.ts';
import { serve } from '../../src/cli/static-server.ts';
import type { Answer, StaticServer } from '../../src/cli/static-server.ts';
import { BROWSERS } from '../support/browser.ts';
import { changedBuild, startExtension } from '../support/extension.ts';
import type { OpenPage, Run } from '../support/extension.ts';
import { germanPolicy, longPolicy, page as wholePage } from '../support/texts.ts';

/** Long enough for 100,000 words on a slow machine. */
const LONG_MS = 90_000;

const RESTLESS = `<script>
  setInterval(() => {
    const box = document.createElement('p');
    box.textContent = 'Offer of the second: ' + Math.random();
    document.body.append(box);
    if (document.body.children.length > 20) document.body.children[5].remove();
  }, 15);
</script>`;

function answer({ pathname }: URL): Answer | null {
  switch (pathname) {
    case '/empty':
      return { body: '' };
    case '/stub':
      return { body: longPolicy(1000) };
    case '/long':
      return { body: longPolicy(100_000) };
    case '/german':
      return { body: germanPolicy() };
    case '/restless':
      return { body: longPolicy(3000).replace('</body>', `${RESTLESS}</body>`) };
    case '/other':
      return { body: wholePage('Bikes', '<h1>Bikes</h1><p>Red ones and blue ones.</p>') };
    default:
      return null;
  }
}

describe.each(BROWSERS)('in %s', (name) => {
  let site: StaticServer;
  let run: Run;
  beforeAll(async () => {
    site = await serve({ route: answer });
    run = await startExtension(name);
  });
  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  /** Opens, clicks, waits for a final state, looks, closes the panel and compares the page. */
  async function readAndClose(
    path: string,
    look: (opened: OpenPage, state: string) => Promise<void>,
  ): Promise<void> {
    const opened = await run.open(site.origin + path);
    const before = await pageMarkup(opened.page);
    await run.extension.click(opened.page);
    const state = await opened.panel.waitForState(FINAL_STATES, LONG_MS);
    await look(opened, state);
    await run.closePanel(opened);
    await expect.poll(() => pageMarkup(opened.page)).toBe(before);
    expect(await run.extension.errors()).toEqual([]);
    await opened.page.close();
  }

  it('says that an empty page is empty', async () => {
    await readAndClose('/empty', async (_, state) => {
      expect(state).toBe('empty');
    });
  });

  it('reads a policy of 1,000 words', async () => {
    await readAndClose('/stub', async ({ panel }, state) => {
      expect(state).toBe('ready');
      const [sale] = await panel.query('[data-topic="SAL"]');
      expect(sale?.attributes['data-stance']).toBe('denies');
    });
  });

  it('reads a policy of 100,000 words to its end', async () => {
    await readAndClose('/long', async ({ panel }, state) => {
      expect(state).toBe('ready');
      expect(await panel.text()).toMatch(/10\d,\d{3} words/);
    });
  });

  it('names the language of a page that it cannot judge', async () => {
    await readAndClose('/german', async ({ panel }, state) => {
      expect(state).toBe('language');
      const text = await panel.text();
      expect(text).toContain('German');
      expect(text).toContain('English only');
    });
  });

  it('reads a page that never rests', async () => {
    const { page, panel } = await run.read(`${site.origin}/restless`, FINAL_STATES);
    expect(await panel.state()).toBe('ready');
    await run.closePanel({ page, panel });
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    expect(await run.extension.errors()).toEqual([]);
    await page.close();
  });

  it('survives a navigation in the middle of an analysis', async () => {
    const { page, panel } = await run.open(`${site.origin}/long`);
    await run.extension.click(page);
    await panel.waitForState(['reading', 'classifying']);
    await page.goto(`${site.origin}/other`);
    expect(await panel.isOpen()).toBe(false);
    await run.extension.click(page);
    await panel.waitForState(['not-policy']);
    expect(await run.extension.errors()).toEqual([]);
    await page.close();
  });

  it('comes to an end when its background is stopped in the middle', async () => {
    const { page, panel } = await run.open(`${site.origin}/long`);
    await run.extension.click(page);
    await panel.waitForState(['classifying'], LONG_MS);
    await run.extension.stopBackground();
    const state = await panel.waitForState(['ready', 'error'], LONG_MS);
    if (state === 'error') {
      const buttons = await panel.query('button.button');
      expect(buttons.map(({ text }) => text)).toContain('Try again');
    }
    await run.closePanel({ page, panel });
    await page.close();
  });

  it('opens one panel at most on a double click', async () => {
    const { page, panel } = await run.open(`${site.origin}/stub`);
    const before = await pageMarkup(page);
    await Promise.all([run.extension.click(page), run.extension.click(page)]);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));
    expect((await page.$$('clausemark-panel')).length).toBeLessThanOrEqual(1);
    if (await panel.isOpen()) {
      await panel.waitForState(['ready']);
      await run.closePanel({ page, panel });
    }
    await expect.poll(() => pageMarkup(page)).toBe(before);
    expect(await run.extension.errors()).toEqual([]);
    await page.close();
  });
});

describe.each(BROWSERS)('with a damaged model in %s', (name) => {
  it('says so, and lights the error badge', async () => {
    const site = await serve({ route: answer });
    const build = await changedBuild(name, async (folder) => {
      const file = join(folder, 'model', 'clauses.bin');
      const bytes = await readFile(file);
      bytes[Math.floor(bytes.length / 2)]! ^= 0xff;
      await writeFile(file, bytes);
    });
    const run = await startExtension(name, { folder: build.folder });
    try {
      const { page, panel } = await run.read(`${site.origin}/stub`, ['error']);
      expect(await panel.text()).toContain('damaged');
      expect(await run.extension.badge(page)).toBe('!');
      expect(await run.extension.errors()).toEqual([]);
    } finally {
      await run.close();
      await build.remove();
      await site.close();
    }
  });
});
