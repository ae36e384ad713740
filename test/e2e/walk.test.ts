/** The main job, from the click on the toolbar button to the closed panel. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemoSite } from '../../src/cli/demo-site.ts';
import { pageMarkup } from '../../src/cli/drive-page.ts';
import { snapshotSchema } from '../../src/cli/schema.ts';
import type { StaticServer } from '../../src/cli/static-server.ts';
import { BROWSERS } from '../support/browser.ts';
import { highlightsOf, squeezed, startExtension } from '../support/extension.ts';
import type { OpenPage, Run } from '../support/extension.ts';

/** The topics and states of the sample policy that any sound reading of it must find. */
const STATED = ['TRK', 'ADS', 'LOC', 'COL', 'SHR', 'RGT', 'RET', 'OPT'] as const;

describe.each(BROWSERS)('reading a policy in %s', (name) => {
  let site: StaticServer;
  let run: Run;
  let opened: OpenPage;
  let before: string;

  beforeAll(async () => {
    site = await serveDemoSite();
    run = await startExtension(name);
    opened = await run.open(`${site.origin}/privacy`);
    before = await pageMarkup(opened.page);
    await run.extension.click(opened.page);
    await opened.panel.waitForState(['ready']);
  });
  afterAll(async () => {
    await run?.close();
    await site?.close();
  });

  it('shows the document and what it says', async () => {
    const text = await opened.panel.text();
    expect(text).toContain('Fernwick Trails');
    expect(text).toContain('Tracking');
    const topics = await opened.panel.query('[data-topic]');
    expect(topics).toHaveLength(22);
    const stances = Object.fromEntries(
      topics.map(({ attributes }) => [attributes['data-topic'], attributes['data-stance']]),
    );
    expect(stances).toMatchObject(Object.fromEntries(STATED.map((code) => [code, 'does'])));
    expect(stances['SAL']).not.toBe('not-found');
  });

  it('counts on the badge what the policy says it does', async () => {
    expect(await run.extension.badge(opened.page)).toMatch(/^[4-7]$/);
  });

  it('quotes the page word for word', async () => {
    const answer = await run.extension.inReader(opened.page, '__clausemark.snapshot()');
    const { report, ranges } = snapshotSchema.parse(answer);
    expect(ranges.checked).toBe(report.clauses.length);
    expect(ranges.equal).toBe(ranges.checked);
    expect(report.findings.length).toBeGreaterThan(40);
    for (const { start, end, text } of report.clauses) {
      expect(report.document.text.slice(start, end)).toBe(text);
    }
    const visible = await opened.page.evaluate(() => document.body.textContent);
    for (const { quote } of report.findings.filter(({ quote: one }) => !one.includes('\t'))) {
      expect(squeezed(visible)).toContain(squeezed(quote));
    }
  });

  it('highlights every finding in the page', async () => {
    const answer = await run.extension.inReader(opened.page, '__clausemark.snapshot()');
    const { report } = snapshotSchema.parse(answer);
    const highlighted = Object.entries(await highlightsOf(opened.page))
      .flatMap(([, texts]) => texts)
      .map(squeezed);
    for (const { quote } of report.findings) expect(highlighted).toContain(squeezed(quote));
  });

  it('jumps to a sentence, opening the section that hides it', async () => {
    const { page, panel } = opened;
    const closed = () => page.$$eval('details', (all) => all.filter((one) => !one.open).length);
    const closedBefore = await closed();
    await panel.click('[data-topic="RET"] button[aria-expanded]');
    const findings = await panel.query('[data-topic="RET"] [data-finding-id]');
    const wanted = findings.findIndex(({ text }) => text.includes('seven years'));
    expect(wanted).toBeGreaterThanOrEqual(0);
    await panel.click('[data-topic="RET"] [data-finding-id]', wanted);
    await expect.poll(closed).toBe(closedBefore - 1);
    await expect
      .poll(async () => (await highlightsOf(page))['clausemark-active'])
      .toEqual([expect.stringContaining('booking records')]);
    await expect
      .poll(() =>
        page.evaluate(() => {
          const paragraph = [...document.querySelectorAll('details p')].find((one) =>
            one.textContent.includes('booking records'),
          );
          const { top, bottom } = paragraph!.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
    const current = await panel.query('[data-finding-id][aria-current]');
    expect(current.map(({ text }) => text)).toEqual([findings[wanted]?.text]);
  });

  it('continues with the keyboard from the sentence it jumped to', async () => {
    const { page, panel } = opened;
    await panel.click('[data-topic="RGT"] button[aria-expanded]');
    const findings = await panel.query('[data-topic="RGT"] [data-finding-id]');
    const wanted = findings.findIndex(({ text }) => text.includes('data request form'));
    expect(wanted).toBeGreaterThanOrEqual(0);
    await panel.click('[data-topic="RGT"] [data-finding-id]', wanted);
    await expect
      .poll(async () => (await highlightsOf(page))['clausemark-active']?.join(''))
      .toContain('data request form');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'privacy@fernwick.example',
    );
  });

  it('selects the finding of a highlighted sentence that is clicked in the page', async () => {
    const { page, panel } = opened;
    const place = await page.evaluate(async () => {
      const paragraph = [...document.querySelectorAll('p')].find((one) =>
        one.textContent.includes('We do not sell your personal information'),
      )!;
      const top = () => paragraph.getBoundingClientRect().top;
      // The jump of the test before may still be scrolling.
      for (let last = Number.NaN; last !== top();) {
        last = top();
        await new Promise((done) => setTimeout(done, 150));
      }
      paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
      return { x: paragraph.getBoundingClientRect().left + 30, y: top() + 12 };
    });
    await page.mouse.click(place.x, place.y);
    await expect
      .poll(async () => {
        const [current] = await panel.query('[data-finding-id][aria-current]');
        return current?.text ?? '';
      })
      .toContain('We do not sell your personal information');
  });

  it('leaves the page as it was when it is closed', async () => {
    const { page, panel } = opened;
    await run.closePanel({ page, panel });
    await expect.poll(() => pageMarkup(page)).toBe(before);
    expect(await run.extension.errors()).toEqual([]);
  });

  it('opens again after closing, and closes with Escape', async () => {
    const { page, panel } = opened;
    await run.extension.click(page);
    await panel.waitForState(['ready']);
    await panel.click('[data-topic="SEC"] button[aria-expanded]');
    await panel.press('Escape');
    await panel.waitForClosed();
    await expect.poll(() => pageMarkup(page)).toBe(before);
  });
});
