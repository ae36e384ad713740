/**
 * The installed extension in Firefox. Its toolbar button, badge and permissions belong to the
 * browser's window, so they are asked there: the same calls that Firefox itself makes on a click.
 */
import type { Browser, Page } from 'puppeteer-core';
import * as z from 'zod';
import { inFirefoxWindow } from './bidi.ts';
import type { InstalledExtension } from './extension.ts';

/** What every script below begins with: `extension` as Firefox's own code sees it. */
const FIND = `
  const policy = WebExtensionPolicy.getActiveExtensions().find(
    ({ extension }) => extension.addonData?.temporarilyInstalled ?? extension.temporarilyInstalled,
  );
  if (!policy) return null;
  const { extension } = policy;
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  const action = () => ExtensionParent.apiManager.global.browserActionFor(extension);
`;

const FACTS = `${FIND} await extension.startupPromise; return { id: policy.id, base: policy.getURL('') };`;

const CLICK = `${FIND} await action().triggerAction(window); return true;`;

const BADGE = `${FIND} return action().action.getContextData(gBrowser.selectedTab).badgeText ?? '';`;

/** As \`scripting.executeScript\` asks for it; see ext-scripting.js in Firefox's source. */
const EVALUATE = `${FIND}
  const tab = extension.tabManager.getWrapper(gBrowser.selectedTab);
  const answers = await tab.queryContent('Execute', {
    extensionId: extension.id,
    jsPaths: [],
    cssPaths: [],
    jsExecuteScriptSources: [{ code: input }],
    removeCSS: false,
    hasActiveTabPermission: true,
    matches: [],
    frameIds: [0],
    runAt: 'document_idle',
    world: 'ISOLATED',
    matchOriginAsFallback: true,
    wantReturnValue: true,
    returnResultsWithFrameIds: true,
  });
  const [answer] = answers;
  return answer?.error ? { error: String(answer.error.message ?? answer.error) } : { value: answer?.result };
`;

const PERMISSIONS = `${FIND}
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const hosts = { permissions: [], origins: ['*://*/*'], data_collection: [] };
  await ExtensionPermissions[input](extension.id, hosts, extension);
  return true;
`;

/** WebDriver does not wait for pages of an extension, so the window does. */
const GLANCE = `
  const tab = gBrowser.addTrustedTab(input);
  await new Promise((done) => {
    const listener = {
      QueryInterface: ChromeUtils.generateQI(['nsIWebProgressListener', 'nsISupportsWeakReference']),
      onStateChange(_progress, _request, flags) {
        const { STATE_STOP, STATE_IS_WINDOW } = Ci.nsIWebProgressListener;
        if (flags & STATE_STOP && flags & STATE_IS_WINDOW && tab.linkedBrowser.currentURI.spec === input) {
          tab.linkedBrowser.removeProgressListener(listener);
          done();
        }
      },
    };
    tab.linkedBrowser.addProgressListener(listener);
    globalThis.clausemarkGlance = listener;
  });
  gBrowser.removeTab(tab);
  return true;
`;

const STOP = `${FIND} await extension.terminateBackground({ ignoreDevToolsAttached: true }); return true;`;

/**
 * Notes requests whose cause is the extension and errors of its scripts, for as long as the browser
 * runs; answers what was noted so far.
 */
const NOTE = `${FIND}
  if (!globalThis.clausemarkNotes) {
    const notes = (globalThis.clausemarkNotes = { requests: [], errors: [], observers: [] });
    const requests = {
      observe(subject) {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel);
        const { triggeringPrincipal, loadingPrincipal } = channel.loadInfo;
        const causes = [triggeringPrincipal, loadingPrincipal].flatMap((principal) => [
          principal?.addonId,
          principal?.contentScriptAddonPolicy?.id,
        ]);
        if (causes.includes(extension.id)) notes.requests.push(channel.URI.spec);
      },
    };
    const base = policy.getURL('');
    const errors = {
      observe(message) {
        if (!(message instanceof Ci.nsIScriptError)) return;
        if (message.flags & Ci.nsIScriptError.warningFlag) return;
        // Firefox says this of every extension whose page was left while an answer was on its way.
        if (message.errorMessage.startsWith('Promise resolved while context is inactive')) return;
        if (message.sourceName.startsWith(base)) notes.errors.push(message.errorMessage);
      },
    };
    // Kept, so that they are not collected.
    notes.observers.push(requests, errors);
    Services.obs.addObserver(requests, 'http-on-modify-request');
    Services.console.registerListener(errors);
  }
  const { requests, errors } = globalThis.clausemarkNotes;
  return { requests, errors };
`;

const facts = z.object({ id: z.string(), base: z.string() });
const notes = z.object({ requests: z.array(z.string()), errors: z.array(z.string()) });
const answer = z.union([z.object({ error: z.string() }), z.object({ value: z.unknown() })]);

/** See {@link InstalledExtension}. */
export async function firefoxExtension(browser: Browser): Promise<InstalledExtension> {
  const found = facts.safeParse(await inFirefoxWindow(browser, FACTS));
  if (!found.success) throw new Error('No temporarily installed extension runs in this Firefox.');
  const { id, base } = found.data;
  await inFirefoxWindow(browser, NOTE);

  const noted = async () => notes.parse(await inFirefoxWindow(browser, NOTE));
  const pageErrors: string[] = [];

  async function on(page: Page, body: string, input: unknown = null): Promise<unknown> {
    await page.bringToFront();
    return inFirefoxWindow(browser, body, input);
  }

  return {
    id,
    address: (path) => new URL(path, base).href,
    async glance(path) {
      await inFirefoxWindow(browser, GLANCE, new URL(path, base).href);
    },
    async click(page) {
      await on(page, CLICK);
    },
    badge: async (page) => z.string().parse(await on(page, BADGE)),
    async inReader(page, expression) {
      const result = answer.parse(await on(page, EVALUATE, expression));
      if ('error' in result) throw new Error(result.error);
      return result.value;
    },
    async grantHosts() {
      await inFirefoxWindow(browser, PERMISSIONS, 'add');
    },
    async revokeHosts() {
      await inFirefoxWindow(browser, PERMISSIONS, 'remove');
    },
    async stopBackground() {
      await inFirefoxWindow(browser, STOP);
    },
    requests: async () => (await noted()).requests,
    errors: async () => [...(await noted()).errors, ...pageErrors],
    async watch(page) {
      // Requests and errors of the extension's own scripts are noted in every page.
      page.on('pageerror', (error) => pageErrors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') pageErrors.push(message.text());
      });
    },
  };
}
