/**
 * Finds a browser that is already installed. Nothing is started: a candidate is a file that can be
 * run. `install.ts` is asked only when nothing is found here.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { Browser, getInstalledBrowsers } from '@puppeteer/browsers';

/** The two browsers we support; `chrome` stands for everything built on Chromium. */
export type BrowserName = 'chrome' | 'firefox';

/** An installed browser. */
export interface FoundBrowser {
  readonly browser: BrowserName;
  /** Absolute path of the program. */
  readonly path: string;
  /**
   * Whether an unpacked extension can be loaded into it. Branded Chrome ignores `--load-extension`
   * since version 137; Chromium, Chrome for Testing and Edge do not, nor does Firefox's installer.
   */
  readonly extensions: boolean;
}

/** Environment variable that names a program to use whatever else is installed. */
export const OVERRIDES = {
  chrome: 'CLAUSEMARK_CHROME',
  firefox: 'CLAUSEMARK_FIREFOX',
} as const satisfies Record<BrowserName, string>;

/** Folder into which `install.ts` downloads, in the layout of `@puppeteer/browsers`. */
export function downloadFolder(): string {
  return process.env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache', 'puppeteer');
}

interface Candidate {
  readonly path: string;
  readonly extensions: boolean;
}

const LINUX_NAMES: Record<BrowserName, readonly { name: string; extensions: boolean }[]> = {
  chrome: [
    { name: 'chromium', extensions: true },
    { name: 'chromium-browser', extensions: true },
    { name: 'chrome-for-testing', extensions: true },
    { name: 'microsoft-edge', extensions: true },
    { name: 'microsoft-edge-stable', extensions: true },
    { name: 'google-chrome', extensions: false },
    { name: 'google-chrome-stable', extensions: false },
  ],
  firefox: [
    { name: 'firefox', extensions: true },
    { name: 'firefox-esr', extensions: true },
  ],
};

function onPath(browser: BrowserName): Candidate[] {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ];
  return LINUX_NAMES[browser].flatMap(({ name, extensions }) =>
    folders.map((folder) => ({ path: join(folder, name), extensions })),
  );
}

function onMac(browser: BrowserName): Candidate[] {
  const applications = ['/Applications', join(homedir(), 'Applications')];
  const names =
    browser === 'firefox'
      ? [{ path: 'Firefox.app/Contents/MacOS/firefox', extensions: true }]
      : [
          { path: 'Chromium.app/Contents/MacOS/Chromium', extensions: true },
          {
            path: 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
            extensions: true,
          },
          { path: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge', extensions: true },
          { path: 'Google Chrome.app/Contents/MacOS/Google Chrome', extensions: false },
        ];
  return names.flatMap(({ path, extensions }) =>
    applications.map((folder) => ({ path: join(folder, path), extensions })),
  );
}

function onWindows(browser: BrowserName): Candidate[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((root) => root !== undefined);
  const names =
    browser === 'firefox'
      ? [{ path: 'Mozilla Firefox\\firefox.exe', extensions: true }]
      : [
          { path: 'Chromium\\Application\\chrome.exe', extensions: true },
          { path: 'Microsoft\\Edge\\Application\\msedge.exe', extensions: true },
          { path: 'Google\\Chrome\\Application\\chrome.exe', extensions: false },
        ];
  return names.flatMap(({ path, extensions }) =>
    roots.map((root) => ({ path: join(root, path), extensions })),
  );
}

async function downloaded(browser: BrowserName): Promise<Candidate[]> {
  const kind = browser === 'chrome' ? Browser.CHROME : Browser.FIREFOX;
  const installed = await getInstalledBrowsers({ cacheDir: downloadFolder() });
  return installed
    .filter((one) => one.browser === kind)
    .map((one) => ({ path: one.executablePath, extensions: true }));
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The installed browser to use: the override of {@link OVERRIDES} first, then usual places and
 * `PATH`, then earlier downloads. With `extensions` only those that can load one count. `null` when
 * there is none. Throws when an override names something that cannot be run: silence would test
 * another browser than the one asked for.
 */
export async function findBrowser(
  browser: BrowserName,
  { extensions = false }: { extensions?: boolean } = {},
): Promise<FoundBrowser | null> {
  const override = process.env[OVERRIDES[browser]];
  if (override !== undefined && override !== '') {
    if (!canRun(override)) {
      throw new Error(`${OVERRIDES[browser]} names ${override}, which cannot be run.`);
    }
    return { browser, path: override, extensions: true };
  }
  const usual = { darwin: onMac, win32: onWindows }[process.platform as 'darwin' | 'win32'];
  const candidates = [
    ...(usual?.(browser) ?? []),
    ...onPath(browser),
    ...(await downloaded(browser)),
  ];
  const found = candidates.find(
    (candidate) => (!extensions || candidate.extensions) && canRun(candidate.path),
  );
  return found === undefined ? null : { browser, ...found };
}
