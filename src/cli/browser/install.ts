/** Gets a browser onto the machine when none is found, or says exactly what to do by hand. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';
import { downloadFolder, findBrowser, OVERRIDES } from './find.ts';
import type { BrowserName, FoundBrowser } from './find.ts';

/** Debian packages that hold each browser. */
const DEBIAN_PACKAGES = {
  chrome: 'chromium',
  firefox: 'firefox-esr',
} as const satisfies Record<BrowserName, string>;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Downloads Chrome for Testing or Firefox; answers why not when the download is refused. */
async function download(browser: BrowserName): Promise<string | null> {
  const platform = detectBrowserPlatform();
  if (platform === undefined) return `no download exists for ${process.platform} ${process.arch}`;
  const kind = browser === 'chrome' ? Browser.CHROME : Browser.FIREFOX;
  try {
    const buildId = await resolveBuildId(kind, platform, 'stable');
    say(`Downloading ${kind} ${buildId} into ${downloadFolder()} …`);
    await install({ browser: kind, buildId, platform, cacheDir: downloadFolder() });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Installs from Debian's archive; answers why not. */
function installFromDebian(browser: BrowserName): string | null {
  if (!existsSync('/etc/debian_version')) return 'this is not a Debian or Ubuntu machine';
  if (process.getuid?.() !== 0) return 'only root can run apt-get';
  const name = DEBIAN_PACKAGES[browser];
  say(`Installing the Debian package ${name} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', name],
  ]) {
    // Standard output belongs to the command that needs the browser.
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
    if (status !== 0) return `apt-get ${args[0]} ended with ${status}`;
  }
  return null;
}

/**
 * An installed browser; else installs one by its own download, else from Debian's archive. Throws
 * an error that says what was tried and what to do by hand.
 */
export async function requireBrowser(
  browser: BrowserName,
  needs: { extensions?: boolean } = {},
): Promise<FoundBrowser> {
  const found = await findBrowser(browser, needs);
  if (found !== null) return found;
  const refusals: string[] = [];
  for (const attempt of [download, installFromDebian]) {
    const refusal = await attempt(browser);
    if (refusal === null) {
      const now = await findBrowser(browser, needs);
      if (now !== null) return now;
      refusals.push('it was installed, yet no program that can be run was found');
    } else {
      refusals.push(refusal);
    }
  }
  const name = browser === 'chrome' ? 'Chromium, Chrome for Testing or Edge' : 'Firefox';
  throw new Error(
    [
      `No ${name} was found, and none could be installed:`,
      `  download: ${refusals[0]}`,
      `  Debian package: ${refusals[1]}`,
      'Do one of these, then run the command again:',
      `  - npx @puppeteer/browsers install ${browser}@stable --path ${downloadFolder()}`,
      `  - as root on Debian: apt-get install ${DEBIAN_PACKAGES[browser]}`,
      `  - set ${OVERRIDES[browser]} to the path of the browser's program`,
    ].join('\n'),
  );
}
