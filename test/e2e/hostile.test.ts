/** Pages that attack what reads them: each ends in a stated state and goes on as before. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FINAL_STATES, pageMarkup } from '../../src/cli/drive-page.ts';
import { snapshotSchema } from '../../src/cli/schema.ts';
import { serve } from '../../src/cli/static-server.ts';
import type { Answer, StaticServer } from '../../src/cli/static-server.ts';
import { DOCUMENTS } from '../hostile-pages/documents.ts';
import { policyPage } from '../hostile-pages/hostile-page.ts';
import type { HostilePage } from '../hostile-pages/hostile-page.ts';
import { NAMES } from '../hostile-pages/names.ts';
import { SIZE } from '../hostile-pages/size.ts';
import { TEXT } from '../hostile-pages/text.ts';
import { BROWSERS } from '../support/browser.ts';
import { startExtension } from '../support/extension.ts';
import type { OpenPage, Run } from '../support/extension.ts';

const PAGES: readonly HostilePage[] = [...NAMES, ...TEXT, ...DOCUMENTS, ...SIZE];

/** Long enough for the largest page on a slow machine. */
const LONG_MS = 60_000;

function answer({ pathname }: URL): Answer | null {
  if (pathname === '/plain') return { body: policyPage() };
  const page = PAGES[Number(pathname.slice(1))];
  return page === undefined
    ? null
    : { body: page.body, type: page.type ?? 'text/html', headers: page.headers ?? {} };
}

describe.each(BROWSERS)('in %s', (name) => {
  let site: StaticServer;
  let run: Run;
  beforeAll(async () => {
    site = await serve({ route: answer });
    run = await startExtension(name);
  });
  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  /** What the extension and its pages have reported so far. */
  const errors = async () => [...(await run.extension.errors())];

  /** Everything that the panel says of the page: clauses it quotes, addresses it offers. */
  async function said({ page, panel }: OpenPage): Promise<string> {
    const snapshot = await run.extension.inReader(page, '__clausemark.snapshot()');
    const { report, ranges } = snapshotSchema.parse(snapshot);
    expect(ranges.checked).toBe(report.clauses.length);
    const actions = report.actions.map(({ target }) => target);
    const links = await panel.query('a[href]');
    return [
      await panel.text(),
      ...report.findings.map(({ quote }) => quote),
      ...actions,
      ...links.map(({ attributes }) => attributes['href']),
    ].join('\n');
  }

  const here = PAGES.filter(({ both }) => name === 'chrome' || both === true);
  it.each(here)('reads $name', async (hostile) => {
    const opened = await run.open(`${site.origin}/${PAGES.indexOf(hostile)}`);
    const before = hostile.restless === true ? null : await pageMarkup(opened.page);
    const known = await errors();
    await run.extension.click(opened.page);
    const { after } = hostile;
    if (after !== undefined) {
      await expect.poll(() => opened.page.$(after), { timeout: 10_000 }).not.toBeNull();
    }
    expect(await opened.panel.waitForState(FINAL_STATES, LONG_MS)).toBe(hostile.state);
    const [root] = await opened.panel.query('[data-state]');
    expect(root).toMatchObject({ box: { width: 380 }, reachable: true });
    const { shows = [], hides = [] } = hostile;
    if (shows.length + hides.length > 0) {
      const text = await said(opened);
      for (const words of shows) expect(text).toContain(words);
      for (const words of hides) expect(text).not.toContain(words);
    }
    await run.closePanel(opened);
    if (before !== null) await expect.poll(() => pageMarkup(opened.page)).toBe(before);
    expect(await errors()).toEqual(known);
    await opened.page.close();
  });

  it('obeys no click, key or focus that a page makes up, and closes when the page insists', async () => {
    const opened = await run.read(`${site.origin}/plain`);
    const { page, panel } = opened;
    const before = await panel.query('*');
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('clausemark-panel')!;
      for (const type of ['click', 'mousedown', 'pointerdown', 'keydown', 'wheel', 'focusin']) {
        for (const target of [host, document, window]) {
          target.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
        }
      }
      host.click();
      host.focus();
      host.hidePopover();
      host.append('Everything is fine here.');
      host.style.setProperty('display', 'none', 'important');
    });
    const after = await panel.query('*');
    expect(after.map(({ tag, text }) => [tag, text])).toEqual(
      before.map(({ tag, text }) => [tag, text]),
    );
    const [root] = await panel.query('[data-state]');
    expect(root).toMatchObject({ box: { width: 380 }, reachable: true });
    await page.evaluate(async () => {
      for (let round = 0; round < 10; round += 1) {
        document.querySelector('clausemark-panel')?.remove();
        await new Promise((done) => setTimeout(done, 20));
      }
    });
    await panel.waitForClosed();
    await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
    // The next click opens it again, and does not close what nobody sees.
    await run.extension.click(page);
    await panel.waitForState(['ready']);
    await run.closePanel(opened);
    await page.close();
  });

  it('leaves the page a dialog that it opens over the panel, and closes from the toolbar', async () => {
    const opened = await run.read(`${site.origin}/plain`);
    const { page } = opened;
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      const button = document.createElement('button');
      button.textContent = 'Done';
      button.addEventListener('click', () => dialog.close('done'));
      dialog.append(button);
      document.body.append(dialog);
      dialog.showModal();
    });
    await page.mouse.click(
      ...z.tuple([z.number(), z.number()]).parse(
        await page.$eval('dialog button', (button) => {
          const { x, y, width, height } = button.getBoundingClientRect();
          return [x + width / 2, y + height / 2];
        }),
      ),
    );
    expect(await page.$eval('dialog', ({ returnValue }) => returnValue)).toBe('done');
    await page.$eval('dialog', (dialog) => dialog.showModal());
    await run.closePanel(opened);
    await page.close();
  });

  it('says that it cannot run in tabs without a page of the web', async () => {
    // One in Firefox: the popup that explains is still open then, and takes the next click.
    const addresses = ['about:blank', 'data:text/html,<h1>Privacy policy</h1>'];
    for (const url of name === 'chrome' ? addresses : addresses.slice(0, 1)) {
      const { page, panel } = await run.open(url);
      await run.extension.click(page);
      // The click is tried again for 1.4 s before it is given up.
      await expect.poll(() => run.extension.badge(page), { timeout: 10_000 }).toBe('×');
      expect(await panel.isOpen()).toBe(false);
      await page.close();
    }
  });
});
