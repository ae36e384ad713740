/**
 * The built production extension in a real browser, for end-to-end tests:
 *
 * ```ts
 * const run = await startExtension('firefox');
 * const { page, panel } = await run.open(`${site.origin}/privacy`);
 * await run.extension.click(page); // the real toolbar button
 * await panel.waitForState(['ready']);
 * await run.close();
 * ```
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { extensionOf } from '../../src/cli/browser/extension.ts';
import type { InstalledExtension } from '../../src/cli/browser/extension.ts';
import type { BrowserName } from '../../src/cli/browser/find.ts';
import { launchBrowser } from '../../src/cli/browser/launch.ts';
import { panelOf } from '../../src/cli/browser/panel.ts';
import type { Panel } from '../../src/cli/browser/panel.ts';
import { closePanel } from '../../src/cli/drive-page.ts';
import { buildFolder } from '../../src/cli/extension-build.ts';
import { ownBrowsers } from './browser.ts';

/** A page with its panel, which need not be open. */
export interface OpenPage {
  readonly page: Page;
  readonly panel: Panel;
}

/** A browser that runs the extension. */
export interface Run {
  readonly browser: Browser;
  readonly extension: InstalledExtension;
  /** Opens an address in a new tab, watched for errors and requests of the extension. */
  open(url: string): Promise<OpenPage>;
  /** Opens an address, clicks the toolbar button and waits for one of `states`. */
  read(url: string, states?: readonly string[]): Promise<OpenPage>;
  /** Closes the panel by another click on the toolbar button. */
  closePanel(opened: OpenPage): Promise<void>;
  close(): Promise<void>;
}

/** Options of {@link startExtension}. */
export interface StartOptions {
  /** Folder of another build than the production build. */
  readonly folder?: string;
  readonly args?: readonly string[];
}

/** Starts a browser with the production build, or with the build in `folder`. */
export async function startExtension(
  name: BrowserName,
  { folder = buildFolder(name), args = [] }: StartOptions = {},
): Promise<Run> {
  const browser = await launchBrowser({ browser: name, extension: folder, args });
  ownBrowsers().add(browser);
  const extension = await extensionOf(browser, name);
  async function open(url: string): Promise<OpenPage> {
    const page = await browser.newPage();
    await extension.watch(page);
    await page.goto(url, { waitUntil: 'load' });
    return { page, panel: panelOf(page) };
  }
  return {
    browser,
    extension,
    open,
    async read(url, states = ['ready']) {
      const opened = await open(url);
      await extension.click(opened.page);
      await opened.panel.waitForState(states);
      return opened;
    },
    closePanel: (opened) => closePanel({ ...opened, extension }),
    async close() {
      ownBrowsers().delete(browser);
      await browser.close();
    },
  };
}

/** A copy of a production build that was changed; `remove` deletes it. */
export interface ChangedBuild {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Copies the production build for `name` and lets `change` work on the copy. */
export async function changedBuild(
  name: BrowserName,
  change: (folder: string) => Promise<void>,
): Promise<ChangedBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'clausemark-build-'));
  await cp(buildFolder(name), folder, { recursive: true });
  await change(folder);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Changes the manifest of the build in `folder`. */
export async function changeManifest(
  folder: string,
  change: (manifest: Record<string, unknown>) => void,
): Promise<void> {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  change(manifest);
  await writeFile(file, JSON.stringify(manifest));
}

/** Texts of the highlighted ranges by highlight name, as a script of the page sees them. */
export async function highlightsOf(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, highlight]) => [
        name,
        [...highlight].map((range) => (range as Range).toString()),
      ]),
    ),
  );
}

/** Text without any white space: what a quote and its range in the page have in common. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
