/** The installed extension in Chromium, over the DevTools protocol. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Extension, Page, Protocol } from 'puppeteer-core';
import type { InstalledExtension } from './extension.ts';

/** How long an extension may take to start, milliseconds. Half a second is usual. */
const START_MS = 60_000;

/** Worlds of a page as Chromium reports them, kept up to date through navigations. */
interface Worlds {
  readonly session: CDPSession;
  readonly contexts: Map<number, Protocol.Runtime.ExecutionContextDescription>;
}

const WORLDS = new WeakMap<Page, Promise<Worlds>>();

async function openWorlds(page: Page): Promise<Worlds> {
  const session = await page.createCDPSession();
  const contexts: Worlds['contexts'] = new Map();
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.set(context.id, context));
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
    contexts.delete(executionContextId),
  );
  session.on('Runtime.executionContextsCleared', () => contexts.clear());
  await session.send('Runtime.enable');
  return { session, contexts };
}

/** A DevTools session of the page with the worlds that are in it. */
export async function worldsOf(page: Page): Promise<Worlds> {
  const opened = WORLDS.get(page) ?? openWorlds(page);
  WORLDS.set(page, opened);
  return opened;
}

/** Id of the world that an extension's scripts have in the page's main frame; `null` if none. */
export async function extensionWorld(page: Page): Promise<number | null> {
  const { session, contexts } = await worldsOf(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = [...contexts.values()].find(
    ({ origin, auxData }) =>
      origin.startsWith('chrome-extension://') &&
      (auxData as { frameId?: string } | undefined)?.frameId === frameTree.frame.id,
  );
  return world?.id ?? null;
}

async function started(browser: Browser): Promise<Extension> {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    const [extension] = (await browser.extensions()).values();
    const [worker] = (await extension?.workers()) ?? [];
    // A click before the worker listens for it is lost.
    const listens = await worker?.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome?: Partial<ChromeApi> };
      return chrome?.action?.onClicked.hasListeners() ?? false;
    });
    if (extension !== undefined && listens === true) return extension;
    await sleep(50);
  }
  throw new Error(`The extension did not start within ${START_MS / 1000} s.`);
}

function outside(url: string): boolean {
  return /^(?:https?|wss?|ftp):/.test(url);
}

function said({ value, description }: Protocol.Runtime.RemoteObject): string {
  return typeof value === 'string' ? value : (description ?? JSON.stringify(value));
}

function cameFrom(initiator: Protocol.Network.Initiator, prefix: string): boolean {
  for (let stack = initiator.stack; stack !== undefined; stack = stack.parent) {
    if (stack.callFrames.some(({ url }) => url.startsWith(prefix))) return true;
  }
  return initiator.url?.startsWith(prefix) ?? false;
}

/** See {@link InstalledExtension}. */
export async function chromiumExtension(browser: Browser): Promise<InstalledExtension> {
  const extension = await started(browser);
  const origin = `chrome-extension://${extension.id}/`;
  const requests: string[] = [];
  const errors: string[] = [];

  async function note(
    session: CDPSession,
    ours: (initiator: Protocol.Network.Initiator) => boolean,
  ): Promise<void> {
    session.on('Network.requestWillBeSent', ({ request, initiator }) => {
      if (outside(request.url) && ours(initiator)) requests.push(request.url);
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
    });
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error' || type === 'assert') errors.push(args.map(said).join(' '));
    });
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error' && entry.source !== 'network') errors.push(entry.text);
    });
    await session.send('Network.enable');
    // Enabling replays what happened before; only what comes now counts.
    const known = errors.length;
    await session.send('Runtime.enable');
    await session.send('Log.enable');
    errors.length = known;
  }

  browser.on('targetcreated', (target) => {
    if (!target.url().startsWith(origin)) return;
    // A context that is gone before it could be watched has asked for nothing.
    target
      .createCDPSession()
      .then((session) => note(session, () => true))
      .catch(() => undefined);
  });
  for (const target of browser.targets()) {
    if (target.url().startsWith(origin)) await note(await target.createCDPSession(), () => true);
  }

  return {
    id: extension.id,
    address: (path) => new URL(path, origin).href,
    async glance(path) {
      const page = await browser.newPage();
      await note(await page.createCDPSession(), () => true);
      await page.goto(new URL(path, origin).href);
      await page.close();
    },
    async click(page) {
      await page.bringToFront();
      await extension.triggerAction(page);
    },
    async badge(page) {
      await page.bringToFront();
      const [worker] = await extension.workers();
      if (worker === undefined) throw new Error('The background is not running.');
      return worker.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: ChromeApi };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return tab === undefined ? '' : chrome.action.getBadgeText({ tabId: tab.id });
      });
    },
    async inReader(page, expression) {
      const contextId = await extensionWorld(page);
      if (contextId === null) throw new Error('The extension runs no script in this page.');
      const { session } = await worldsOf(page);
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        contextId,
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails !== undefined) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value as unknown;
    },
    async grantHosts() {
      throw new Error('Chromium grants hosts only in its prompt: load a build that has them.');
    },
    async revokeHosts() {
      throw new Error('Chromium takes hosts back only in its settings.');
    },
    async stopBackground() {
      const target = browser.targets().find((one) => {
        return one.type() === 'service_worker' && one.url().startsWith(origin);
      });
      const session = await target?.createCDPSession();
      // Only a page of the extension itself sees the extension's worker.
      const page = await browser.newPage();
      await page.goto(new URL('manifest.json', origin).href);
      const workers = await page.createCDPSession();
      const stopped = new Promise<void>((done) => {
        workers.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) done();
        });
      });
      await workers.send('ServiceWorker.enable');
      await workers.send('ServiceWorker.stopAllWorkers');
      await stopped;
      // A watched worker pauses when it starts again; this is answered only then.
      session?.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
      await page.close();
    },
    requests: async () => requests,
    errors: async () => errors,
    async watch(page) {
      const session = await page.createCDPSession();
      await note(session, (initiator) => cameFrom(initiator, origin));
    },
  };
}

/** The part of Chromium's extension interface that is asked in the background. */
interface ChromeApi {
  readonly tabs: { query(wanted: object): Promise<{ id: number }[]> };
  readonly action: {
    getBadgeText(of: { tabId: number }): Promise<string>;
    readonly onClicked: { hasListeners(): boolean };
  };
}
