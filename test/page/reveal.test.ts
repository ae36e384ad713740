import { describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { bundle } from '../../src/cli/page-bundle.ts';
import type * as RevealCode from '../../src/page/reveal.ts';
import { BROWSERS, evaluateWithBundle, sharedBrowser, withPage } from '../support/browser.ts';

const FILLER = '<p>Filler text of a long page.</p>'.repeat(80);

const PAGE = `<!doctype html><title>t</title>${FILLER}
<p id="plain">A clause in plain sight. <a href="#next" id="after">a link after it</a></p>${FILLER}
<details name="set" id="rival" open><summary>First</summary><p>Other text.</p></details>
<details name="set" id="outer"><summary id="label">Second</summary>
  <details id="inner"><summary>Nested</summary><p id="folded">A folded clause.</p></details>
</details>
<div id="found" hidden="until-found"><p id="lost">A clause to be found.</p></div>
<button id="control" aria-controls="sheet" aria-expanded="false">More</button>
<div id="sheet" style="display:none"><p id="closed">A clause in an accordion.</p></div>
<div id="flat" style="height:0;overflow:hidden"><p id="squashed">A squashed clause.</p></div>
<div style="height:120px;overflow:auto">${FILLER}<p id="scrolled">A clause in a box.</p>${FILLER}</div>
<p id="clear" style="opacity:0">A transparent clause.</p>${FILLER}`;

interface Outcome {
  readonly visible: boolean;
  readonly top: number;
  readonly height: number;
  readonly html: boolean;
}

async function reveal(page: Page, id: string, bottom = 0): Promise<Outcome> {
  return evaluateWithBundle(
    page,
    await bundle('src/page/reveal.ts', 'Revealing'),
    (all, target, covered) => {
      const { Revealer } = all as typeof RevealCode;
      const before = document.documentElement.outerHTML;
      const range = document.createRange();
      const text = document.getElementById(target)!.firstChild!;
      range.setStart(text, 2);
      range.setEnd(text, text.textContent!.length);
      const revealer = new Revealer();
      const visible = revealer.reveal(range, {
        reducedMotion: true,
        moveFocus: true,
        covered: { top: 0, right: 0, bottom: covered, left: 0 },
      });
      const { top } = range.getBoundingClientRect();
      revealer.undo();
      return {
        visible,
        top,
        height: innerHeight,
        html: before === document.documentElement.outerHTML,
      };
    },
    [id, bottom] as [string, number],
    'Revealing',
  );
}

describe.each(BROWSERS)('revealing in %s', (name) => {
  it.each(['plain', 'folded', 'lost', 'scrolled'])(
    'brings #%s to the middle of the window and leaves the page as it was',
    async (id) => {
      await withPage(await sharedBrowser(name), PAGE, async (page) => {
        const { visible, top, height, html } = await reveal(page, id);
        expect(visible).toBe(true);
        expect(top).toBeGreaterThan(height * 0.35);
        expect(top).toBeLessThan(height * 0.65);
        expect(html).toBe(true);
      });
    },
  );

  it('keeps clear of what the panel covers', async () => {
    await withPage(await sharedBrowser(name), PAGE, async (page) => {
      const { top, height } = await reveal(page, 'plain', 400);
      expect(top).toBeLessThan(height - 400);
    });
  });

  it.each(['closed', 'squashed', 'clear'])('says that #%s stays hidden', async (id) => {
    await withPage(await sharedBrowser(name), PAGE, async (page) => {
      const { visible, html } = await reveal(page, id);
      expect(visible).toBe(false);
      expect(html).toBe(true);
    });
  });

  it('shows the control of a closed accordion without pressing it', async () => {
    await withPage(await sharedBrowser(name), PAGE, async (page) => {
      await page.evaluate(() => {
        document.getElementById('control')!.addEventListener('click', () => {
          document.title = 'pressed';
        });
      });
      await reveal(page, 'closed');
      const seen = await page.evaluate(() => {
        const { top } = document.getElementById('control')!.getBoundingClientRect();
        return { inside: top > 0 && top < innerHeight, title: document.title };
      });
      expect(seen).toEqual({ inside: true, title: 't' });
    });
  });

  it('lets the next Tab continue from the clause', async () => {
    await withPage(await sharedBrowser(name), PAGE, async (page) => {
      await reveal(page, 'plain');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('after');
    });
  });

  it('keeps what the reader closed or opened meanwhile', async () => {
    await withPage(await sharedBrowser(name), PAGE, async (page) => {
      const open = await evaluateWithBundle(
        page,
        await bundle('src/page/reveal.ts', 'Revealing'),
        (all) => {
          const { Revealer } = all as typeof RevealCode;
          const range = document.createRange();
          range.selectNodeContents(document.getElementById('folded')!);
          const revealer = new Revealer();
          revealer.reveal(range, { reducedMotion: true, moveFocus: false });
          const details = (id: string) => document.getElementById(id) as HTMLDetailsElement;
          const during = [details('rival').open, details('outer').open, details('inner').open];
          details('outer').open = false;
          revealer.undo();
          return [...during, details('rival').open, details('outer').open, details('inner').open];
        },
        [],
        'Revealing',
      );
      expect(open).toEqual([false, true, true, false, false, false]);
    });
  });
});
