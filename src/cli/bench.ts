/**
 * `npm run bench [-- --data DIR] [--pages N]`: opens saved pages in Chromium with the built extension,
 * really clicks the toolbar button and reports detection, coverage, gold recall, times relative to
 * `Readability.parse()` of the same page in the same run, and findings per topic. The table replaces
 * the one in `docs/measurements.md`.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'puppeteer-core';
import { pagesFolder, readGold, readManifest, type SavedPage } from './bench/corpus.ts';
import { Letters, passagesOf, recallOf } from './bench/gold.ts';
import { writeSection } from './bench/marked-section.ts';
import { reportOfVisits, type BenchVisit } from './bench/report.ts';
import { extensionOf } from './browser/extension.ts';
import { launchBrowser } from './browser/launch.ts';
import { openHtmlAt } from './browser/open-html.ts';
import { panelOf } from './browser/panel.ts';
import { FINAL_STATES } from './drive-page.ts';
import { buildExtension } from './extension-build.ts';
import { bundle } from './page-bundle.ts';
import { snapshotSchema } from './schema.ts';

const DOCUMENT = fileURLToPath(new URL('../../docs/measurements.md', import.meta.url));

/** Longest time for one page, ms; it then counts as failed. */
const PATIENCE = 60_000;

/** Every n-th page, so that all sources keep their share. */
function sample(pages: readonly SavedPage[], wanted: number): SavedPage[] {
  const step = Math.max(1, pages.length / wanted);
  return Array.from(
    { length: Math.min(wanted, pages.length) },
    (_, index) => pages[Math.floor(index * step)]!,
  );
}

async function measure(
  browser: Browser,
  page: SavedPage,
  html: string,
  gold: readonly string[],
): Promise<BenchVisit> {
  const extension = await extensionOf(browser, 'chrome');
  const url = page.url ?? 'https://bench.example/page';
  const tab = await openHtmlAt(browser, html, url, { scripts: false });
  try {
    await extension.click(tab);
    await panelOf(tab).waitForState(FINAL_STATES, PATIENCE);
    const answer = await extension.inReader(tab, '__clausemark.snapshot()');
    const { report, ranges, panelMs, firstFindingsMs } = snapshotSchema.parse(answer);
    const baseline = await bundle('src/cli/bench/baseline.ts', 'ClausemarkBaseline');
    await tab.evaluate(baseline);
    const readabilityMs = await tab.evaluate(() => {
      const { ClausemarkBaseline } = globalThis as unknown as {
        ClausemarkBaseline: { plainReadability(document: Document): { ms: number } };
      };
      const times = [0, 1, 2].map(() => ClausemarkBaseline.plainReadability(document).ms);
      return times.toSorted((one, other) => one - other)[1] ?? 0;
    });
    const text = await tab.evaluate(() => document.body.textContent);
    const body = new Letters(text);
    const held = passagesOf(gold).filter((passage) => body.holds(passage));
    return {
      source: page.source,
      kind: page.kind,
      predicted: report.document.kind,
      coverage: report.coverage.ratio,
      recall: recallOf(held, new Letters(report.document.text)),
      words: report.document.words,
      topics: report.findings.map(({ topic }) => topic),
      unequalRanges: ranges.checked - ranges.equal,
      panelMs,
      firstFindingsMs,
      readabilityMs,
    };
  } finally {
    await tab.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/data/pages' },
      pages: { type: 'string', default: '80' },
    },
  });
  if (!existsSync(values.data)) {
    throw new Error(
      `${values.data} does not exist: the saved pages are not part of this repository`,
    );
  }
  const folder = await pagesFolder(values.data, join('.cache', 'bench'));
  const pages = sample(await readManifest(values.data), Number(values.pages));
  const gold = await readGold(values.data);
  const browser = await launchBrowser({
    browser: 'chrome',
    extension: await buildExtension('chrome'),
  });
  const visits: BenchVisit[] = [];
  const failures: string[] = [];
  try {
    for (const page of pages) {
      const html = await readFile(join(folder, `${page.id}.html`), 'utf8');
      try {
        visits.push(await measure(browser, page, html, gold.get(page.id)?.passages ?? []));
      } catch (error) {
        failures.push(`${page.id}: ${error instanceof Error ? error.message : String(error)}`);
      }
      process.stderr.write(`${visits.length + failures.length} of ${pages.length}\n`);
    }
    const machine = `${await browser.version()}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`;
    await publish(reportOfVisits(visits, { failures, machine, date: today() }));
  } finally {
    await browser.close();
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

async function publish(table: string): Promise<void> {
  process.stdout.write(`${table}\n`);
  await writeSection(DOCUMENT, 'npm run bench', table);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
