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
  for (const path of ['options.html', 'welcome.html']) {
    const own = await run.open(run.extension.address(path));
    await own.page.close();
  }
  const other = await run.read(`${site.origin}/article`, ['not-policy']);
  await other.page.close();
  await page.close();
}

const netLog = z.object({
  constants: z.object({ logEventTypes: z.object({ URL_REQUEST_START_JOB: z.number() }) }),
  events: z.array(
    z.object({ type: z.number(), params: z.optional(z.object({ url: z.optional(z.string()) })) }),
  ),
});

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
    const asked = site.requests.length;
    await useEverything(run);
    const fromUs = await run.extension.requests();
    await run.close();
    expect(fromUs).toEqual([]);
    const log = netLog.parse(JSON.parse(await readFile(file, 'utf8')));
    const urls = log.events
      .filter(({ type }) => type === log.constants.logEventTypes.URL_REQUEST_START_JOB)
      .flatMap(({ params }) => params?.url ?? [])
      .filter((url) => /^(?:https?|wss?):/.test(url));
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([]);
    expect(urls.filter((url) => /privacy|article/.test(url))).toHaveLength(
      site.requests.slice(asked).filter((path) => /privacy|article/.test(path)).length,
    );
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
    expect(site.requests.slice(before)).toEqual([]);
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
