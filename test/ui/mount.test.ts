import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browser.ts';
import { calls, click, showPanel, withGallery } from './gallery-page.ts';

describe.each(BROWSERS)('a mounted panel in %s', (name) => {
  it('is not moved by events that a script made up', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'active');
      await page.evaluate(() => {
        const { root } = Gallery.shown();
        root.querySelector<HTMLElement>('[data-finding-id=c6-COL]')!.click();
        root
          .querySelector('.panel')!
          .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      });
      expect(await calls(page)).toEqual([]);
    });
  });

  it('keeps its clicks and keys from the page', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'ready');
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(globalThis, { heard });
        for (const type of ['click', 'keydown', 'keyup', 'mousedown', 'focusin']) {
          document.addEventListener(type, () => heard.push(type));
        }
      });
      await click(page, '.search-box');
      await page.keyboard.type('court');
      const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
      expect(heard).toEqual([]);
      expect(
        await page.evaluate(() => Gallery.shown().root.querySelector('.found .quote')?.textContent),
      ).toContain('where a court orders us to');
    });
  });

  it('leaves nothing behind, whoever ends it', async () => {
    await withGallery(name, async (page) => {
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      await showPanel(page, 'ready');
      const during = await page.evaluate(
        () => document.querySelectorAll('clausemark-panel').length,
      );
      await page.evaluate(() => Gallery.shown().abort.abort());
      const after = await page.evaluate(() => {
        Gallery.shown().handle.update(Gallery.VIEWS.ready);
        Gallery.shown().handle.destroy();
        return document.documentElement.outerHTML;
      });
      expect(during).toBe(1);
      expect(after).toBe(before);
    });
  });

  it('comes back when the page throws it out, and gives up when the page insists', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'ready');
      const present: boolean[] = [];
      for (let round = 0; round < 5; round += 1) {
        await page.evaluate(() => document.querySelector('clausemark-panel')?.remove());
        present.push(
          await page.evaluate(
            () =>
              new Promise<boolean>((resolve) => {
                setTimeout(() => resolve(document.querySelector('clausemark-panel') !== null), 20);
              }),
          ),
        );
      }
      expect(present).toEqual([true, true, true, false, false]);
    });
  });

  it('closes its root to the page', async () => {
    await withGallery(name, async (page) => {
      // The gallery opens roots for tests by replacing attachShadow; this sees what the product asks for.
      const mode = await page.evaluate(() => {
        let asked = '';
        const { attachShadow } = Element.prototype;
        Element.prototype.attachShadow = function spy(init) {
          asked = init.mode;
          return attachShadow.call(this, init);
        };
        try {
          const abort = new AbortController();
          const nothing = () => undefined;
          Gallery.mountPanel({
            document,
            translate: (key) => (key === 'uiLocale' ? 'en' : key),
            callbacks: {
              onJump: nothing,
              onFocusFinding: nothing,
              onOpenFinding: nothing,
              onPreview: nothing,
              onJumpToClause: nothing,
              onAudit: nothing,
              onShowSkipped: nothing,
              onReadSkipped: nothing,
              onEvidence: nothing,
              onCorrect: nothing,
              onStrictness: nothing,
              onExport: () => Promise.resolve('failed' as const),
              onClose: nothing,
              onAnalyseAnyway: nothing,
              onRetry: nothing,
              onSettings: nothing,
            },
            settings: { side: 'right', width: 400, collapsed: false, minimap: true },
            sendsGpc: null,
            signal: abort.signal,
          });
          abort.abort();
        } finally {
          Element.prototype.attachShadow = attachShadow;
        }
        return asked;
      });
      expect(mode).toBe('closed');
    });
  });
});
