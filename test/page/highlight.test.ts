import { describe, expect, it } from 'vitest';
import { bundle } from '../../src/cli/page-bundle.ts';
import type * as HighlightCode from '../../src/page/highlight.ts';
import { BROWSERS, evaluateWithBundle, sharedBrowser, withPage } from '../support/browser.ts';

const PAGE = `<!doctype html><title>t</title>
<p id="one">We sell your data to brokers.</p>
<p id="two">We use cookies.</p>
<div id="host"><template shadowrootmode="open"><p id="deep">We share it in the shade.</p></template></div>
<iframe srcdoc="<p id=three>We keep it for a year.</p>"></iframe>`;

const code = () => bundle('src/page/highlight.ts', 'Highlighting');

describe.each(BROWSERS)('highlights in %s', (name) => {
  it('paints each topic under its name and the active clause above all', async () => {
    await withPage(await sharedBrowser(name), PAGE, async (page) => {
      const seen = await evaluateWithBundle(
        page,
        await code(),
        (all) => {
          const { HighlightPainter } = all as typeof HighlightCode;
          const rangeOf = (element: Element) => {
            const range = element.ownerDocument.createRange();
            range.selectNodeContents(element);
            return range;
          };
          const one = rangeOf(document.querySelector('#one')!);
          const two = rangeOf(document.querySelector('#two')!);
          const painter = new HighlightPainter();
          painter.paint([
            { id: 'a', topic: 'SAL', range: one },
            { id: 'b', topic: 'SHR', range: one },
            { id: 'c', topic: 'TRK', range: two },
          ]);
          painter.setActive([one]);
          const before = [...CSS.highlights.keys()].toSorted();
          const priorities = ['SAL', 'SHR', 'TRK', 'active'].map(
            (key) => CSS.highlights.get(`clausemark-${key}`)!.priority,
          );
          const color = getComputedStyle(
            document.querySelector('#one')!,
            '::highlight(clausemark-active)',
          ).backgroundColor;
          painter.paint([{ id: 'c', topic: 'TRK', range: two }]);
          return { before, priorities, color, after: [...CSS.highlights.keys()].toSorted() };
        },
        [],
        'Highlighting',
      );
      expect(seen.before).toEqual([
        'clausemark-SAL',
        'clausemark-SHR',
        'clausemark-TRK',
        'clausemark-active',
      ]);
      expect(seen.color).toBe('rgb(255, 223, 93)');
      expect(seen.after).toEqual(['clausemark-TRK', 'clausemark-active']);
      const [sale, sharing, tracking, active] = seen.priorities as [number, number, number, number];
      expect(tracking).toBeGreaterThan(sharing);
      expect(sharing).toBeGreaterThan(sale);
      expect(active).toBeGreaterThan(tracking);
    });
  });

  it('tints what was read below the findings, until told to stop', async () => {
    await withPage(await sharedBrowser(name), PAGE, async (page) => {
      const seen = await evaluateWithBundle(
        page,
        await code(),
        (all) => {
          const { HighlightPainter } = all as typeof HighlightCode;
          const frame = document.querySelector('iframe')!.contentDocument!;
          const deep = document.querySelector('#host')!.shadowRoot!.querySelector('#deep')!;
          const top = document.querySelector('#one')!;
          const ranges = [top, deep, frame.querySelector('#three')!].map((element) => {
            const range = element.ownerDocument.createRange();
            range.selectNodeContents(element);
            return range;
          });
          const inFrame = (frame.defaultView as typeof globalThis & Window).CSS.highlights;
          const sizes = () =>
            [CSS.highlights, inFrame].map((registry) => registry.get('clausemark-read')?.size ?? 0);
          const painter = new HighlightPainter();
          painter.setRead(ranges);
          const tints = [top, deep].map(
            (element) => getComputedStyle(element, '::highlight(clausemark-read)').backgroundColor,
          );
          const first = sizes();
          painter.paint([{ id: 'a', topic: 'CON', range: ranges[0]! }]);
          painter.setActive([ranges[0]!]);
          const kept = sizes();
          const priorities = ['read', 'CON', 'active'].map(
            (key) => CSS.highlights.get(`clausemark-${key}`)!.priority,
          );
          painter.setRead(ranges.slice(0, 1));
          const fewer = sizes();
          painter.setRead(null);
          const stopped = [...CSS.highlights.keys()].toSorted();
          painter.setRead(ranges);
          painter.clear();
          const sheets = [document, frame].map(
            ({ adoptedStyleSheets }) => adoptedStyleSheets.length,
          );
          return {
            tints,
            first,
            kept,
            priorities,
            fewer,
            stopped,
            cleared: [...CSS.highlights.keys(), ...inFrame.keys()],
            sheets,
          };
        },
        [],
        'Highlighting',
      );
      const { tints, priorities, ...rest } = seen;
      expect(rest).toEqual({
        first: [2, 1],
        kept: [2, 1],
        fewer: [1, 0],
        stopped: ['clausemark-CON', 'clausemark-active'],
        cleared: [],
        sheets: [0, 0],
      });
      expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
      expect(new Set(priorities).size).toBe(3);
      expect(tints[0]).toMatch(/^rgba\(120, 140, 160/u);
      expect(tints[1]).toBe(tints[0]);
    });
  });

  it('paints in shadow trees and frames, with rules in each', async () => {
    await withPage(await sharedBrowser(name), PAGE, async (page) => {
      const seen = await evaluateWithBundle(
        page,
        await code(),
        (all) => {
          const { HighlightPainter } = all as typeof HighlightCode;
          const frame = document.querySelector('iframe')!.contentDocument!;
          const deep = document.querySelector('#host')!.shadowRoot!.querySelector('#deep')!;
          const three = frame.querySelector('#three')!;
          const painter = new HighlightPainter();
          painter.paint(
            [deep, three].map((element, index) => {
              const range = element.ownerDocument.createRange();
              range.selectNodeContents(element);
              return { id: String(index), topic: 'SHR' as const, range };
            }),
          );
          const line = (element: Element) =>
            element.ownerDocument.defaultView!.getComputedStyle(
              element,
              '::highlight(clausemark-SHR)',
            ).textDecorationStyle;
          return {
            top: CSS.highlights.get('clausemark-SHR')?.size,
            inner: (frame.defaultView as typeof globalThis & Window).CSS.highlights.get(
              'clausemark-SHR',
            )?.size,
            lines: [line(deep), line(three)],
          };
        },
        [],
        'Highlighting',
      );
      expect(seen).toEqual({ top: 1, inner: 1, lines: ['double', 'double'] });
    });
  });

  it('leaves highlights and style sheets of the page alone when it clears', async () => {
    await withPage(await sharedBrowser(name), PAGE, async (page) => {
      const seen = await evaluateWithBundle(
        page,
        await code(),
        (all) => {
          const { HighlightPainter } = all as typeof HighlightCode;
          const own = new CSSStyleSheet();
          document.adoptedStyleSheets.push(own);
          const range = document.createRange();
          range.selectNodeContents(document.querySelector('#one')!);
          CSS.highlights.set('theirs', new Highlight(range));
          const painter = new HighlightPainter();
          painter.paint([{ id: 'a', topic: 'SAL', range }]);
          painter.setActive([range]);
          const sheetsPainted = document.adoptedStyleSheets.length;
          const html = document.documentElement.outerHTML;
          painter.clear();
          return {
            keys: [...CSS.highlights.keys()],
            size: CSS.highlights.get('theirs')?.size,
            sheetsPainted,
            sheets: document.adoptedStyleSheets.length,
            ownStays: document.adoptedStyleSheets[0] === own,
            untouched: html === document.documentElement.outerHTML,
          };
        },
        [],
        'Highlighting',
      );
      expect(seen).toEqual({
        keys: ['theirs'],
        size: 1,
        sheetsPainted: 2,
        sheets: 1,
        ownStays: true,
        untouched: true,
      });
    });
  });

  it('finds the clause under a real click, the shortest first, and nothing beside the text', async () => {
    await withPage(await sharedBrowser(name), PAGE, async (page) => {
      await evaluateWithBundle(
        page,
        await code(),
        (all) => {
          const { HighlightPainter } = all as typeof HighlightCode;
          const text = document.querySelector('#one')!.firstChild!;
          const range = (from: number, to: number) => {
            const made = document.createRange();
            made.setStart(text, from);
            made.setEnd(text, to);
            return made;
          };
          const painter = new HighlightPainter();
          painter.paint([
            { id: 'whole', topic: 'SHR', range: range(0, 29) },
            { id: 'start', topic: 'SAL', range: range(0, 7) },
          ]);
          const hits: (readonly string[])[] = [];
          Object.assign(globalThis, { hits });
          addEventListener('click', (event) => hits.push(painter.findingsAt(event)));
        },
        [],
        'Highlighting',
      );
      const box = await (await page.$('#one'))!.boundingBox();
      await page.mouse.click(box!.x + 5, box!.y + 8);
      await page.mouse.click(box!.x + 180, box!.y + 8);
      await page.mouse.click(box!.x + box!.width - 5, box!.y + 8);
      const hits = await page.evaluate(() => (globalThis as unknown as { hits: string[][] }).hits);
      expect(hits).toEqual([['start', 'whole'], ['whole'], []]);
    });
  });

  it('says when a window cannot highlight', async () => {
    await withPage(await sharedBrowser(name), PAGE, async (page) => {
      const seen = await evaluateWithBundle(
        page,
        await code(),
        (all) => {
          const { canHighlight } = all as typeof HighlightCode;
          return [canHighlight(window), canHighlight({ CSS: {} } as unknown as Window)];
        },
        [],
        'Highlighting',
      );
      expect(seen).toEqual([true, false]);
    });
  });
});
