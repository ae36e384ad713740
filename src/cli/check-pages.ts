/**
 * `npm run check:pages [-- --data DIR] [--pages N]`: opens saved policies in Chromium with the built
 * extension, really clicks the toolbar button, closes the panel again, and says whether each page looks
 * pixel by pixel as before and whether anything of ours wrote an error to the console. Exit code 1 when
 * one does not.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { pagesFolder, readManifest } from './bench/corpus.ts';
import { extensionOf } from './browser/extension.ts';
import { launchBrowser } from './browser/launch.ts';
import { openHtmlAt } from './browser/open-html.ts';
import { buildExtension } from './extension-build.ts';
import { checkLayout } from './layout-check.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/data/pages' },
      pages: { type: 'string', default: '30' },
    },
  });
  if (!existsSync(values.data)) {
    throw new Error(
      `${values.data} does not exist: the saved pages are not part of this repository`,
    );
  }
  const folder = await pagesFolder(values.data, join('.cache', 'bench'));
  const policies = (await readManifest(values.data)).filter(({ kind }) => {
    return kind === 'privacy' || kind === 'cookie';
  });
  const wanted = Math.min(Number(values.pages), policies.length);
  // Every n-th, so that all sources keep their share.
  const chosen = Array.from({ length: wanted }, (_, index) => {
    return policies[Math.floor((index * policies.length) / wanted)]!;
  });
  const counts = { same: 0, different: 0, unsteady: 0, failed: 0, errors: 0 };
  const browser = await launchBrowser({
    browser: 'chrome',
    extension: await buildExtension('chrome'),
  });
  try {
    const extension = await extensionOf(browser, 'chrome');
    let known = 0;
    for (const { id, url } of chosen) {
      const html = await readFile(join(folder, `${id}.html`), 'utf8');
      const address = url?.trim() ?? 'https://check.example/page';
      try {
        const page = await openHtmlAt(browser, html, address, { scripts: false });
        const { outcome, state, pixels, errors } = await checkLayout(browser, extension, page);
        await page.close();
        counts[outcome] += 1;
        counts.errors += errors.length - known;
        const detail = outcome === 'different' ? ` (${pixels} pixels)` : '';
        process.stdout.write(`${id}: ${state}, ${outcome}${detail}\n`);
        for (const error of errors.slice(known)) process.stdout.write(`  ${error}\n`);
        known = errors.length;
      } catch (error) {
        counts.failed += 1;
        process.stdout.write(`${id}: ${error instanceof Error ? error.message : String(error)}\n`);
      }
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${JSON.stringify({ pages: chosen.length, ...counts })}\n`);
  if (counts.different + counts.failed + counts.errors > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
