/** Opens the gallery in a browser page; shared by the interface tests. */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { bundle } from '../../src/cli/page-bundle.ts';
import type { PanelSettings } from '../../src/ui/settings.ts';
import type * as GalleryCode from '../gallery/gallery.ts';
import { sharedBrowser, withPage } from '../support/browser.ts';
import type { BrowserName } from '../../src/cli/browser/find.ts';

/** Text for the panel to stand beside. */
export const PAGE = `<!doctype html><html lang="en"><title>Policy</title><main><h1>Policy</h1>
<p>We use cookies. <a href="#x" id="link">A link of the page</a></p></main></html>`;

declare global {
  var Gallery: typeof GalleryCode;
}

/** Opens `html` with the gallery in it and closes it again. */
export async function withGallery<T>(
  name: BrowserName,
  use: (page: Page) => Promise<T>,
  html: string = PAGE,
): Promise<T> {
  return withPage(await sharedBrowser(name), html, async (page) => {
    await page.evaluate(await bundle('test/gallery/gallery.ts', 'Gallery'));
    return use(page);
  });
}

/** Shows the panel in a state. */
export async function showPanel(
  page: Page,
  view: GalleryCode.ViewName,
  settings: Partial<PanelSettings> = {},
  locale = 'en',
): Promise<void> {
  await page.evaluate(
    (name, placed, language) => Gallery.showPanel(name, placed, language),
    view,
    settings,
    locale,
  );
}

/** Where the centre of the first match inside the panel is, in the window; scrolled to before. */
export async function centreOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const element = Gallery.shown().root.querySelector(wanted);
    if (element === null) throw new Error(`Nothing matches ${wanted}`);
    element.scrollIntoView({ block: 'nearest' });
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, selector);
}

/** Clicks, with the real mouse, the first match inside the panel. */
export async function click(page: Page, selector: string): Promise<void> {
  const { x, y } = await centreOf(page, selector);
  await page.mouse.click(x, y);
}

/** What the panel asked for so far. */
export async function calls(page: Page): Promise<readonly GalleryCode.Call[]> {
  return page.evaluate(() => [...Gallery.shown().calls]);
}

/** The finding that has focus in the panel, if any. */
export async function focusedFinding(page: Page): Promise<string | null> {
  return page.evaluate(
    () => (Gallery.shown().root.activeElement as HTMLElement | null)?.dataset.findingId ?? null,
  );
}

/**
 * Violations that axe-core finds in the page and the panel: rule and offending elements. The panel is
 * moved into `body` for it, because axe measures contrast only there; it is positioned all the same.
 */
export async function axe(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(source, 'utf8'));
  return page.evaluate(async (which) => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run: (context: unknown, options: unknown) => Promise<AxeResult> };
    };
    const host = document.querySelector('clausemark-panel');
    if (host !== null) document.body.append(host);
    const { violations, incomplete } = await checker.run(host ?? document, {
      // The frame through which text is copied is empty, and nobody sees or hears it.
      iframes: false,
      runOnly:
        which === 'all'
          ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
          : ['color-contrast'],
    });
    // What could not be measured is not clean either.
    const unsure = incomplete.filter(({ id }) => id === 'color-contrast');
    return [...violations, ...unsure].map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }, rules);
}

interface Finding {
  readonly id: string;
  readonly nodes: readonly { html: string }[];
}

interface AxeResult {
  readonly violations: readonly Finding[];
  readonly incomplete: readonly Finding[];
}
