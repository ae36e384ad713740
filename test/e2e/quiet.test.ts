/** Nothing leaves the browser, and a page learns nothing that it was not meant to. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { serveDemoSite } from '../../src/cli/demo-site.ts';
import type { StaticServer } from '../../src/cli/static-server.ts';
import { BROWSERS } from '../support/browser.ts';
import { startExtension } from '../support/extension.ts';
import type { Run } from '../support/extension.ts';

let site: StaticServer;
beforeAll(async () => {
  site = await serveDemoSite();
});
afterAll(async () => {
  await site?.close();
});

/** Everything that a user can do with a policy. */
async function useEverything(run: Run): Promise<void> {
  const { page, panel } = await run.read(`${site.origin}/privacy`);
  await panel.click('[data-topic="SHR"] button[aria-expanded]');
  await panel.click('[data-topic="SHR"] [data-finding-id]');
  await run.closePanel({ page, panel });
  for (const path of ['options.html', 'welcome.html', 'cannot-run.html?reason=pdf']) {
    await run.extension.glance(path);
  }
  const other = await run.read(`${site.origin}/article`, ['not-policy']);
  await other.page.close();
  await page.close();
}

const netLog = z.object({
  constants: z.object({ logEventTypes: z.object({ URL_REQUEST_START_JOB: z.number() }) }),
  events: z.array(
    z.object({
      type: z.number(),
      params: z.optional(
        z.object({ url: z.optional(z.string()), initiator: z.optional(z.string()) }),
      ),
    }),
  ),
});

/**
 * Requests to the network of every context, from Chromium's own log. What the browser itself asks for
 * (updates, the time) has no origin as its initiator, nor have navigations.
 */
async function loggedRequests(file: string): Promise<{ url: string; initiator: string }[]> {
  const { constants, events } = netLog.parse(JSON.parse(await readFile(file, 'utf8')));
  return events
    .filter(({ type }) => type === constants.logEventTypes.URL_REQUEST_START_JOB)
    .map(({ params }) => ({ url: params?.url ?? '', initiator: params?.initiator ?? '' }))
    .filter(({ url }) => /^(?:https?|wss?):/.test(url))
    .filter(({ initiator }) => /^[a-z-]+:/.test(initiator));
}

describe('the network', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clausemark-net-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('is asked for nothing but the pages themselves in chrome, by its own log', async () => {
    const file = join(folder, 'net.json');
    const run = await startExtension('chrome', { args: [`--log-net-log=${file}`] });
    const before = site.requests.length;
    await useEverything(run);
    const fromUs = await run.extension.requests();
    await run.close();
    expect(fromUs).toEqual([]);
    const logged = await loggedRequests(file);
    // The pages' own style sheets are there, or the log would prove nothing.
    expect(logged.map(({ url }) => url)).toContain(`${site.origin}/style.css`);
    expect(logged.filter(({ initiator }) => initiator !== site.origin)).toEqual([]);
    expect(logged.filter(({ url }) => !url.startsWith(`${site.origin}/`))).toEqual([]);
    const asked = site.requests.slice(before).filter((path) => path === '/privacy');
    expect(asked).toHaveLength(1);
  });

  it('is asked for nothing by the extension in firefox, by its own observer', async () => {
    const run = await startExtension('firefox');
    await useEverything(run);
    expect(await run.extension.requests()).toEqual([]);
    await run.close();
  });
});

describe.each(BROWSERS)('a page in %s', (name) => {
  let run: Run;
  beforeAll(async () => {
    run = await startExtension(name);
  });
  afterAll(async () => {
    await run?.close();
  });

  it('is not asked for anything again when it is read', async () => {
    const { page, panel } = await run.open(`${site.origin}/privacy`);
    const before = site.requests.length;
    await run.extension.click(page);
    await panel.waitForState(['ready']);
    await run.closePanel({ page, panel });
    const asked = site.requests.slice(before).filter((path) => path !== '/favicon.ico');
    expect(asked).toEqual([]);
    await page.close();
  });

  it('cannot load a file of the extension', async () => {
    const { page } = await run.open(`${site.origin}/privacy`);
    const addresses = [
      'reader.js',
      'detect.js',
      'options.html',
      'model/clauses.bin',
      'manifest.json',
    ];
    for (const path of addresses) {
      const answer = await page.evaluate(
        (url) =>
          fetch(url).then(
            () => 'loaded',
            () => 'refused',
          ),
        run.extension.address(path),
      );
      expect(answer, path).toBe('refused');
    }
    await page.close();
  });

  it('sees no global, no event and no message of ours before the click, and no finding after it', async () => {
    const { page, panel } = await run.open(`${site.origin}/privacy`);
    await page.evaluate(() => {
      const heard: string[] = [];
      const target = globalThis as unknown as { heard: string[] };
      target.heard = heard;
      const native = EventTarget.prototype.dispatchEvent;
      EventTarget.prototype.dispatchEvent = function (event) {
        heard.push(`dispatched ${event.type}`);
        return native.call(this, event);
      };
      addEventListener('message', (event) => heard.push(`message ${String(event.data)}`));
    });
    const globals = () => page.evaluate(() => Object.getOwnPropertyNames(globalThis).toSorted());
    const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    const before = await globals();
    expect(before.filter((key) => /clausemark/i.test(key))).toEqual([]);
    await run.extension.click(page);
    await panel.waitForState(['ready']);
    expect(await globals()).toEqual(before);
    expect(await heard()).toEqual([]);
    const seen = await page.$eval('clausemark-panel', (host) => [
      host.shadowRoot,
      host.innerHTML,
      (host as HTMLElement).innerText,
    ]);
    expect(seen).toEqual([null, '', '']);
    await page.close();
  });
});
