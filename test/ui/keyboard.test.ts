import type { Page, SerializedAXNode } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { FINDINGS } from '../gallery/policy.ts';
import { BROWSERS } from '../support/browser.ts';
import { calls, click, focusedFinding, showPanel, withGallery } from './gallery-page.ts';

/** Findings in the order of the panel: by topic, as the reader sees them. */
const ORDER = ['TRK', 'ADS', 'LOC', 'COL', 'SEN', 'USE', 'LGB', 'MKT', 'AIM', 'SHR', 'SAL', 'GOV']
  .concat(['MRG', 'INT', 'OPT', 'SIG', 'RGT', 'RET', 'SEC', 'KID', 'CHG', 'CON'])
  .flatMap((code) => FINDINGS.filter(({ topic }) => topic === code).map(({ id }) => id));

/** Roles and names of everything that Tab stops at, one by one, until it leaves the panel. */
async function tabStops(page: Page): Promise<string[]> {
  const stops: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const active = Gallery.shown().root.activeElement;
      return active === null
        ? null
        : `${active.localName}.${active.className} ${active.textContent.slice(0, 40)}`;
    });
    if (stop === null) break;
    stops.push(stop);
  }
  return stops;
}

/** Role and name of every part of an accessibility tree. */
function partsOf(node: SerializedAXNode | null): string[] {
  if (node === null) return [];
  return [`${node.role}: ${node.name}`, ...(node.children ?? []).flatMap(partsOf)];
}

describe.each(BROWSERS)('by keyboard alone in %s', (name) => {
  it('steps through the findings and shows each, with focus staying in the panel', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'ready');
      await page.evaluate(() => Gallery.shown().handle.focus());
      const seen: (string | null)[] = [];
      for (const key of ['j', 'J', 'ArrowDown', 'k', 'ArrowUp', 'End', 'j', 'Home', 'k'] as const) {
        await page.keyboard.press(key);
        seen.push(await focusedFinding(page));
      }
      const last = ORDER.length - 1;
      const expected = [0, 1, 2, 1, 0, last, last, 0, 0].map((index) => ORDER[index]);
      expect(seen).toEqual(expected);
      expect(await calls(page)).toEqual(expected.map((id) => ['onFocusFinding', id]));
    });
  });

  it('jumps with Enter, and gives up focus so that the page can have it', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'ready');
      await page.evaluate(() => Gallery.shown().handle.focus());
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      expect((await calls(page)).at(-1)).toEqual(['onJump', ORDER[0]]);
      expect(await page.evaluate(() => Gallery.shown().root.activeElement)).toBeNull();
    });
  });

  it('closes with Escape, but first empties a search', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'ready');
      await page.evaluate(() => Gallery.shown().handle.focus());
      await page.keyboard.press('/');
      await page.keyboard.type('jack');
      expect(await calls(page)).toEqual([]);
      await page.keyboard.press('Escape');
      const query = await page.evaluate(
        () => Gallery.shown().root.querySelector<HTMLInputElement>('.search-box')!.value,
      );
      expect(query).toBe('');
      await page.keyboard.press('Escape');
      expect(await calls(page)).toEqual([['onClose']]);
    });
  });

  it('leaves the page’s own keys and focus alone', async () => {
    await withGallery(name, async (page) => {
      await page.focus('#link');
      await showPanel(page, 'ready');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
      await page.keyboard.press('j');
      await page.keyboard.press('Escape');
      expect(await calls(page)).toEqual([]);
    });
  });
});

describe('by keyboard alone', () => {
  it('reaches every control once, in the order of the panel, and then leaves it', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      await page.evaluate(() => Gallery.shown().handle.focus());
      const stops = await tabStops(page);
      const has = (start: string) => stops.findIndex((stop) => stop.startsWith(start));
      expect(stops.length).toBeLessThan(80);
      const order = [
        'button.tool',
        'summary.',
        'button.more',
        'a.action-label',
        'input.search-box',
      ];
      const places = [...order, 'button.chip', 'button.topic-row'].map((start) => has(start));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0]).toBe(0);
    });
  });

  it('changes the width within its limits', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready', { width: 400 });
      await page.evaluate(() => {
        Gallery.shown().root.querySelector<HTMLElement>('.resize')!.focus();
      });
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowRight');
      for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowRight');
      const widths = (await calls(page)).map(([, change]) => (change as { width: number }).width);
      expect(widths).toEqual([420, 400, 380, 360, 340, 320, 320, 320]);
      expect(await page.evaluate(() => Gallery.shown().handle.insets().right)).toBe(320);
    });
  });

  it('names the parts of the panel for those who hear it', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'active');
      const parts = new Set(partsOf(await page.accessibility.snapshot()));
      for (const part of [
        'region: Clausemark: what this policy says',
        'heading: Northlake Outfitters',
        'heading: Tracking',
        'separator: Width of the panel',
        'button: Close',
        'searchbox: Search the sentences',
        'button: Data collected Says it does 2 sentences',
      ]) {
        expect(parts).toContain(part);
      }
      expect([...parts].filter((part) => part.startsWith('region'))).toHaveLength(1);
      const finding = await page.evaluate(
        () => Gallery.shown().root.querySelector('[data-finding-id=c6-COL]')?.textContent,
      );
      expect(finding).toContain('your name, delivery address');
      expect(finding).toContain('Says it does');
    });
  });

  it('drags the edge with the mouse, keeping only the last width', async () => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width: 1000, height: 700 });
      await showPanel(page, 'ready', { width: 400 });
      await page.mouse.move(600, 300);
      await page.mouse.down();
      await page.mouse.move(560, 300);
      await page.mouse.move(500, 300);
      await page.mouse.up();
      expect(await calls(page)).toEqual([['onSettings', { width: 500 }]]);
      await click(page, '.bar [data-tool=swap]');
      expect(await page.evaluate(() => Gallery.shown().handle.insets())).toEqual({
        top: 0,
        right: 0,
        bottom: 0,
        left: 500,
      });
    });
  });
});
