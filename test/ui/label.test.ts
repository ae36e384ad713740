import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import en from '../../assets/_locales/en/messages.json' with { type: 'json' };
import { MUCH } from '../gallery/much.ts';
import { BROWSERS } from '../support/browser.ts';
import { calls, click, showPanel, withGallery } from './gallery-page.ts';

describe.each(BROWSERS)('the label in %s', (name) => {
  it('has a cell for each topic that no badge speaks of, and leads to its sentences', async () => {
    await withGallery(name, async (page) => {
      await page.setViewport({ width: 900, height: 700 });
      await showPanel(page, 'ready');
      const cells = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll('.grid-topic')].map((cell) => [
          cell.localName,
          cell.textContent,
        ]),
      );
      expect(cells).toHaveLength(15);
      expect(cells).toContainEqual([
        'button',
        'AI and profiling: Says it does not, with exceptions',
      ]);
      expect(cells).toContainEqual(['span', 'Security: Not found in the text we read']);
      const shapes = await page.evaluate(() =>
        Object.fromEntries(
          [...Gallery.shown().root.querySelectorAll<HTMLElement>('.grid-cell')].map((cell) => [
            cell.dataset.stance,
            cell.querySelector('svg')!.innerHTML,
          ]),
        ),
      );
      expect(new Set(Object.values(shapes)).size).toBe(Object.keys(shapes).length);
      // A filter that hides the topic must not stand in the way.
      await click(page, '.badge[data-group=tracking] .more');
      await click(page, '.grid-cell:nth-child(11) button');
      const seen = await page.evaluate(() => {
        const { root } = Gallery.shown();
        const row = root.querySelector('[data-topic=RET] .topic-row')!;
        const frame = root.querySelector('.scroller')!.getBoundingClientRect();
        return {
          focused: root.activeElement === row,
          expanded: row.getAttribute('aria-expanded'),
          near: row.getBoundingClientRect().bottom < frame.bottom - 100,
        };
      });
      expect(seen).toEqual({ focused: true, expanded: 'true', near: true });
    });
  });
});

describe('a contradiction', () => {
  it('is shown with both sentences, each leading to its place', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'much');
      const sides = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll<HTMLElement>('[data-contradiction]')].map(
          (both) => [
            both.dataset.contradiction,
            ...[...both.querySelectorAll('.one-side')].map((side) => side.textContent),
          ],
        ),
      );
      const quote = (id: string) => MUCH.find((finding) => finding.id === id)!.quote;
      expect(sides).toEqual([
        ['SAL', `Says it does${quote('m4-SAL')}`, `Says it does not${quote('m5-SAL')}`],
        ['SEN', `Says it does${quote('m21-SEN')}`, `Says it does not${quote('m22-SEN')}`],
      ]);
      await click(page, '[data-contradiction=SAL] li:nth-child(2) button');
      await click(page, '[data-contradiction=SEN] li:nth-child(1) button');
      expect(await calls(page)).toEqual([
        ['onJump', 'm5-SAL'],
        ['onJump', 'm21-SEN'],
      ]);
    });
  });
});

describe('the page about the label', () => {
  it('lists every sentence that a badge can say', async () => {
    const doc = await readFile(new URL('../../docs/label-rules.md', import.meta.url), 'utf8');
    const sentences = Object.entries(en)
      .filter(([key]) => /^headline_[A-Z]{3}_/u.test(key))
      .map(([, { message }]) => message);
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.filter((sentence) => !doc.includes(`| ${sentence} |`))).toEqual([]);
  });
});
