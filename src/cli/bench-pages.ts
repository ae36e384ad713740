/**
 * `npm run bench:pages -- --data DIR --out DIR [--ids FILE] [--limit N]`: reads saved pages in
 * headless Chromium and measures detection and extraction, with plain Readability beside it.
 * A run that was cut off goes on where it stopped.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser/launch.ts';
import { bundle, pageBundle } from './page-bundle.ts';
import { pagesFolder, readGold, readManifest } from './bench/corpus.ts';
import type { SavedPage } from './bench/corpus.ts';
import { extractedOf } from './bench/extracted.ts';
import { reasonsOf } from './bench/reasons.ts';
import type { Reasons } from './bench/reasons.ts';
import { csvOf, failedRow, rowOf } from './bench/rows.ts';
import type { Row } from './bench/rows.ts';
import { summaryOf } from './bench/summary.ts';
import { Visitor } from './bench/visit.ts';
import type { Visit } from './bench/visit.ts';

/** Longest time for one page, in milliseconds; it then counts as failed. */
const PAGE_TIMEOUT = 60_000;
/** Address of pages whose own is unknown: it must not tell what the page is. */
const NEUTRAL = 'http://127.0.0.1/page';

type Kept = { readonly visit: Visit } | { readonly error: string };

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function addressOf(page: SavedPage): string {
  const url = page.url === null ? null : URL.parse(page.url);
  if (url === null || !/^https?:$/.test(url.protocol)) return NEUTRAL;
  url.hash = '';
  return url.href;
}

async function wantedPages(
  data: string,
  ids: string | undefined,
  limit: number,
): Promise<SavedPage[]> {
  const pages = await readManifest(data);
  const listed = ids === undefined ? null : new Set((await readFile(ids, 'utf8')).split(/\s+/));
  return pages.filter((page) => listed === null || listed.has(page.id)).slice(0, limit);
}

async function readAll(pages: readonly SavedPage[], folder: string, out: string): Promise<void> {
  const todo = pages.filter((page) => !existsSync(join(out, 'visits', `${page.id}.json`)));
  if (todo.length === 0) return;
  const baseline = await bundle('src/cli/bench/baseline.ts', 'ClausemarkBaseline');
  const script = `${await pageBundle()}\n${baseline}`;
  const browser = await launchBrowser({ browser: 'chrome' });
  try {
    let visitor = await Visitor.open(browser, script);
    for (const [index, page] of todo.entries()) {
      let kept: Kept;
      try {
        const html = await readFile(join(folder, `${page.id}.html`));
        const visit = await visitor.visit(addressOf(page), html, PAGE_TIMEOUT);
        kept = { visit };
        const extracted = JSON.stringify(extractedOf(page, visit));
        await writeFile(join(out, 'extracted', `${page.id}.json`), extracted);
      } catch (error) {
        kept = { error: error instanceof Error ? error.message : String(error) };
        await visitor.close().catch(() => undefined);
        visitor = await Visitor.open(browser, script);
      }
      await writeFile(join(out, 'visits', `${page.id}.json`), JSON.stringify(kept));
      if ((index + 1) % 50 === 0) say(`${index + 1} of ${todo.length} pages read`);
    }
  } finally {
    await browser.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      ids: { type: 'string' },
      limit: { type: 'string' },
    },
  });
  const { data, out } = values;
  if (data === undefined || out === undefined) {
    throw new Error('Usage: npm run bench:pages -- --data DIR --out DIR [--ids FILE] [--limit N]');
  }
  const limit = Number(values.limit ?? Infinity);
  if (!(limit >= 0)) throw new Error('--limit takes a number');
  const pages = await wantedPages(data, values.ids, limit);
  for (const folder of ['visits', 'extracted']) await mkdir(join(out, folder), { recursive: true });
  await readAll(pages, await pagesFolder(data, join(out, 'unpacked')), out);
  const gold = await readGold(data);
  const rows: Row[] = [];
  const reasons: Reasons[] = [];
  for (const page of pages) {
    const kept = JSON.parse(await readFile(join(out, 'visits', `${page.id}.json`), 'utf8')) as Kept;
    if ('error' in kept) {
      rows.push(failedRow(page, kept.error));
      continue;
    }
    const row = rowOf(page, kept.visit, gold.get(page.id));
    rows.push(row);
    const short = reasonsOf(row, kept.visit, gold.get(page.id));
    if (short !== null) reasons.push(short);
  }
  const summary = JSON.stringify(summaryOf(rows), null, 2);
  await writeFile(join(out, 'pages.csv'), csvOf(rows));
  await writeFile(join(out, 'reasons.json'), `${JSON.stringify(reasons, null, 2)}\n`);
  await writeFile(join(out, 'summary.json'), `${summary}\n`);
  process.stdout.write(`${summary}\n`);
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
