import { describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { bundle } from '../../src/cli/page-bundle.ts';
import type * as PositionCode from '../../src/page/reading-position.ts';
import { BROWSERS, sharedBrowser, withPage } from '../support/browser.ts';

const lines = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `<p>Line ${from + index}</p>`).join('');

/** Forty lines of 50 px each. */
const STYLE = '<style>body{margin:0}p{margin:0;height:50px}</style>';

interface Told {
  places: { id: string; start: number; end: number }[];
  views: { start: number; end: number }[];
  spots: { section: readonly string[]; findingIds: readonly string[] }[];
  measured: number;
}

declare global {
  var Position: typeof PositionCode;
  var told: Told;
  var follower: PositionCode.ReadingPosition;
  var ended: AbortController;
}

/** Follows every `p` in the page and its frames; the tenth starts a section. */
async function follow(page: Page): Promise<void> {
  await page.setViewport({ width: 800, height: 600 });
  await page.evaluate(await bundle('src/page/reading-position.ts', 'Position'));
  await page.evaluate(() => {
    globalThis.told = { places: [], views: [], spots: [], measured: 0 };
    globalThis.ended = new AbortController();
    globalThis.follower = new Position.ReadingPosition(
      window,
      {
        places: (places) => {
          told.places = [...places];
          told.measured += 1;
        },
        view: (view) => void told.views.push(view),
        spot: (spot) => void told.spots.push(spot),
        covered: () => ({ top: 0, bottom: 0 }),
      },
      ended.signal,
    );
    const documents = [
      document,
      ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument!),
    ];
    const items = documents.flatMap((one) =>
      [...one.querySelectorAll('p')].map((line) => {
        const range = one.createRange();
        range.selectNodeContents(line);
        return { id: line.textContent.replace('Line ', ''), range };
      }),
    );
    follower.follow(items, [{ id: 'section', range: items[10]!.range, path: ['Ten'] }]);
  });
  await frames(page);
}

/** Lets the page show three frames, so that what was scrolled has been told. */
async function frames(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
        );
      }),
  );
}

const startOf = (page: Page, id: string) =>
  page.evaluate((wanted) => told.places.find((place) => place.id === wanted)?.start, id);

const last = (page: Page) =>
  page.evaluate(() => ({ view: told.views.at(-1)!, spot: told.spots.at(-1)! }));

describe.each(BROWSERS)('the reading position in %s', (name) => {
  it('is where people read, follows scrolling, and ends with its signal', async () => {
    await withPage(await sharedBrowser(name), STYLE + lines(40), async (page) => {
      await follow(page);
      expect(await startOf(page, '10')).toBeCloseTo(10 / 40, 2);
      expect((await last(page)).spot).toEqual({ section: [], findingIds: ['0'] });
      await page.evaluate(() => scrollTo(0, 600));
      await frames(page);
      const middle = await last(page);
      expect(middle.view.start).toBeCloseTo(0.3, 3);
      expect(middle.view.end).toBeCloseTo(0.6, 3);
      expect(middle.spot).toEqual({ section: ['Ten'], findingIds: ['16'] });
      await page.evaluate(() => scrollTo(0, 1400));
      await frames(page);
      expect((await last(page)).spot.findingIds).toEqual(['39']);
      const before = await page.evaluate(() => {
        ended.abort();
        return told.views.length;
      });
      await page.evaluate(() => scrollTo(0, 0));
      await frames(page);
      expect(await page.evaluate(() => told.views.length)).toBe(before);
    });
  });

  it('maps the box or the frame in which the policy scrolls', async () => {
    const box = `${STYLE}<div style="height:300px;overflow:auto;border:7px solid">${lines(40)}</div>`;
    await withPage(await sharedBrowser(name), box + lines(3, 90), async (page) => {
      await follow(page);
      expect(await startOf(page, '20')).toBeCloseTo(0.5, 2);
      await page.evaluate(() => document.querySelector('div')!.scrollTo(0, 1000));
      await frames(page);
      expect((await last(page)).view.start).toBeCloseTo(0.5, 3);
      expect((await last(page)).spot.findingIds).toEqual(['22']);
      // Scrolled or not, text has its place; text below the box is at the end.
      await page.evaluate(() => follower.restart());
      await frames(page);
      expect(await startOf(page, '20')).toBeCloseTo(0.5, 2);
      expect(await startOf(page, '91')).toBe(1);
    });
    const source = `${STYLE}${lines(40)}`.replaceAll('"', '&quot;');
    const frame = `<div style="height:200px"></div><iframe srcdoc="${source}" style="height:300px"></iframe>`;
    await withPage(await sharedBrowser(name), frame, async (page) => {
      await page.waitForFunction(
        () => document.querySelector('iframe')?.contentDocument?.querySelector('p') !== null,
      );
      await follow(page);
      expect(await startOf(page, '20')).toBeCloseTo(0.5, 2);
      await page.evaluate(() => document.querySelector('iframe')!.contentWindow!.scrollTo(0, 1000));
      await frames(page);
      expect((await last(page)).view.start).toBeCloseTo(0.5, 3);
    });
  });

  it('keeps a place for text that is not rendered, and measures anew what has moved', async () => {
    const html = `${STYLE}<section>${lines(20)}</section><div><b>x</b><div hidden>${lines(1, 20)}</div></div>${lines(19, 21)}`;
    await withPage(await sharedBrowser(name), html, async (page) => {
      await follow(page);
      const total = await page.evaluate(() => document.documentElement.scrollHeight);
      expect((await startOf(page, '20'))! * total).toBeCloseTo(1000, -1);
      await page.evaluate(() => {
        document.querySelector('section')!.style.paddingTop = '1000px';
      });
      await page.waitForFunction(() => told.measured > 1);
      expect(await startOf(page, '0')).toBeCloseTo(1000 / (total + 1000), 2);
    });
  });
});

describe('the reading position', () => {
  it('measures only what is new when more is followed', async () => {
    await withPage(await sharedBrowser('chrome'), STYLE + lines(40), async (page) => {
      await follow(page);
      const asked = await page.evaluate(async () => {
        const { getBoundingClientRect } = Range.prototype;
        let count = 0;
        Range.prototype.getBoundingClientRect = function counted() {
          count += 1;
          return getBoundingClientRect.call(this);
        };
        const items = [...document.querySelectorAll('p')].flatMap((line, index) => {
          const range = document.createRange();
          range.selectNodeContents(line);
          return [{ id: String(index), range }, ...(index === 3 ? [{ id: 'new', range }] : [])];
        });
        follower.follow(items, []);
        scrollTo(0, 100);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return count;
      });
      expect(asked).toBe(1);
      expect(await startOf(page, 'new')).toBeCloseTo(3 / 40, 2);
    });
  });
});
