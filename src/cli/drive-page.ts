/** One real visit: opens a page, clicks the toolbar button, waits, looks at everything, closes. */
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import type * as z from 'zod';
import { extensionOf } from './browser/extension.ts';
import type { InstalledExtension } from './browser/extension.ts';
import type { BrowserName } from './browser/find.ts';
import { panelOf } from './browser/panel.ts';
import type { Panel } from './browser/panel.ts';
import { bundle, pageBundle } from './page-bundle.ts';
import { snapshotSchema } from './schema.ts';
import type { DriveReport } from './schema.ts';
import { versionOf } from './version.ts';

/** States of the panel after which nothing more happens by itself. */
export const FINAL_STATES = ['ready', 'not-policy', 'language', 'empty', 'error'] as const;

/** What a visit needs. `screenshot` is the path of a PNG of the page with the open panel. */
export interface Visit {
  readonly url: string;
  readonly browser: BrowserName;
  readonly screenshot?: string | undefined;
}

/** Time in which a page has to load and an analysis to end, milliseconds. */
const PATIENCE_MS = 60_000;

/** Time that is given to pictures and the like, milliseconds. */
const LOAD_MS = 15_000;

/** Pages often still write themselves just after they have loaded, milliseconds. */
const SETTLE_MS = 500;

/** Two clicks within half a second are a double click, which leaves the panel open; milliseconds. */
const DOUBLE_CLICK_MS = 600;

const READABILITY = fileURLToPath(
  new URL('../../node_modules/@mozilla/readability/index.js', import.meta.url),
);

/** Times are medians of this many runs. */
const RUNS = 5;

/**
 * Everything of a page that a script of it could see: markup, style sheets that were adopted and
 * highlights that were registered.
 */
export async function pageMarkup(page: Page): Promise<string> {
  return page.evaluate(() => {
    const sheets = document.adoptedStyleSheets.length;
    const highlights = [...CSS.highlights.keys()].join(' ');
    return [document.documentElement.outerHTML, sheets, highlights].join('\n');
  });
}

/** Median milliseconds of detection and of `Readability.parse()` on the page as it is now. */
async function measure(page: Page): Promise<{ detectMs: number; readabilityMs: number }> {
  await page.evaluate(await pageBundle());
  await page.evaluate(await bundle(READABILITY, 'MozillaReadability'));
  return page.evaluate((runs) => {
    const { ClausemarkPage, MozillaReadability } = globalThis as unknown as MeasuredCode;
    const median = (run: () => void) => {
      const times = Array.from({ length: runs }, () => {
        const start = performance.now();
        run();
        return performance.now() - start;
      });
      return times.toSorted((one, other) => one - other)[Math.floor(runs / 2)] ?? 0;
    };
    const { Readability } = MozillaReadability.default ?? MozillaReadability;
    // Parsing consumes its document, so every run gets a copy, made outside the measured time.
    const copies = Array.from({ length: runs }, () => document.cloneNode(true) as Document);
    return {
      detectMs: median(() => {
        ClausemarkPage.detect(ClausemarkPage.gatherSignals(document, location));
      }),
      readabilityMs: median(() => {
        new Readability(copies.pop()!).parse();
      }),
    };
  }, RUNS);
}

interface MeasuredCode {
  readonly ClausemarkPage: {
    gatherSignals(document: Document, location: Location): unknown;
    detect(signals: unknown): unknown;
  };
  readonly MozillaReadability: ReadabilityModule & { readonly default?: ReadabilityModule };
}

interface ReadabilityModule {
  readonly Readability: new (document: Document) => { parse(): unknown };
}

/** A page with the panel open and its analysis ended. */
export interface OpenPanel {
  readonly page: Page;
  readonly extension: InstalledExtension;
  readonly panel: Panel;
  /** {@link pageMarkup} just before the click. */
  readonly before: string;
  readonly snapshot: z.infer<typeof snapshotSchema>;
}

/** Opens a page, really clicks the toolbar button and waits for a final state. */
export async function openPanel(
  started: Browser,
  { url, browser }: Pick<Visit, 'url' | 'browser'>,
): Promise<OpenPanel> {
  const extension = await extensionOf(started, browser);
  const page = await started.newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: PATIENCE_MS });
  // A page with one picture that never comes can be read all the same.
  const loaded = () => document.readyState === 'complete';
  await page.waitForFunction(loaded, { timeout: LOAD_MS }).catch(() => null);
  await sleep(SETTLE_MS);
  await extension.watch(page);
  const before = await pageMarkup(page);
  const panel = panelOf(page);
  await extension.click(page);
  const state = await panel.waitForState(FINAL_STATES, PATIENCE_MS);
  const answer = await extension.inReader(page, '__clausemark.snapshot()');
  if (answer === null) throw new Error(`Nothing was read; the panel ended in state ${state}.`);
  const snapshot = snapshotSchema.parse(answer);
  return { page, extension, panel, before, snapshot };
}

/** Closes an open panel by another click on the toolbar button. */
export async function closePanel({
  page,
  extension,
  panel,
}: Pick<OpenPanel, 'page' | 'extension' | 'panel'>): Promise<void> {
  await sleep(DOUBLE_CLICK_MS);
  await extension.click(page);
  await panel.waitForClosed();
}

/** Visits a page in a browser that was started with the built extension. */
export async function visit(
  started: Browser,
  { url, browser, screenshot }: Visit,
): Promise<DriveReport> {
  const { page, extension, panel, before, snapshot } = await openPanel(started, { url, browser });
  const { report, ranges, highlights, panelMs } = snapshot;
  if (screenshot !== undefined) await writeFile(screenshot, await page.screenshot({ type: 'png' }));
  await closePanel({ page, extension, panel });
  const pageChanged = (await pageMarkup(page)) !== before;
  const consoleErrors = [...(await extension.errors())];
  const requests = [...(await extension.requests())];
  const timings = { ...(await measure(page)), panelMs };
  await page.close();
  return {
    ...report,
    file: url,
    engine: `clausemark/${await versionOf()} ${await started.version()}`,
    ranges,
    highlights,
    timings,
    consoleErrors,
    requests,
    pageChanged,
  };
}
