import { describe, expect, it } from 'vitest';
import { PAGES } from '../gallery/page-names.ts';
import { VIEWS, type ViewName } from '../gallery/views.ts';
import { axe, showPanel, withGallery } from './gallery-page.ts';

const VIEW_NAMES = Object.keys(VIEWS) as ViewName[];

/** What a clean run looks like: no violation under any name. */
function clean(names: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(names.map((name) => [name, []]));
}

// What is light and what is dark differs in its colours alone.
describe.each([
  ['light', 'all'],
  ['dark', 'colours'],
] as const)('axe finds nothing in %s', (scheme, rules) => {
  it('in any state of the panel', async () => {
    await withGallery('chrome', async (page) => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const found: Record<string, string[]> = {};
      // So tall that nothing is scrolled out of view: axe does not measure what it cannot see.
      await page.setViewport({ width: 900, height: 6000 });
      for (const name of VIEW_NAMES) {
        await showPanel(page, name);
        // Everything that can be opened is part of the state.
        await page.evaluate(() => {
          for (const details of Gallery.shown().root.querySelectorAll('details')) {
            details.open = true;
          }
        });
        found[name] = await axe(page, rules);
      }
      expect(found).toEqual(clean(VIEW_NAMES));
    });
  });

  it('on any page of the extension', async () => {
    await withGallery('chrome', async (page) => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const found: Record<string, string[]> = {};
      for (const name of PAGES) {
        await page.evaluate((wanted) => Gallery.showPage(wanted), name);
        found[name] = await axe(page, rules);
      }
      expect(found).toEqual(clean(PAGES));
    });
  });
});

describe('axe finds nothing in the placement', () => {
  it.each([
    ['collapsed', { collapsed: true }, 900, 800],
    ['on the left', { side: 'left' }, 900, 5000],
    ['as a sheet', {}, 400, 8000],
    ['at 400 % zoom of a laptop', {}, 320, 200],
  ] as const)('%s', async (_, settings, width, height) => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width, height });
      await showPanel(page, 'active', settings);
      expect(await axe(page)).toEqual([]);
    });
  });
});

describe('the check itself', () => {
  it('sees into the panel', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      await page.evaluate(() => {
        const title = Gallery.shown().root.querySelector<HTMLElement>('.site')!;
        title.style.color = 'lightgray';
      });
      expect((await axe(page)).join()).toContain('color-contrast');
    });
  });
});
