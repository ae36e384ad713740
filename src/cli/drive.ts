/**
 * `npm run -s drive -- --json --url URL [--browser chrome|firefox] [--screenshot FILE.png]` visits a
 * page with the built extension in a real browser. Exit codes: 0 driven, 2 could not be driven.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser/launch.ts';
import { loadWords } from './catalogue.ts';
import { visit } from './drive-page.ts';
import { builtExtension } from './extension-build.ts';
import { reportText } from './report-text.ts';
import { driveSchema } from './schema.ts';

const USAGE =
  'Usage: npm run -s drive -- [--json] --url URL [--browser chrome|firefox] [--screenshot FILE.png]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      url: { type: 'string' },
      browser: { type: 'string', default: 'chrome' },
      screenshot: { type: 'string' },
    },
  });
  const { json, url, browser: name, screenshot } = values;
  if (url === undefined || (name !== 'chrome' && name !== 'firefox')) throw new Error(USAGE);
  const browser = await launchBrowser({ browser: name, extension: await builtExtension(name) });
  try {
    const report = driveSchema.parse(await visit(browser, { url, browser: name, screenshot }));
    if (json) {
      process.stdout.write(`${JSON.stringify(report)}\n`);
      return;
    }
    const { ranges, timings, consoleErrors, requests, pageChanged } = report;
    const facts = { ranges, timings, consoleErrors, requests, pageChanged };
    process.stdout.write(`${reportText(report, await loadWords())}\n${JSON.stringify(facts)}\n`);
  } finally {
    await browser.close();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
