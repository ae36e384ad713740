/** The main job without a mouse: from the opened panel to the closed one, with keys alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemoSite } from '../../src/cli/demo-site.ts';
import type { PanelElement } from '../../src/cli/browser/panel.ts';
import { pageMarkup } from '../../src/cli/drive-page.ts';
import type { StaticServer } from '../../src/cli/static-server.ts';
import { BROWSERS } from '../support/browser.ts';
import { highlightsOf, startExtension } from '../support/extension.ts';
import type { OpenPage, Run } from '../support/extension.ts';

/** More stops than the sample page and its panel have together. */
const PATIENCE = 250;

describe.each(BROWSERS)('reading a policy by keyboard alone in %s', (name) => {
  let site: StaticServer;
  let run: Run;
  let opened: OpenPage;
  let before: string;

  /** Presses Tab until it stops at a control of the panel that fits, and answers it. */
  async function tabTo(fits: (stop: PanelElement) => boolean): Promise<PanelElement> {
    for (let stop = 0; stop < PATIENCE; stop += 1) {
      await opened.page.keyboard.press('Tab');
      const focused = await opened.panel.focused();
      if (focused !== null && fits(focused)) return focused;
    }
    throw new Error('Tab stops nowhere that fits');
  }

  /** What the page highlights as the chosen sentence. */
  const chosen = async () =>
    (await highlightsOf(opened.page))['clausemark-active']?.join(' ') ?? '';

  beforeAll(async () => {
    site = await serveDemoSite();
    run = await startExtension(name);
    opened = await run.open(`${site.origin}/privacy`);
    await opened.page.focus('main a');
    before = await pageMarkup(opened.page);
    await run.extension.click(opened.page);
    await opened.panel.waitForState(['ready']);
  });
  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('begins at the heading of the panel', async () => {
    expect((await opened.panel.focused())?.tag).toMatch(/^h[1-6]$/);
  });

  it('steps through the sentences, each shown in the page, with focus in the panel', async () => {
    const seen: string[] = [];
    for (const key of ['j', 'j', 'k'] as const) {
      await opened.panel.press(key);
      const { attributes, text } = (await opened.panel.focused())!;
      expect(attributes['data-finding-id']).toBeDefined();
      expect(text).not.toBe('');
      await expect.poll(chosen).not.toBe(seen.at(-1) ?? '');
      seen.push(await chosen());
    }
    expect(seen[2]).toBe(seen[0]);
  });

  it('jumps to the sentence, and finds the way back into the panel', async () => {
    await opened.panel.press('Enter');
    await expect.poll(() => opened.panel.focused()).toBeNull();
    expect(await chosen()).not.toBe('');
    await tabTo(() => true);
  });

  it('reaches what can be done, and its sentence', async () => {
    const last = await chosen();
    await tabTo(({ tag, attributes }) => {
      return tag === 'button' && attributes['title'] === 'Show in the page';
    });
    await opened.panel.press('Enter');
    await expect.poll(chosen).not.toBe(last);
  });

  it('chooses how sure the sentences must be', async () => {
    const count = async () => (await opened.panel.query('[data-topic]')).map(({ text }) => text);
    await tabTo(({ tag, attributes }) => tag === 'input' && attributes['type'] === 'range');
    const all = (await count()).join();
    await opened.panel.press('ArrowLeft');
    await expect.poll(async () => (await count()).join()).not.toBe(all);
  });

  it('closes with Escape, and the page is where it was', async () => {
    await opened.panel.press('Escape');
    await opened.panel.waitForClosed();
    expect(await opened.page.evaluate(() => document.activeElement?.matches('main a'))).toBe(true);
    await expect.poll(() => pageMarkup(opened.page)).toBe(before);
    expect(await run.extension.errors()).toEqual([]);
  });
});
