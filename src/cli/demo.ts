/**
 * `npm run demo` builds the extension, serves a sample policy and opens it in a browser with the panel
 * open: in a window where there is a display, else without one, with the findings printed and a
 * picture written. `--browser firefox` and `--headless` choose otherwise.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'puppeteer-core';
import type { BrowserName } from './browser/find.ts';
import { launchBrowser } from './browser/launch.ts';
import { loadWords } from './catalogue.ts';
import { serveDemoSite } from './demo-site.ts';
import { openPanel } from './drive-page.ts';
import { buildExtension } from './extension-build.ts';
import { reportText } from './report-text.ts';

const PICTURES = fileURLToPath(new URL('../../.out', import.meta.url));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function closed(browser: Browser): Promise<void> {
  await new Promise<void>((done) => {
    browser.once('disconnected', () => done());
    process.once('SIGINT', () => done());
  });
}

async function demo(browserName: BrowserName, headless: boolean): Promise<void> {
  say('Building the extension …');
  const extension = await buildExtension(browserName);
  const site = await serveDemoSite();
  const browser = await launchBrowser({ browser: browserName, extension, headless });
  try {
    const url = `${site.origin}/privacy`;
    say(`Opening ${url} in ${await browser.version()} and clicking the toolbar button …`);
    const { page, snapshot } = await openPanel(browser, { url, browser: browserName });
    say(`\n${reportText({ ...snapshot.report, file: url }, await loadWords())}\n`);
    if (headless) {
      await mkdir(PICTURES, { recursive: true });
      const picture = join(PICTURES, `demo-${browserName}.png`);
      await writeFile(picture, await page.screenshot({ type: 'png' }));
      say(`There is no display to open a window on, so this is a picture of it: ${picture}`);
    } else {
      say(`The window stays open. Its other pages: ${site.origin}/. Close it to end.`);
      await closed(browser);
    }
  } finally {
    await browser.close().catch(() => undefined);
    await site.close();
  }
}

try {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string', default: 'chrome' },
      headless: { type: 'boolean', default: !hasDisplay() },
    },
  });
  if (values.browser !== 'chrome' && values.browser !== 'firefox') {
    throw new Error('Usage: npm run demo -- [--browser chrome|firefox] [--headless]');
  }
  await demo(values.browser, values.headless);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
