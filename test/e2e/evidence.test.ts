/** The card of a finding, the reader's corrections and strictness, in the built extension. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemoSite } from '../../src/cli/demo-site.ts';
import { pageMarkup } from '../../src/cli/drive-page.ts';
import { snapshotSchema } from '../../src/cli/schema.ts';
import type { StaticServer } from '../../src/cli/static-server.ts';
import { startExtension } from '../support/extension.ts';
import type { OpenPage, Run } from '../support/extension.ts';

/** A name that is no loopback address: a page there is not secure, and has no clipboard interface. */
const HOST = 'fernwick.example';

/** What waits for the background, which may have to start first, waits longer than for a page. */
const poll = <T>(look: () => Promise<T> | T) => expect.poll(look, { timeout: 10_000 });

describe('a finding in chrome', () => {
  let site: StaticServer;
  let run: Run;
  let opened: OpenPage;
  let options: Page;
  let before: string;
  let address: string;

  /** What the reader knows now. */
  async function report() {
    const answer = await run.extension.inReader(opened.page, '__clausemark.snapshot()');
    return snapshotSchema.parse(answer).report;
  }

  /** Text on the clipboard, read by the extension's own page. */
  async function clipboard(): Promise<string> {
    await options.bringToFront();
    const text = await options.evaluate(() => {
      const box = document.createElement('textarea');
      document.body.append(box);
      box.focus();
      return navigator.clipboard.readText().finally(() => box.remove());
    });
    await opened.page.bringToFront();
    return text;
  }

  beforeAll(async () => {
    site = await serveDemoSite();
    address = `http://${HOST}:${new URL(site.origin).port}/privacy`;
    run = await startExtension('chrome', {
      args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
    });
    options = await run.browser.newPage();
    await options.goto(run.extension.address('options.html'));
    const session = await options.createCDPSession();
    await session.send('Browser.grantPermissions', { permissions: ['clipboardReadWrite'] });
    opened = await run.open(address);
    before = await pageMarkup(opened.page);
    await run.extension.click(opened.page);
    await opened.panel.waitForState(['ready']);
  });
  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('shows why it is there', async () => {
    const { panel } = opened;
    await panel.click('[data-topic="SAL"] button[aria-expanded]');
    await panel.click('[data-topic="SAL"] .why');
    const [card] = await panel.query('[data-evidence]');
    expect(card?.text).toContain('Why this is shown');
    await poll(async () => (await panel.query('.weighed-words li')).length).toBeGreaterThan(0);
    const [finding] = await panel.query('[data-topic="SAL"] [data-finding-id]');
    const [word] = await panel.query('.weighed-word');
    expect(finding?.text).toContain(word!.text);
    expect(await panel.query('[data-finding-id][aria-current]')).toHaveLength(1);
  });

  it('is copied on a plain-http page, unnoticed, and its link leads back to it', async () => {
    const { page, panel } = opened;
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      for (const type of ['copy', 'beforecopy', 'selectionchange', 'message']) {
        addEventListener(type, () => heard.push(type), true);
        document.addEventListener(type, () => heard.push(type), true);
      }
    });
    await panel.click('[data-evidence] .evidence-actions .more');
    await poll(async () => (await panel.query('.copy-outcome'))[0]?.text).toBe('Copied.');
    expect(await page.evaluate(() => [Reflect.get(globalThis, 'heard'), window.length])).toEqual([
      [],
      0,
    ]);
    const copied = await clipboard();
    const [id] = (await panel.query('[data-evidence]')).map(
      ({ attributes }) => attributes['data-evidence'],
    );
    const { quote } = (await report()).findings.find((one) => one.id === id)!;
    expect(copied.replaceAll('\\', '')).toContain(`> ${quote}\n`);
    const link = /\]\(<?(?<link>[^)>\s]+)/u.exec(copied)!.groups!['link']!;
    expect(link).toContain(`${address}#:~:text=`);
    const other = await run.browser.newPage();
    await other.goto(link);
    await poll(() => other.evaluate(() => scrollY)).toBeGreaterThan(0);
    const seen = await other.evaluate(
      (words) => {
        const holders = [...document.querySelectorAll('p, li, td')].filter((one) =>
          one.textContent.replaceAll(/\s+/gu, ' ').includes(words),
        );
        const { top, bottom } = holders.at(-1)!.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      },
      quote.slice(0, 40),
    );
    expect(seen).toBe(true);
    await other.close();
    await page.bringToFront();
  });

  it('is marked as wrong, which is kept, shown again, saved as a file and cleared', async () => {
    const { page, panel } = opened;
    await panel.click('[data-correct=open]');
    await panel.click('[data-correct=none]');
    await poll(async () => (await panel.query('[data-marked]'))[0]?.text).toContain('none of');
    const [id] = (await panel.query('[data-evidence]')).map(
      ({ attributes }) => attributes['data-evidence'],
    );
    const { clauseId } = (await report()).findings.find((one) => one.id === id)!;
    const { text, heading, labels } = (await report()).clauses.find((one) => one.id === clauseId)!;
    await run.closePanel(opened);
    await run.extension.click(page);
    await panel.waitForState(['ready']);
    await panel.click('[data-topic="SAL"] button[aria-expanded]');
    await poll(async () => (await panel.query('[data-marked]')).length).toBe(1);

    await options.reload();
    await options.bringToFront();
    const folder = await mkdtemp(join(tmpdir(), 'clausemark-saved-'));
    const session = await options.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await options.locator('[data-corrections-save]').click();
    await poll(async () =>
      (await readdir(folder)).filter((name) => name.endsWith('.jsonl')),
    ).toHaveLength(1);
    const saved = await readFile(join(folder, 'clausemark-corrections.jsonl'), 'utf8');
    await rm(folder, { recursive: true });
    expect(JSON.parse(saved)).toMatchObject({
      text,
      heading,
      labels: [],
      was: labels,
      url: address,
    });
    await options.locator('[data-corrections-clear]').click();
    await options.waitForSelector('[data-corrections="0"]');
    await page.bringToFront();
  });

  it('comes and goes with strictness, and so does the badge, without reading again', async () => {
    const { page, panel } = opened;
    const counts = async () => ({
      findings: (await report()).findings.length,
      shown: Number((await panel.query('.chip[aria-pressed=true] .chip-count'))[0]?.text),
      badge: await run.extension.badge(page),
    });
    const usual = await counts();
    expect(usual.shown).toBe(usual.findings);
    await panel.click('.strictness-slider');
    await panel.press('Home');
    await poll(async () => (await report()).findings.length).toBeLessThan(usual.findings);
    const fewest = await counts();
    expect(fewest.shown).toBe(fewest.findings);
    await panel.press('End');
    await poll(async () => (await report()).findings.length).toBeGreaterThan(usual.findings);
    const most = await counts();
    expect(most.shown).toBe(most.findings);
    expect(Number(fewest.badge)).toBeLessThanOrEqual(Number(usual.badge));
    expect(Number(most.badge)).toBeGreaterThan(Number(fewest.badge));
    expect(await panel.state()).toBe('ready');
    // Kept for the next page, and shown in the options.
    await options.reload();
    await options.waitForSelector('[data-strictness="-2"]');
  });

  it('leaves the page as it was', async () => {
    await run.closePanel(opened);
    await poll(() => pageMarkup(opened.page)).toBe(before);
    expect(await run.extension.errors()).toEqual([]);
  });
});
