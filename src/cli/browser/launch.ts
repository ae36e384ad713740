/**
 * Starts a real browser with settings that keep it quiet and repeatable, with or without an
 * unpacked extension. Used by the commands and by the tests.
 */
import process from 'node:process';
import { launch } from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import { requireBrowser } from './install.ts';
import type { BrowserName } from './find.ts';

/** What to start. */
export interface LaunchOptions {
  readonly browser: BrowserName;
  /** Folder of an unpacked extension, loaded for this run only. */
  readonly extension?: string;
  /** Without a window; the default. */
  readonly headless?: boolean;
  /** Further command-line arguments of the browser. */
  readonly args?: readonly string[];
  /** Language of the browser's interface and of `navigator.language`. */
  readonly language?: string;
}

/** Requests that a browser makes of its own accord would blur what an extension asks for. */
const QUIET_CHROMIUM = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--hide-scrollbars',
  '--window-size=1280,900',
];

const QUIET_FIREFOX = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.topsites.contile.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

/**
 * Starts a browser and resolves once it can be driven. An extension is loaded but may still be
 * starting: `click.ts` waits for it. Installs a browser where none is found (see
 * {@link requireBrowser}); throws its error when that fails too.
 */
export async function launchBrowser(options: LaunchOptions): Promise<Browser> {
  const { browser, extension, headless = true, args = [], language = 'en-US' } = options;
  const found = await requireBrowser(browser, { extensions: extension !== undefined });
  const root = process.getuid?.() === 0;
  if (browser === 'chrome') {
    return launch({
      browser,
      executablePath: found.path,
      headless,
      pipe: true,
      defaultViewport: null,
      ...(extension === undefined ? {} : { enableExtensions: [extension] }),
      env: { ...process.env, LANGUAGE: language },
      // The sandbox refuses to run as root, which containers do.
      args: [
        ...QUIET_CHROMIUM,
        `--lang=${language}`,
        ...(root ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
        ...args,
      ],
    });
  }
  const started = await launch({
    browser,
    executablePath: found.path,
    headless,
    defaultViewport: null,
    extraPrefsFirefox: { ...QUIET_FIREFOX, 'intl.accept_languages': language },
    // Lets a test press the toolbar button, which lives in the browser's own window.
    args: ['-remote-allow-system-access', '--width=1280', '--height=900', ...args],
  });
  if (extension !== undefined) await started.installExtension(extension);
  return started;
}
