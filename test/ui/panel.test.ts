import { describe, expect, it } from 'vitest';
import { FINDINGS } from '../gallery/policy.ts';
import { VIEWS, type ViewName } from '../gallery/views.ts';
import { BROWSERS } from '../support/browser.ts';
import { calls, click, showPanel, withGallery } from './gallery-page.ts';

/** Text of the first match inside the panel. */
const textOf = (selector: string) =>
  `Gallery.shown().root.querySelector(${JSON.stringify(selector)})?.textContent ?? null`;

describe.each(BROWSERS)('the panel in %s', (name) => {
  it('says on its root which state it is in', async () => {
    await withGallery(name, async (page) => {
      const states: Record<string, string | undefined> = {};
      for (const view of Object.keys(VIEWS) as ViewName[]) {
        await showPanel(page, view);
        states[view] = await page.evaluate(
          () => Gallery.shown().root.querySelector<HTMLElement>('[data-state]')?.dataset.state,
        );
      }
      expect(states).toEqual(
        Object.fromEntries(Object.entries(VIEWS).map(([view, { status }]) => [view, status.kind])),
      );
    });
  });

  it('shows all 22 topics with their findings, word for word, and jumps to one', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'ready');
      const topics = await page.evaluate(
        () => Gallery.shown().root.querySelectorAll('[data-topic]').length,
      );
      expect(topics).toBe(22);
      await click(page, '[data-topic=SHR] button.topic-row');
      const quotes = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll('[data-topic=SHR] .quote')].map(
          (quote) => quote.textContent,
        ),
      );
      expect(quotes).toEqual(
        FINDINGS.filter(({ topic }) => topic === 'SHR').map(({ quote }) => quote),
      );
      await click(page, '[data-finding-id=c12-SHR]');
      expect(await calls(page)).toEqual([['onJump', 'c12-SHR']]);
    });
  });
});

describe('the panel', () => {
  it('tells "not found" from "says it does not", and says when little was read', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      expect(await page.evaluate(textOf('[data-topic=SAL] .state'))).toBe('Says it does not');
      expect(await page.evaluate(textOf('[data-topic=SEN] .state'))).toBe(
        'Not found in the text we read',
      );
      await showPanel(page, 'low-coverage');
      const states = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll('.state, .actions .nothing')].map(
          (state) => state.textContent,
        ),
      );
      expect(states.length).toBe(26);
      expect(states.every((state) => state.includes('much of the page was not read'))).toBe(true);
    });
  });

  it('offers only links that lead to the web, a mail or a call, and never runs a page’s script', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      await click(page, '.actions > .more');
      const links = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll<HTMLAnchorElement>('a.action-label')].map(
          ({ href, target, rel }) => ({ href, target, rel }),
        ),
      );
      const away = { target: '_blank', rel: 'noopener noreferrer' };
      expect(links).toEqual([
        { href: 'https://www.northlake.example/do-not-sell', ...away },
        { href: 'https://choices.adnet.example/optout?site=northlake', ...away },
        { href: 'https://www.northlake.example/newsletter', ...away },
        { href: 'mailto:privacy@northlake.example', target: '', rel: '' },
        { href: 'tel:+18005550123', target: '', rel: '' },
      ]);
      await showPanel(page, 'not-policy');
      const policies = await page.evaluate(() =>
        [...Gallery.shown().root.querySelectorAll<HTMLAnchorElement>('.policy-links a')].map(
          ({ href }) => href,
        ),
      );
      expect(policies).toEqual([
        'https://harbourton-news.example/privacy',
        'https://harbourton-news.example/cookies',
      ]);
    });
  });

  it('asks for what its buttons say', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      await click(page, '.actions > .more');
      await click(page, '[data-action=email] .tool');
      await click(page, '.bar [data-tool=swap]');
      await click(page, '.bar [data-tool=close]');
      expect(await calls(page)).toEqual([
        ['onJumpToClause', 'c25'],
        ['onSettings', { side: 'left' }],
        ['onClose'],
      ]);
      await showPanel(page, 'not-policy');
      await click(page, '.button');
      expect(await calls(page)).toEqual([['onAnalyseAnyway']]);
      await showPanel(page, 'error-background-gone');
      await click(page, '.button');
      expect(await calls(page)).toEqual([['onRetry']]);
    });
  });

  it('collapses to a tab and comes back', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      await click(page, '.bar [data-tool=collapse]');
      const collapsed = await page.evaluate(() => {
        const { root, handle } = Gallery.shown();
        return { focus: root.activeElement?.className, covered: handle.insets().right };
      });
      expect(collapsed.focus).toBe('tab');
      expect(collapsed.covered).toBeLessThan(80);
      await page.keyboard.press('Enter');
      expect(await calls(page)).toEqual([
        ['onSettings', { collapsed: true }],
        ['onSettings', { collapsed: false }],
      ]);
      expect(await page.evaluate(() => Gallery.shown().handle.insets().right)).toBe(400);
    });
  });

  it('filters by group, leads from a badge to its sentences, and shows what became active', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'ready');
      await click(page, '.badge[data-group=sharing] .more');
      const shown = await page.evaluate(() => ({
        topics: [...Gallery.shown().root.querySelectorAll<HTMLElement>('[data-topic]')].map(
          (topic) => topic.dataset.topic,
        ),
        findings: Gallery.shown().root.querySelectorAll('[data-finding-id]').length,
        focus: Gallery.shown().root.activeElement?.id,
      }));
      expect(shown).toEqual({
        topics: ['SHR', 'SAL', 'GOV', 'MRG', 'INT'],
        findings: 6,
        focus: 'found-title',
      });
      await page.evaluate(() => Gallery.shown().handle.update(Gallery.VIEWS.active));
      const active = await page.evaluate(
        () =>
          new Promise<string | null | undefined>((resolve) => {
            setTimeout(() => {
              const element =
                Gallery.shown().root.querySelector<HTMLElement>('[aria-current=true]');
              const box = element?.getBoundingClientRect();
              resolve(box && box.bottom <= innerHeight ? element?.dataset.findingId : null);
            }, 100);
          }),
      );
      expect(active).toBe('c7-COL');
    });
  });

  it('keeps a sentence that is gone, without offering to jump to it', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'changed');
      await click(page, '[data-finding-id=c0-TRK]');
      expect(await calls(page)).toEqual([]);
      expect(await page.evaluate(textOf('[data-finding-id=c0-TRK] .unanchored'))).toContain(
        'no longer in it',
      );
    });
  });

  it('announces where it stands to those who do not see it', async () => {
    await withGallery('chrome', async (page) => {
      const announced: Record<string, string> = {};
      for (const view of ['ready', 'classifying', 'not-policy', 'language', 'empty'] as const) {
        await showPanel(page, view);
        announced[view] = String(await page.evaluate(textOf('.panel > [role=status]')));
      }
      expect(announced).toEqual({
        ready: 'Done. 26 sentences found.',
        classifying: '',
        'not-policy': 'This page does not look like a privacy policy',
        language: 'This page is written in German',
        empty: 'There is no text to read on this page',
      });
    });
  });

  it('marks the page’s own words with the page’s language', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'active', {}, 'de');
      const langs = await page.evaluate(() =>
        ['.title', '.quote', '.state'].map((selector) =>
          Gallery.shown().root.querySelector(selector)!.closest('[lang]')!.getAttribute('lang'),
        ),
      );
      expect(langs).toEqual(['en', 'en', 'de']);
    });
  });
});
