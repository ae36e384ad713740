/**
 * `npm run screenshots -- [--out DIR] [--locales en,de] [--only NAME,…]`: pictures of every state of
 * every surface, light and dark, in three widths, for looking at; nothing is compared. And the
 * pictures of the README and of the stores, which go to `docs/pictures` and `docs/store/pictures`;
 * `--only readme,store` takes no others.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from './browser/launch.ts';
import { openHtmlAt } from './browser/open-html.ts';
import { bundle } from './page-bundle.ts';
import { takeReadmePictures } from './readme-pictures.ts';
import { takeStorePictures } from './store-pictures.ts';

/** Widths of the window, px: WCAG's narrowest, a phone, and a small laptop with the panel docked. */
const WIDTHS = [320, 400, 760] as const;

/** Pictures of the built extension → their folder. */
const OF_THE_BUILD = {
  readme: { take: takeReadmePictures, folder: 'docs/pictures' },
  store: { take: takeStorePictures, folder: 'docs/store/pictures' },
} as const;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

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
    locales: { type: 'string', default: 'en,de' },
    only: { type: 'string' },
  },
});
const only = values.only?.split(',');
const wanted = (name: string) => only === undefined || only.includes(name);
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

/** Pictures of all wanted states in one language, colours and width; answers how many. */
async function takeStates(
  browser: Browser,
  locale: string,
  theme: string,
  width: number,
): Promise<number> {
  const folder = join(values.out, locale, theme, String(width));
  await mkdir(folder, { recursive: true });
  const page = await openGallery(browser, width, theme);
  const names = await page.evaluate(() => ({
    views: Gallery.viewNames,
    pages: Object.keys(Gallery.PAGES),
  }));
  const views = names.views.filter(wanted);
  for (const name of views) {
    await page.evaluate((view, words) => Gallery.showPanel(view, {}, words), name, locale);
    await page.screenshot({ path: join(folder, `panel-${name}.png`) });
  }
  const pages = names.pages.filter(wanted);
  for (const name of pages) {
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
  }
  await page.close();
  return views.length + pages.length;
}

if (only?.every((name) => Object.hasOwn(OF_THE_BUILD, name)) !== true) {
  const browser = await launchBrowser({ browser: 'chrome' });
  let pictures = 0;
  try {
    for (const locale of values.locales.split(',')) {
      for (const theme of THEMES) {
        for (const width of WIDTHS) pictures += await takeStates(browser, locale, theme, width);
      }
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${pictures} pictures in ${values.out}\n`);
}
for (const [name, { take, folder }] of Object.entries(OF_THE_BUILD)) {
  if (!wanted(name)) continue;
  const names = await take(join(ROOT, folder));
  process.stdout.write(`${names.join(', ')} in ${folder}\n`);
}
