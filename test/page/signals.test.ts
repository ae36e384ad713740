import { beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../src/cli/page-bundle.ts';
import type { Detection } from '../../src/core/detection.ts';
import type { PageSignals } from '../../src/core/detect/signals.ts';
import type * as Detector from '../../src/page/detect-bundle.ts';
import { LANGUAGE_PAGES, MISSED } from '../fixtures/detect/languages/pages.ts';
import { DETECT_PAGES } from '../fixtures/detect/pages.ts';
import { SHOP_POLICY } from '../fixtures/detect/policies-english.ts';
import { BROWSERS, evaluateWithBundle, sharedBrowser, withPage } from '../support/browser.ts';

let script: string;
beforeAll(async () => {
  script = await bundle('src/page/detect-bundle.ts', 'ClausemarkDetect');
});

/** Gathers and detects on `html`. */
async function look(
  name: (typeof BROWSERS)[number],
  html: string,
): Promise<{ signals: PageSignals; detection: Detection }> {
  return withPage(await sharedBrowser(name), html, (page) =>
    evaluateWithBundle(
      page,
      script,
      (code) => {
        const { gatherSignals, detect } = code as typeof Detector;
        const signals = gatherSignals(document, location);
        return { signals, detection: detect(signals) };
      },
      [],
      'ClausemarkDetect',
    ),
  );
}

describe.each(BROWSERS)('detection in %s', (name) => {
  it('tells the policies among our pages from the others, and changes none', async () => {
    // All in one page, each as a document of its own in a frame: a page for each takes minutes.
    const documents = [...DETECT_PAGES, ...LANGUAGE_PAGES].map(({ name: id, html }) => ({
      id,
      html,
    }));
    const seen = await withPage(await sharedBrowser(name), '<p>x</p>', (page) =>
      evaluateWithBundle(
        page,
        script,
        async (code, pages) => {
          const { gatherSignals, detect, isPolicy } = code as typeof Detector;
          const results: { id: string; kind: string; reasons: number; changed: boolean }[] = [];
          for (const { id, html } of pages) {
            const frame = document.createElement('iframe');
            const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
            frame.srcdoc = html;
            document.body.append(frame);
            await loaded;
            const inner = frame.contentDocument!;
            const before = inner.documentElement.outerHTML;
            const signals = gatherSignals(inner, location);
            const { kind, reasons } = detect(signals);
            const changed = inner.documentElement.outerHTML !== before;
            const agrees = isPolicy(signals) === (kind !== 'other');
            results.push({
              id,
              kind: agrees ? kind : 'contradiction',
              reasons: reasons.length,
              changed,
            });
            frame.remove();
          }
          return results;
        },
        [documents],
        'ClausemarkDetect',
      ),
    );
    const kinds = (list: readonly { id: string; kind: string }[]): Record<string, string> =>
      Object.fromEntries(list.map(({ id, kind }) => [id, kind]));
    expect(kinds(seen)).toEqual(
      kinds(
        [...DETECT_PAGES, ...LANGUAGE_PAGES].map(({ name: id, kind }) => ({
          id,
          kind: MISSED.includes(id) ? 'other' : kind,
        })),
      ),
    );
    expect(seen.filter(({ changed }) => changed)).toEqual([]);
    expect(seen.every(({ reasons }) => reasons > 0)).toBe(true);
  });

  it('gathers plain statistics of the text without menu and footer', async () => {
    const { signals } = await look(
      name,
      '<html lang="en-GB"><title>Acme</title><nav>Privacy Cookies Personal data</nav><h1>Privacy</h1>' +
        '<p>We collect your personal data: your name and your address.</p><p>The weather is fine.</p>' +
        `<h2><a href="/more">Elsewhere</a></h2><p>${'Personal, personal, personal. '.repeat(3)}</p>` +
        '<footer>We use cookies</footer></html>',
    );
    expect(signals.address).toBe('https://shop.example/page');
    const [part, ...more] = signals.parts;
    expect(more).toEqual([]);
    expect(part).toMatchObject({
      place: 'page',
      title: 'Acme',
      headings: ['Privacy', 'Elsewhere'],
      words: 16,
      dataWords: 10,
    });
    expect(part!.counts).toMatchObject({ personal: 1, practice: 1, cookie: 0 });
  });

  it('passes over teasers under headings that lead elsewhere', async () => {
    const teaser = (tag: string): string =>
      `<h3>${tag}</h3><p>We collect your personal data and use cookies.</p>`;
    const plain = await look(name, teaser('Privacy').repeat(6));
    const results = await look(name, teaser('<a href="/privacy">Privacy</a>').repeat(6));
    const anchored = await look(name, teaser('<a href="/page#privacy">Privacy</a>').repeat(6));
    expect(plain.signals.parts[0]).toMatchObject({ words: 54, dataWords: 48 });
    expect(results.signals.parts[0]).toMatchObject({ words: 6, dataWords: 0 });
    expect(anchored.signals.parts[0]).toMatchObject({ words: 54, dataWords: 48 });
  });

  it('stops at the bare text of a page that says too little', async () => {
    const empty = await look(name, '<title>Privacy Policy</title><div id="app"></div>');
    expect(empty.signals).toMatchObject({ parts: [] });
    expect(empty.detection.kind).toBe('other');
    const tale = await look(name, `<p>${'The fox ran over the hill. '.repeat(40)}</p>`);
    expect(tale.signals).toMatchObject({ parts: [] });
    expect(tale.detection.kind).toBe('other');
  });

  it('is not misled by what scripts and styles hold', async () => {
    const data = JSON.stringify({ text: 'privacy personal cookie '.repeat(200) });
    const { signals } = await look(
      name,
      `<p>${'Boots for wet hills. '.repeat(20)}</p><script type="application/json">${data}</script>`,
    );
    expect(signals.parts.every((part) => part.dataWords === 0)).toBe(true);
  });

  it('sees a policy that a single-page app renders later', async () => {
    const html =
      '<title>Larkmoor</title><div id="app">Loading</div><script>setTimeout(() => { document.getElementById("app").append(document.getElementById("t").content); document.title = "Done"; }, 50)</script>' +
      `<template id="t">${SHOP_POLICY}</template>`;
    await withPage(await sharedBrowser(name), html, async (page) => {
      const run = (): Promise<string> =>
        evaluateWithBundle(
          page,
          script,
          (code) => {
            const { gatherSignals, detect } = code as typeof Detector;
            return detect(gatherSignals(document, location)).kind;
          },
          [],
          'ClausemarkDetect',
        );
      await page.waitForFunction(() => document.title === 'Done');
      expect(await run()).toBe('privacy');
    });
  });

  it('says where in the page the policy stands', async () => {
    const places = async (fixture: string): Promise<string[]> => {
      const { signals } = await look(
        name,
        DETECT_PAGES.find((page) => page.name === fixture)!.html,
      );
      return signals.parts.map((part) => part.place);
    };
    expect(await places('dialog')).toContain('dialog');
    expect(await places('frame')).toContain('frame');
    expect(await places('legal-page')).toEqual(['page', 'section']);
    expect(await places('shop-cookie-wall')).not.toContain('dialog');
  });

  it('does not count a dialog that is not shown', async () => {
    const { signals, detection } = await look(
      name,
      `<h1>Boots</h1><p>Boots for wet hills.</p><dialog><h2>Privacy Policy</h2>${SHOP_POLICY}</dialog>`,
    );
    expect(signals.parts.map((part) => part.place)).toEqual(['page']);
    expect(detection.kind).toBe('other');
  });

  it.each([
    '',
    '<p>',
    '<frameset><frame src="about:blank"></frameset>',
    '<svg></svg>',
    '<table><tr>',
  ])('ends in "other" on the odd page %s', async (html) => {
    const { detection } = await look(name, html);
    expect(detection.kind).toBe('other');
  });
});
