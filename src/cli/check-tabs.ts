/**
 * `npm run check:tabs -- [--browser chrome|firefox] [--tabs 50]`: opens that many tabs of the sample
 * policy, reads every one, and closes every panel again. Prints times and the memory of the browser
 * with all its processes. Exit code 1 when a panel did not come to its end, when one is left over, or
 * when the extension reported an error. Needs `ps`.
 */
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { extensionOf } from './browser/extension.ts';
import { launchBrowser } from './browser/launch.ts';
import { panelOf } from './browser/panel.ts';
import { serveDemoSite } from './demo-site.ts';
import { closePanel } from './drive-page.ts';
import { builtExtension } from './extension-build.ts';

/** Time in which one page has to be read, milliseconds. */
const PATIENCE_MS = 60_000;

/** Time for the browser to come to rest before its memory is looked at, milliseconds. */
const REST_MS = 5000;

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chrome' },
    tabs: { type: 'string', default: '50' },
  },
});
const name = values.browser === 'firefox' ? 'firefox' : 'chrome';
const wanted = Number(values.tabs);

/** Resident memory of the browser and all its processes, MiB; shared pages count in each. */
function memoryOf(browser: Browser): number {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([browser.process()?.pid]);
  let grown = true;
  while (grown) {
    const size = family.size;
    for (const [pid, parent] of rows) if (family.has(parent)) family.add(pid);
    grown = family.size > size;
  }
  const kilobytes = rows
    .filter(([pid]) => family.has(pid))
    .reduce((sum, [, , rss = 0]) => sum + rss, 0);
  return Math.round(kilobytes / 1024);
}

function say(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(44)}${value}\n`);
}

/** Says how much memory the browser has, now that it rests. */
async function sayMemory(what: string, browser: Browser): Promise<void> {
  await sleep(REST_MS);
  say(what, `${memoryOf(browser)} MiB`);
}

const folder = await builtExtension(name);
const site = await serveDemoSite();
const browser = await launchBrowser({ browser: name, extension: folder });
const faults: string[] = [];
try {
  const extension = await extensionOf(browser, name);
  const pages: Page[] = [];
  for (let number = 0; number < wanted; number += 1) {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/privacy?${number}`);
    pages.push(page);
  }
  await sayMemory(`${wanted} tabs of a policy`, browser);

  const times: number[] = [];
  for (const [number, page] of pages.entries()) {
    const start = performance.now();
    await extension.click(page);
    await panelOf(page)
      .waitForState(['ready'], PATIENCE_MS)
      .catch((error: unknown) => faults.push(`tab ${number}: ${String(error)}`));
    times.push(performance.now() - start);
  }
  const ordered = times.toSorted((one, other) => one - other);
  say('click to all findings, median', `${Math.round(ordered[wanted >> 1] ?? 0)} ms`);
  say('click to all findings, slowest', `${Math.round(ordered.at(-1) ?? 0)} ms`);
  await sayMemory(`${wanted} open panels`, browser);

  for (const page of pages) await closePanel({ page, extension, panel: panelOf(page) });
  for (const [number, page] of pages.entries()) {
    const left = await page.evaluate(
      () => document.querySelectorAll('clausemark-panel').length + CSS.highlights.size,
    );
    if (left > 0) faults.push(`tab ${number}: something of the panel is left`);
  }
  await sayMemory('all panels closed', browser);
  faults.push(...(await extension.errors()));
} finally {
  await browser.close();
  await site.close();
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
