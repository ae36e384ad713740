/**
 * `node src/cli/screenshots.ts [--out DIR] [--locales en,de] [--only NAME,…]`: pictures of every state
 * of every surface, light and dark, in three widths. For looking at; nothing is compared.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from './browser/launch.ts';
import { openHtmlAt } from './browser/open-html.ts';
import { bundle } from './page-bundle.ts';

/** Widths of the window, px: WCAG's narrowest, a phone, and a small laptop with the panel docked. */
const WIDTHS = [320, 400, 760] as const;

const THEMES = ['light', 'dark'] as const;

/** Height of the window for the panel, px; pages are pictured whole. */
const HEIGHT = 900;

/** Text of our own for the panel to stand beside, in the theme's colours as a page would have them. */
const PAGE = `<!doctype html><html lang="en"><title>Northlake Outfitters</title>
<style>body{margin:40px;max-width:60ch;font:17px/1.6 serif}@media(prefers-color-scheme:dark){body{background:#101214;color:#d8d8d8}}</style>
<h1>Privacy Policy</h1>${'<p>When you visit our shop, we and our measurement partners set cookies. We do not sell your personal data.</p>'.repeat(30)}`;

/** What the gallery, bundled from `test/gallery/`, offers in the page. */
interface SurfaceGallery {
  readonly viewNames: readonly string[];
  readonly PAGES: Readonly<Record<string, unknown>>;
  readonly showPanel: (view: string, settings: object, locale: string) => void;
  readonly hidePanel: () => void;
  readonly showPage: (name: string, locale: string) => void;
}

declare const Gallery: SurfaceGallery;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '.out/screenshots' },
    locales: { type: 'string', default: 'en' },
    only: { type: 'string' },
  },
});
const only = values.only?.split(',');
const script = await bundle('test/gallery/gallery.ts', 'Gallery');

async function openGallery(browser: Browser, width: number, theme: string): Promise<Page> {
  const page = await openHtmlAt(browser, PAGE, 'https://www.northlake.example/privacy');
  await page.setViewport({ width, height: HEIGHT });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.evaluate(script);
  return page;
}

const browser = await launchBrowser({ browser: 'chrome' });
let pictures = 0;
try {
  for (const locale of values.locales.split(',')) {
    for (const theme of THEMES) {
      for (const width of WIDTHS) {
        const folder = join(values.out, locale, theme, String(width));
        await mkdir(folder, { recursive: true });
        const page = await openGallery(browser, width, theme);
        const names = await page.evaluate(() => ({
          views: Gallery.viewNames,
          pages: Object.keys(Gallery.PAGES),
        }));
        const wanted = (name: string) => only === undefined || only.includes(name);
        for (const name of names.views.filter(wanted)) {
          await page.evaluate((view, words) => Gallery.showPanel(view, {}, words), name, locale);
          await page.screenshot({ path: join(folder, `panel-${name}.png`) });
          pictures += 1;
        }
        for (const name of names.pages.filter(wanted)) {
          await page.evaluate(
            (one, words) => {
              Gallery.hidePanel();
              for (const style of document.querySelectorAll('style')) style.remove();
              Gallery.showPage(one, words);
            },
            name,
            locale,
          );
          await page.screenshot({ path: join(folder, `page-${name}.png`), fullPage: true });
          pictures += 1;
        }
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
}
process.stdout.write(`${pictures} pictures in ${values.out}\n`);
