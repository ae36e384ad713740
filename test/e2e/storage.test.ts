/** What is stored goes wrong, and the panel works all the same, without anything being lost. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/cli/static-server.ts';
import type { StaticServer } from '../../src/cli/static-server.ts';
import { startExtension } from '../support/extension.ts';
import type { Run } from '../support/extension.ts';
import { longPolicy } from '../support/texts.ts';

interface StorageApi {
  readonly storage: {
    readonly local: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      clear(): Promise<void>;
    };
  };
}

// Firefox has no bound that a test could reach, and its driver does not wait for pages of extensions.
describe('in chrome, when storage', () => {
  let site: StaticServer;
  let run: Run;
  let options: Page;
  beforeAll(async () => {
    site = await serve({ route: () => ({ body: longPolicy(800) }) });
    run = await startExtension('chrome');
    options = (await run.open(run.extension.address('options.html'))).page;
  });
  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  const store = (items: Record<string, unknown>) =>
    options.evaluate(async (all) => {
      const { chrome } = globalThis as unknown as { chrome: StorageApi };
      await chrome.storage.local.clear();
      await chrome.storage.local.set(all);
    }, items);

  const held = () =>
    options.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: StorageApi };
      return chrome.storage.local.get(null);
    });

  /** Reads a policy, moves the panel to the other side and answers on which it stands then. */
  async function readAndMove(): Promise<string | undefined> {
    const opened = await run.read(`${site.origin}/policy`);
    await opened.panel.click('.bar button');
    await expect
      .poll(async () => (await opened.panel.query('[data-side]'))[0]?.attributes['data-side'])
      .toBe('left');
    const [root] = await opened.panel.query('[data-side]');
    await run.closePanel(opened);
    await opened.page.close();
    return root?.attributes['data-side'];
  }

  it('is full, a page is read, and the panel moves though that is not kept', async () => {
    await options.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: StorageApi };
      await chrome.storage.local.clear();
      let size = 16 * 1024 * 1024;
      for (let number = 0; size >= 1; number += 1) {
        const item = { [`f${number}`]: 'x'.repeat(size) };
        const fits = await chrome.storage.local.set(item).then(
          () => true,
          () => false,
        );
        if (!fits) size = Math.floor(size / 2);
      }
    });
    expect(await readAndMove()).toBe('left');
    expect(Object.keys(await held())).not.toContain('settings:1');
    expect(await run.extension.errors()).toEqual([]);
  });

  it('holds what is damaged or of a newer version, both are kept beside the new value', async () => {
    await store({ 'settings:1': 'damaged', 'settings:9': { side: 'above' } });
    expect(await readAndMove()).toBe('left');
    await expect.poll(async () => (await held())['settings:1']).toMatchObject({ side: 'left' });
    const all = await held();
    expect(all['settings:9']).toEqual({ side: 'above' });
    const [, aside] = Object.entries(all).find(([key]) => key.startsWith('settings:set-aside:'))!;
    expect(aside).toEqual({ 'settings:1': 'damaged' });
    expect(await run.extension.errors()).toEqual([]);
  });
});
