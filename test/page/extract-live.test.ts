/** What a read page can still do when it is looked at again, or has changed meanwhile. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutSentences } from '../../src/core/text/sentences.ts';
import { pageBundle } from '../../src/cli/page-bundle.ts';
import type * as PageCode from '../../src/page/bundle.ts';
import { BROWSERS, evaluateWithBundle, sharedBrowser, withPage } from '../support/browser.ts';

const PAGE = `<!doctype html><html lang="en"><title>Privacy</title><body><main><h1>Privacy</h1>
<p id="a">We collect your name when you order a lamp from us. We share it with the carrier.</p>
<p id="b">We delete your address six months after the order was delivered to you.</p>
<p id="c">We never sell personal data to anybody, and we show no advertising.</p></main>
<aside class="related"><p>Our lamps are made by hand, and they last for a very long time.</p></aside></body></html>`;

const PARAGRAPHS = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'sentences.json'), 'utf8'),
) as string[][];

describe.each(BROWSERS)('a page read in %s', (name) => {
  const inPage = async <T>(html: string, run: (code: unknown) => T): Promise<T> =>
    withPage(await sharedBrowser(name), html, async (page) =>
      evaluateWithBundle(page, await pageBundle(), run),
    );

  it('finds its clauses again after the page has replaced, changed and removed text', async () => {
    const seen = await inPage(PAGE, (code) => {
      const live = (code as typeof PageCode).readPage(document);
      const quotes = () => live.document.clauses.map(({ id }) => live.rangeOf(id)?.toString());
      const before = live.reanchor();
      const a = document.querySelector('#a')!;
      a.replaceWith(a.cloneNode(true));
      document.querySelector('#b')!.textContent =
        'News. We delete your postal address six months after the order was delivered to you.';
      document.querySelector('#c')!.remove();
      const stale = quotes();
      const change = live.reanchor();
      return { before, stale, change, after: quotes(), block: live.blockOf('c0')?.isConnected };
    });
    expect(seen.before).toEqual({ moved: [], lost: [] });
    // `undefined` does not survive the way out of the page.
    expect(seen.stale.filter((quote) => quote != null)).toEqual([]);
    expect(seen.change).toEqual({ moved: ['c0', 'c1', 'c2'], lost: ['c3'] });
    expect(seen.block).toBe(true);
    expect(seen.after.slice(0, 3)).toEqual([
      'We collect your name when you order a lamp from us.',
      'We share it with the carrier.',
      'We delete your postal address six months after the order was delivered to you.',
    ]);
  });

  it('gives back equal paragraphs in their order', async () => {
    const html = `<main><h1>Privacy</h1>${'<p>We share your address with the carrier that brings it.</p>'.repeat(3)}</main>`;
    const order = await inPage(html, (code) => {
      const live = (code as typeof PageCode).readPage(document);
      const second = document.querySelectorAll('p')[1]!;
      second.textContent = `${second.textContent}`;
      live.reanchor();
      const all: Element[] = [...document.querySelectorAll('p')];
      return live.document.clauses.map(({ id }) => all.indexOf(live.blockOf(id)!));
    });
    expect(order).toEqual([0, 1, 2]);
  });

  it('says what it left out and reads it when asked to', async () => {
    const seen = await inPage(PAGE, (code) => {
      const { readPage } = code as typeof PageCode;
      const live = readPage(document);
      const part = live.document.coverage.skipped[0]!;
      const element = live.skippedElement(part.id)!;
      const more = readPage(document, { include: [element] });
      return {
        reason: part.reason,
        name: element.localName,
        ratio: live.document.coverage.ratio,
        last: more.document.clauses.at(-1)?.text,
        tinted: more.readRanges().map(String).at(-1),
        unknown: live.skippedElement('s99'),
      };
    });
    expect(seen).toEqual({
      reason: 'aside',
      name: 'aside',
      ratio: expect.closeTo(0.79, 1),
      last: 'Our lamps are made by hand, and they last for a very long time.',
      tinted: 'Our lamps are made by hand, and they last for a very long time.',
      unknown: null,
    });
  });

  it('reads 20,000 elements deep', async () => {
    const words = await inPage('<div hidden></div>', (code) => {
      // Not displayed, since laying out such a page takes the browser itself minutes.
      let inner: Element = document.querySelector('div')!;
      for (let depth = 0; depth < 20_000; depth += 1) {
        const next = document.createElement('div');
        inner.append(next);
        inner = next;
      }
      inner.textContent = 'We collect personal data.';
      const read = (code as typeof PageCode).readPage(document).document.words;
      document.body.replaceChildren();
      return read;
    });
    expect(words).toBe(4);
  });

  it('cuts sentences as Node does', async () => {
    const texts = PARAGRAPHS.map((sentences) => sentences.join(' '));
    const here = await withPage(await sharedBrowser(name), '<p>', async (page) =>
      evaluateWithBundle(
        page,
        await pageBundle(),
        (code, all) => all.map((text) => (code as typeof PageCode).cutSentences(text)),
        [texts],
      ),
    );
    expect(here).toEqual(texts.map((text) => cutSentences(text)));
  });
});
