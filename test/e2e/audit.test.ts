/** The audit: what was read is tinted, what was skipped is listed, shown, and read on request. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemoSite } from '../../src/cli/demo-site.ts';
import { pageMarkup } from '../../src/cli/drive-page.ts';
import { snapshotSchema } from '../../src/cli/schema.ts';
import type { StaticServer } from '../../src/cli/static-server.ts';
import { highlightsOf, squeezed, startExtension } from '../support/extension.ts';
import type { OpenPage, Run } from '../support/extension.ts';

/** Words of a side note on the sample policy. */
const NOTE = 'Our guides name five routes that are dry by April';

describe('the audit of a policy in chrome', () => {
  let site: StaticServer;
  let run: Run;
  let opened: OpenPage;
  let before: string;

  /** What the reader knows now. */
  async function report() {
    const answer = await run.extension.inReader(opened.page, '__clausemark.snapshot()');
    return snapshotSchema.parse(answer).report;
  }

  /** Everything that is tinted, without white space. */
  async function tinted(): Promise<string> {
    return squeezed(((await highlightsOf(opened.page))['clausemark-read'] ?? []).join(''));
  }

  /** Place of the side note among the listed parts, by its words. */
  async function noteInList(): Promise<number> {
    const parts = await opened.panel.query('[data-skipped-id]');
    return parts.findIndex(({ text }) => text.includes('Spring is here'));
  }

  beforeAll(async () => {
    site = await serveDemoSite();
    run = await startExtension('chrome');
    opened = await run.open(`${site.origin}/privacy`);
    before = await pageMarkup(opened.page);
    await run.extension.click(opened.page);
    await opened.panel.waitForState(['ready']);
    await opened.panel.click('.coverage summary');
  });
  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('tints what was read, all of it and nothing else', async () => {
    expect(await tinted()).toBe('');
    await opened.panel.click('.audit input');
    await expect.poll(tinted).not.toBe('');
    const text = await tinted();
    for (const clause of (await report()).clauses) expect(text).toContain(squeezed(clause.text));
    expect(text).not.toContain(squeezed(NOTE));
  });

  it('lists a skipped part with its reason', async () => {
    const [first] = await opened.panel.query('[data-skipped-id]');
    expect(first?.text).toMatch(/^Side note: From the journal Spring is here\./u);
    expect((await report()).document.text).not.toContain(NOTE);
  });

  it('shows a skipped part in the page', async () => {
    const { page, panel } = opened;
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await panel.click('[data-skipped-id] .more:first-child', await noteInList());
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { top, bottom } = document.querySelector('aside')!.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
    expect((await highlightsOf(page))['clausemark-active']?.join('')).toContain('Spring is here');
    expect(await panel.text()).not.toContain('part of the page that is closed');
  });

  it('says so when a skipped part is closed', async () => {
    const { page, panel } = opened;
    const parts = await panel.query('[data-skipped-id]');
    const menu = parts.findIndex(({ text }) => text.startsWith('Page header'));
    expect(menu).toBeGreaterThanOrEqual(0);
    const close = (closed: boolean) =>
      page.$eval('.site-header', (header, none) => header.classList.toggle('closed', none), closed);
    await page.addStyleTag({ content: '.closed { display: none !important; }' });
    await close(true);
    await panel.click('[data-skipped-id] .more:first-child', menu);
    await expect.poll(() => panel.text()).toContain('part of the page that is closed');
    await close(false);
    await page.evaluate(() => document.head.querySelector('style')?.remove());
  });

  it('reads a skipped part when it is asked to, and tints it as well', async () => {
    const { panel } = opened;
    await panel.click('[data-skipped-id] .more:last-child', await noteInList());
    await expect.poll(async () => (await report())?.document.text ?? '').toContain(NOTE);
    await panel.waitForState(['ready']);
    await expect.poll(tinted).toContain(squeezed(NOTE));
    expect(await noteInList()).toBe(-1);
    expect((await report()).findings.length).toBeGreaterThan(40);
  });

  it('stops tinting, and leaves the page as it was', async () => {
    const { page, panel } = opened;
    await panel.click('.audit input');
    await expect.poll(tinted).toBe('');
    await panel.click('.audit input');
    await expect.poll(tinted).not.toBe('');
    await run.closePanel({ page, panel });
    await expect.poll(() => pageMarkup(page)).toBe(before);
    expect(await run.extension.errors()).toEqual([]);
  });
});
