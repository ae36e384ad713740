import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browser.ts';
import { calls, centreOf, click, showPanel, withGallery } from './gallery-page.ts';

const CARD = '[data-evidence=c0-TRK]';

/** Texts inside the panel, white space collapsed. */
async function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (wanted) =>
      [...Gallery.shown().root.querySelectorAll(wanted)].map((element) =>
        element.textContent.replaceAll(/\s+/gu, ' ').trim(),
      ),
    selector,
  );
}

/** What has focus in the panel: its class and text. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = Gallery.shown().root.activeElement;
    return `${active?.className} ${active?.textContent}`;
  });
}

async function choose(page: Page, topic: string, value: string): Promise<void> {
  await page.evaluate(
    (code) =>
      Gallery.shown().root.querySelector<HTMLElement>(`[data-topic-choice=${code}]`)!.focus(),
    topic,
  );
  // Typing picks an entry of a closed list, in both browsers.
  await page.keyboard.type(value);
}

/** Watches what a script of the page can notice of copying. */
async function watchCopying(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const type of ['copy', 'cut', 'beforecopy', 'selectionchange', 'message']) {
      addEventListener(type, () => heard.push(type), true);
      document.addEventListener(type, () => heard.push(type), true);
    }
  });
  return () =>
    page.evaluate(() => ({
      heard: (globalThis as unknown as { heard: string[] }).heard,
      frames: window.length,
      selected: String(getSelection()),
    }));
}

describe.each(BROWSERS)('the card of a finding in %s', (name) => {
  it('is asked for, and closed with Escape, which leads back to its button', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'active');
      await click(page, '[data-topic=COL] .why');
      expect(await calls(page)).toEqual([['onEvidence', 'c6-COL']]);
      await showPanel(page, 'evidence');
      await page.evaluate((card) => {
        Gallery.shown().root.querySelector<HTMLElement>(`${card} .more`)!.focus();
      }, CARD);
      await page.keyboard.press('Escape');
      expect(await calls(page)).toEqual([['onEvidence', null]]);
      expect(await focused(page)).toBe('more why Why?');
    });
  });

  it('takes what the reader says it should be, by keyboard alone', async () => {
    await withGallery(name, async (page) => {
      await showPanel(page, 'evidence');
      await page.evaluate(() => {
        Gallery.shown().root.querySelector<HTMLElement>('[data-correct=open]')!.focus();
      });
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => Gallery.shown().root.activeElement?.localName === 'select');
      await choose(page, 'ADS', 'Not about');
      await choose(page, 'more', 'Keeps');
      await page.evaluate(() => {
        Gallery.shown().root.querySelector<HTMLElement>('[data-correct=keep]')!.focus();
      });
      await page.keyboard.press('Enter');
      const [[called, finding, labels]] = (await calls(page)) as [[string, string, string[]]];
      expect([called, finding]).toEqual(['onCorrect', 'c0-TRK']);
      expect(labels).toContain('SHR~');
      expect(labels).not.toContain('ADS');
      expect(await focused(page)).toBe('more This is wrong');
    });
  });
});

describe('the card of a finding', () => {
  it('shows the place, the shares, the words and the neighbours', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'evidence');
      expect(await textsOf(page, `${CARD} .neighbour`)).toEqual([
        'Before it: This section is about visits to our shop, whether you buy something or not.',
        'After it: Our servers log your IP address, the pages you open and how long you stay on them.',
      ]);
      expect(await textsOf(page, `${CARD} .weighed`)).toEqual([
        'measurement',
        'cookies',
        'advertising',
        'identifier',
      ]);
      const [quote] = await textsOf(page, `${CARD} .quote`);
      expect(quote).toBe((await textsOf(page, '[data-finding-id=c0-TRK] .quote'))[0]);
      expect(await textsOf(page, `${CARD} .weighed-words li`)).toEqual([
        'cookieswithout it: 90%',
        'advertisingwithout it: 97%',
        'identifierwithout it: 98%',
        'measurementwithout it: 99%',
      ]);
      expect(await textsOf(page, `${CARD} dd`)).toEqual(['99%', '99%', 'Very sure, 98%']);
    });
  });

  it('says what the reader marked, and takes it back', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'evidence');
      expect((await textsOf(page, '[data-marked]'))[0]).toMatch(/^You marked this: .+; .+ Undo$/u);
      await click(page, '[data-marked] .more');
      await click(page, '[data-correct=open]');
      await click(page, '[data-correct=none]');
      expect(await calls(page)).toEqual([
        ['onCorrect', 'c0-TRK', null],
        ['onCorrect', 'c0-TRK', []],
      ]);
    });
  });

  it('offers no correction in a private window, and says why', async () => {
    await withGallery('chrome', async (page) => {
      await showPanel(page, 'evidence-asked');
      expect(await textsOf(page, '[data-correct]')).toEqual([]);
      expect((await textsOf(page, `${CARD} .nothing`)).join()).toContain('private window');
    });
  });
});

describe.each(BROWSERS)('copying in %s', (name) => {
  it.each(['the clipboard interface', 'no clipboard interface'])(
    'with %s leaves nothing for the page to notice',
    async (which) => {
      await withGallery(name, async (page) => {
        const none = which.startsWith('no');
        await page.evaluate((without) => {
          if (without) Object.defineProperty(navigator, 'clipboard', { value: undefined });
        }, none);
        await showPanel(page, 'evidence');
        const { x, y } = await centreOf(page, `${CARD} .evidence-actions .more`);
        const noticed = await watchCopying(page);
        await page.mouse.click(x, y);
        await page.waitForFunction(
          (card) => Gallery.shown().root.querySelector(`${card} .copy-outcome`)?.textContent !== '',
          {},
          CARD,
        );
        // Without the interface the older way must work; with it the browser of a test may refuse.
        if (none) expect(await textsOf(page, '.copy-outcome')).toEqual(['Copied.']);
        expect(await focused(page)).toBe('more Copy the quote');
        expect(await noticed()).toEqual({ heard: [], frames: 0, selected: '' });
      });
    },
  );
});
