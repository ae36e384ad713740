/**
 * `node src/cli/icons.ts`: renders the drawings in `docs/brand/` into the PNG files that the
 * extension ships. Run by hand after a drawing changed.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser/launch.ts';
import { openHtmlAt } from './browser/open-html.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Sizes that Chromium and Firefox ask for in toolbars, menus, lists and stores, px. */
const SIZES = [16, 32, 48, 96, 128] as const;

/** Drawing → prefix of its files. */
const DRAWINGS = [
  ['icon', ''],
  ['icon-policy', 'policy-'],
] as const;

const browser = await launchBrowser({ browser: 'chrome' });
try {
  for (const [drawing, prefix] of DRAWINGS) {
    for (const size of SIZES) {
      const file = size === 16 ? `${drawing}-16.svg` : `${drawing}.svg`;
      const svg = await readFile(`${ROOT}docs/brand/${file}`, 'utf8');
      const html = `<!doctype html><style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`;
      const page = await openHtmlAt(browser, html, 'https://icons.example/');
      await page.setViewport({ width: size, height: size });
      await page.screenshot({
        path: `${ROOT}assets/icon/${prefix}${size}.png`,
        omitBackground: true,
      });
      await page.close();
    }
  }
} finally {
  await browser.close();
}
