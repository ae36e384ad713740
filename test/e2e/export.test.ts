/** Taking along what was read, from a page that allows nothing: plain http, sandboxed, no downloads. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageMarkup } from '../../src/cli/drive-page.ts';
import { snapshotSchema } from '../../src/cli/schema.ts';
import { serve, type StaticServer } from '../../src/cli/static-server.ts';
import { reportSchema } from '../../src/core/report-schema.ts';
import { startExtension } from '../support/extension.ts';
import type { OpenPage, Run } from '../support/extension.ts';

/** Stands for a host of the web: a name that is not trusted like the loopback address. */
const HOST = 'northlake.example';

const SANDBOX = "sandbox allow-scripts; default-src 'none'; style-src 'unsafe-inline'";

/** The sample policy with a signal and another document; nothing else of its site is there. */
async function policy(): Promise<string> {
  const html = await readFile('test/demo-site/privacy.html', 'utf8');
  return html
    .replace('<link rel="stylesheet" href="/style.css" />', '')
    .replace('<script src="/banner.js"></script>', '')
    .replace(
      '</main>',
      `<h2>Signals</h2><p>We treat a Global Privacy Control signal from your browser as a request to
      opt out of sharing.</p><p>How we use cookies is described in our <a href="/cookies">Cookie
      Policy</a>.</p></main>`,
    );
}

describe('exporting a policy in chrome', () => {
  let site: StaticServer;
  let run: Run;
  let opened: OpenPage;
  let before: string;
  let downloads: string;

  /** Chooses an item of the menu, and answers the page that it opens. */
  async function choose(item: number): Promise<Page> {
    const tab = run.browser.waitForTarget((target) => {
      return target.url().startsWith(run.extension.address('export.html')) && !seen.has(target);
    });
    await opened.page.bringToFront();
    await opened.panel.click('.export > .tool');
    await opened.panel.click('.menu-item', item);
    const target = await tab;
    seen.add(target);
    const page = (await target.page())!;
    await page.locator('.sheet').wait();
    await opened.panel.click('.export > .tool');
    return page;
  }
  const seen = new WeakSet<object>();

  async function savedFile(ending: string): Promise<string> {
    let name = '';
    await expect
      .poll(async () => {
        name = (await readdir(downloads)).find((one) => one.endsWith(ending)) ?? '';
        return name;
      })
      .toMatch(/^clausemark-.*\d{4}-\d\d-\d\d/);
    return readFile(join(downloads, name), 'utf8');
  }

  async function snapshot() {
    const answer = await run.extension.inReader(opened.page, '__clausemark.snapshot()');
    return snapshotSchema.parse(answer).report;
  }

  beforeAll(async () => {
    const body = await policy();
    site = await serve({
      route: ({ pathname }) => {
        if (pathname === '/favicon.ico') return { body: '', status: 204 };
        return { body, headers: { 'content-security-policy': SANDBOX } };
      },
    });
    run = await startExtension('chrome', { args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`] });
    downloads = await mkdtemp(join(tmpdir(), 'clausemark-export-'));
    const session = await run.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: downloads,
    });
    opened = await run.open(`${site.origin.replace('127.0.0.1', HOST)}/privacy`);
    before = await pageMarkup(opened.page);
    await run.extension.click(opened.page);
    await opened.panel.waitForState(['ready']);
  });
  afterAll(async () => {
    await run?.close();
    await site?.close();
    if (downloads) await rm(downloads, { recursive: true, force: true });
  });

  it('says what it rests on, and what was not read', async () => {
    const [rows] = await opened.panel.query('.honesty-rows');
    expect(rows?.text).toContain('1 document that the policy points to');
    expect(rows?.text).toContain('of that stands in closed parts of the page');
    const [gpc] = await opened.panel.query('.gpc');
    expect(gpc?.text).toContain('says it honours this browser signal');
    expect(gpc?.text).toContain('not visible from here');
  });

  it('prepares a request to an address of the policy', async () => {
    await opened.panel.click('.actions > .more');
    const requests = await opened.panel.query('.mail-request');
    expect(requests.length).toBeGreaterThanOrEqual(3);
    for (const { attributes } of requests) {
      expect(attributes['href']).toMatch(
        /^mailto:\w+@fernwick\.example\?subject=[^&]+&body=[^&]+$/,
      );
    }
  });

  it('saves the report as JSON: what the reader knows, with the hash of its text', async () => {
    const page = await choose(1);
    const report = reportSchema.parse(JSON.parse(await savedFile('.json')));
    const known = await snapshot();
    expect(report).toMatchObject({
      clauses: known.clauses,
      findings: known.findings,
      document: known.document,
      actions: known.actions,
      model: known.model,
    });
    const hash = createHash('sha256').update(known.document.text).digest('hex');
    expect(report.exported?.textSha256).toBe(hash);
    expect(report.documents?.map(({ label }) => label)).toEqual(['Cookie Policy']);
    await page.close();
  });

  it('saves it as Markdown', async () => {
    const page = await choose(0);
    const markdown = await savedFile('.md');
    expect(markdown).toContain(`# Fernwick Trails`);
    expect(markdown).toContain(`http://${HOST}`);
    await page.close();
  });

  it('shows a label that fits one sheet, and again when its page is loaded again', async () => {
    const page = await choose(2);
    await page.reload();
    const text = await page.$eval('.sheet', (sheet) => sheet.textContent);
    expect(text).toContain('Fernwick Trails');
    expect(text).toContain('Not legal advice.');
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = Buffer.from(await page.pdf({ format })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }
    await page.close();
  });

  it('leaves the page as it was, and asks the web for nothing', async () => {
    await run.closePanel(opened);
    await expect.poll(() => pageMarkup(opened.page)).toBe(before);
    expect(await run.extension.errors()).toEqual([]);
    expect(await run.extension.requests()).toEqual([]);
  });
});
