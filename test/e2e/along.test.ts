/** The label, the map and reading along, in the built extension. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemoSite } from '../../src/cli/demo-site.ts';
import { pageMarkup } from '../../src/cli/drive-page.ts';
import type { StaticServer } from '../../src/cli/static-server.ts';
import { BROWSERS } from '../support/browser.ts';
import { highlightsOf, startExtension } from '../support/extension.ts';
import type { OpenPage, Run } from '../support/extension.ts';

describe.each(BROWSERS)('reading along in %s', (name) => {
  let site: StaticServer;
  let run: Run;
  let opened: OpenPage;
  let before: string;

  beforeAll(async () => {
    site = await serveDemoSite();
    run = await startExtension(name);
    opened = await run.open(`${site.origin}/privacy`);
    await opened.page.setViewport({ width: 1200, height: 800 });
    before = await pageMarkup(opened.page);
    await run.extension.click(opened.page);
    await opened.panel.waitForState(['ready']);
  });
  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('shows every topic in the label, and both sentences of a contradiction', async () => {
    const { panel } = opened;
    expect(await panel.query('.badge, .grid-cell')).toHaveLength(18);
    const contradicted = await panel.query('.topic[data-stance=contradicts]');
    const both = await panel.query('[data-contradiction]');
    expect(both.map(({ attributes }) => attributes['data-contradiction']).toSorted()).toEqual(
      contradicted.map(({ attributes }) => attributes['data-topic']).toSorted(),
    );
    expect(await panel.query('.one-side')).toHaveLength(2 * both.length);
  });

  it('maps the findings beside the page, and leads to one', async () => {
    const { page, panel } = opened;
    await expect.poll(async () => (await panel.query('.bucket')).length).toBeGreaterThan(10);
    const [map] = await panel.query('.minimap');
    const width = await page.evaluate(() => document.documentElement.clientWidth);
    const [body] = await panel.query('.body');
    expect(map!.box.x + map!.box.width).toBe(body!.box.x);
    expect(body!.box.x + body!.box.width).toBe(width);
    const buckets = await panel.query('.bucket');
    const low = buckets.findIndex(({ box }) => box.y > 500);
    await panel.click('.bucket', low);
    await expect.poll(async () => (await highlightsOf(page))['clausemark-active']?.length).toBe(1);
    await expect.poll(() => page.evaluate(() => scrollY > 500)).toBe(true);
    const current = await panel.query('.bucket[aria-current=true]');
    expect(current).toHaveLength(1);
  });

  it('names what stands where the reader reads', async () => {
    const { page, panel } = opened;
    // Scrolled again each time: on a busy machine the first may come before the page has its layout.
    const at = (id: string) => async () => {
      await page.evaluate((heading) => {
        const { top } = document.getElementById(heading)!.getBoundingClientRect();
        scrollBy({ top: top - 100, behavior: 'instant' });
      }, id);
      return (await panel.query('.reading-section'))[0]?.text ?? '';
    };
    const patience = { timeout: 10_000 };
    await expect.poll(at('share'), patience).toContain('Who we share it with');
    const topics = async () => (await panel.query('.reading-topics'))[0]?.text ?? '';
    await expect.poll(topics, patience).toContain('Shares data');
    await expect.poll(at('cookies'), patience).toContain('Cookies and tracking');
  });

  it('shows the place of a finding that is pointed at, without moving the page', async () => {
    const { page, panel } = opened;
    await panel.click('[data-topic="RET"] button[aria-expanded]');
    const [card] = await panel.query('[data-topic="RET"] [data-finding-id]');
    const scrolled = await page.evaluate(() => scrollY);
    await page.mouse.move(card!.box.x + 40, card!.box.y + 20);
    await page.mouse.move(card!.box.x + 44, card!.box.y + 20);
    const shown = async () => (await highlightsOf(page))['clausemark-preview'] ?? [];
    await expect.poll(async () => (await shown()).length).toBe(1);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await page.mouse.move(100, 300);
    await expect.poll(shown).toEqual([]);
  });

  it('opens the card of a sentence that is clicked while the panel is collapsed', async () => {
    const { page, panel } = opened;
    await panel.click('[data-tool="collapse"]');
    const place = await page.evaluate(() => {
      const sentence = [...document.querySelectorAll('p')].find((one) =>
        one.textContent.includes('We do not sell your personal information'),
      )!;
      sentence.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top } = sentence.getBoundingClientRect();
      return { x: left + 30, y: top + 12 };
    });
    await page.mouse.click(place.x, place.y);
    await expect
      .poll(async () => (await panel.query('[data-finding-id][aria-current]'))[0]?.text ?? '')
      .toContain('We do not sell your personal information');
    const [root] = await panel.query('.panel');
    expect(root!.attributes['data-collapsed']).toBe('false');
    expect(await panel.focused()).toBeNull();
  });

  it('lists the keys on "?", and leaves the page as it was when it is closed', async () => {
    const { page, panel } = opened;
    await panel.click('[data-topic="SEC"] button[aria-expanded]');
    await page.keyboard.type('?');
    await expect.poll(async () => (await panel.query('[role=dialog]')).length).toBe(1);
    await panel.press('Escape');
    await expect.poll(async () => (await panel.query('[role=dialog]')).length).toBe(0);
    expect(await panel.isOpen()).toBe(true);
    await panel.press('Escape');
    await panel.waitForClosed();
    await expect.poll(() => pageMarkup(page)).toBe(before);
    expect(await run.extension.errors()).toEqual([]);
  });
});
