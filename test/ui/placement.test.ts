import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browser.ts';
import { calls, click, PAGE, showPanel, withGallery } from './gallery-page.ts';

/** A page that does what it can to hide, move and recolour what others put into it. */
const HOSTILE = `<!doctype html><html lang="en"><title>Hostile</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'">
<style>
  html { overflow: hidden; font-size: 41px; transform: translateX(30px); filter: grayscale(1); }
  * { letter-spacing: 9px !important; color: red !important; font-size: 90px !important; }
  html > *, clausemark-panel { display: none !important; opacity: 0.1 !important; position: static !important;
    transform: scale(0.1) !important; width: 1px !important; height: 1px !important; clip-path: inset(50%) !important;
    z-index: -1 !important; visibility: hidden !important; pointer-events: none !important; }
  html > body, html > head { display: block !important; visibility: visible !important; opacity: 1 !important; }
  ::backdrop { background: black !important; display: block !important; }
  :root { --surface: black; --ink: black; --width: 5px; }
</style>
<div style="position:fixed;inset:0;z-index:2147483647;background:white">In front of everything</div>
<p>We use cookies.</p></html>`;

describe.each(BROWSERS)('in %s', (name) => {
  it('a hostile page under a strict policy changes nothing about the panel', async () => {
    const measure = async (html: string) =>
      withGallery(
        name,
        async (page) => {
          await page.setViewport({ width: 1000, height: 700 });
          await showPanel(page, 'ready');
          const seen = await page.evaluate(() => {
            const { root, handle } = Gallery.shown();
            const styleOf = (selector: string) => {
              const element = root.querySelector(selector)!;
              const { color, fontSize, letterSpacing } = getComputedStyle(element);
              const { x, y, width, height } = element.getBoundingClientRect();
              return { color, fontSize, letterSpacing, box: [x, y, width, height] };
            };
            const host = getComputedStyle(handle.host);
            return {
              body: styleOf('.body'),
              site: styleOf('.site'),
              badge: styleOf('.badge-name'),
              host: [host.display, host.position, host.opacity, host.visibility, host.zIndex],
              backdrop: getComputedStyle(handle.host, '::backdrop').display,
              onTop: document.elementFromPoint(900, 300) === handle.host,
            };
          });
          await click(page, '.bar [data-tool=close]');
          return { ...seen, closes: await calls(page) };
        },
        html,
      );
    const hostile = await measure(HOSTILE);
    expect(hostile).toEqual(await measure(PAGE));
    expect(hostile.onTop).toBe(true);
    expect(hostile.backdrop).toBe('none');
    expect(hostile.closes).toEqual([['onClose']]);
  });

  it('the page beside the panel can still be used', async () => {
    await withGallery(name, async (page) => {
      await page.setViewport({ width: 1000, height: 700 });
      await showPanel(page, 'ready');
      await page.click('#link');
      expect(await page.evaluate(() => location.hash)).toBe('#x');
    });
  });
});

describe('the panel', () => {
  it.each([
    [320, 640],
    [479, 800],
    [320, 200],
  ])('is a sheet that leaves room in a window of %i × %i px', async (width, height) => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width, height });
      await showPanel(page, 'ready');
      const sheet = await page.evaluate(() => Gallery.shown().handle.insets());
      expect(sheet).toMatchObject({ top: 0, right: 0, left: 0 });
      expect(sheet.bottom).toBeGreaterThan(height * 0.4);
      expect(sheet.bottom).toBeLessThan(height * 0.75);
      await click(page, '.bar [data-tool=swap]');
      const moved = await page.evaluate(() => Gallery.shown().handle.insets());
      expect(moved).toMatchObject({ top: sheet.bottom, bottom: 0 });
    });
  });

  it.each([320, 400, 480, 760, 1600])('never needs sideways scrolling at %i px', async (width) => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width, height: 900 });
      const wide: string[] = [];
      for (const [view, locale] of [
        ['active', 'en'],
        ['active', 'de'],
        ['changed', 'de'],
        ['not-policy', 'de'],
      ] as const) {
        await showPanel(page, view, { width: 320 }, locale);
        await page.evaluate(() => {
          for (const details of Gallery.shown().root.querySelectorAll('details')) {
            details.open = true;
          }
        });
        const found = await page.evaluate(() => {
          const { root } = Gallery.shown();
          const frame = root.querySelector('.scroller')!.getBoundingClientRect();
          return [...root.querySelectorAll('.scroller *:not(.sr-only)')]
            .filter((element) => element.getBoundingClientRect().right > frame.right + 0.5)
            .map((element) => `${element.localName}.${element.getAttribute('class')}`);
        });
        wide.push(...found.map((element) => `${view} ${locale}: ${element}`));
      }
      expect(wide).toEqual([]);
    });
  });

  it('has targets of at least 24 by 24 px', async () => {
    await withGallery('chrome', async (page) => {
      await page.setViewport({ width: 900, height: 900 });
      await showPanel(page, 'active');
      await click(page, '.coverage summary');
      const small = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll('button, input, summary')]
          .filter((element) => {
            const target = element.closest('label') ?? element;
            const { width, height } = target.getBoundingClientRect();
            return width > 0 && (width < 24 || height < 24);
          })
          .map((element) => `${element.localName}.${element.className}`),
      );
      expect(small).toEqual([]);
    });
  });

  it('moves nothing when the reader wants no motion', async () => {
    await withGallery('chrome', async (page) => {
      const duration = async () =>
        page.evaluate(
          () =>
            getComputedStyle(Gallery.shown().root.querySelector('.topic-row .icon')!)
              .transitionDuration,
        );
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'no-preference' }]);
      await showPanel(page, 'ready');
      expect(await duration()).not.toBe('0s');
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      expect(await duration()).toBe('0s');
    });
  });

  it('marks the active finding without colours of its own when colours are forced', async () => {
    await withGallery('chrome', async (page) => {
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'forced-colors', value: 'active' }],
      });
      await showPanel(page, 'active');
      const outlines = await page.evaluate(() =>
        ['[data-finding-id=c7-COL]', '[data-finding-id=c6-COL]'].map(
          (selector) =>
            getComputedStyle(Gallery.shown().root.querySelector(selector)!).outlineStyle,
        ),
      );
      expect(outlines).toEqual(['solid', 'none']);
    });
  });

  it('is not printed', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      await page.emulateMediaType('print');
      expect(await page.evaluate(() => getComputedStyle(Gallery.shown().handle.host).display)).toBe(
        'none',
      );
    });
  });

  it('speaks the language and direction of its catalogue, not of the page', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready', {}, 'de');
      const seen = await page.evaluate(() => {
        const panel = Gallery.shown().root.querySelector<HTMLElement>('.panel')!;
        return [panel.lang, panel.dir, panel.querySelector('.facts')!.textContent];
      });
      expect(seen.slice(0, 2)).toEqual(['de', 'ltr']);
      expect(seen[2]).toContain('4.120 Wörter');
    });
  });
});
