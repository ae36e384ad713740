/** Pages of our own that show what changing real pages at random has brought to light (`npm run fuzz`). */
import { describe, expect, it } from 'vitest';
import { pageBundle } from '../../src/cli/page-bundle.ts';
import type * as PageCode from '../../src/page/bundle.ts';
import { BROWSERS, evaluateWithBundle, sharedBrowser, withPage } from '../support/browser.ts';

describe.each(BROWSERS)('a page read in %s', (name) => {
  const inPage = async <T>(html: string, run: (code: unknown) => T): Promise<T> =>
    withPage(await sharedBrowser(name), html, async (page) =>
      evaluateWithBundle(page, await pageBundle(), run),
    );

  /** Quotes with the text of their ranges. */
  const quotesOf = (html: string) =>
    inPage(html, (code) => {
      const live = (code as typeof PageCode).readPage(document);
      return live.document.clauses.map(({ id, text }) => [text, String(live.rangeOf(id))]);
    });

  it('no longer stands where the page has put text into it or its words into another order', async () => {
    const seen = await inPage(
      `<main><h1>Privacy</h1><p id="a">We keep <b>your name</b> and <i>your address</i> for two years.</p>
<p id="b">We share <b>your name</b> with <i>our carrier</i> when you order.</p>
<p>We never sell personal data to anybody.</p></main>`,
      (code) => {
        const live = (code as typeof PageCode).readPage(document);
        document.querySelector('#a b')!.append(' or maybe not ');
        document.querySelector('#b')!.prepend(document.querySelector('#b i')!);
        const ids = live.document.clauses.map(({ id }) => id);
        const stale = ids.filter((id) => live.rangeOf(id) === null);
        const tinted = live.readRanges().length;
        live.reanchor();
        return { stale, tinted, after: ids.map((id) => String(live.rangeOf(id))) };
      },
    );
    expect(seen.stale).toEqual(['c0', 'c1']);
    expect(seen.tinted).toBe(2);
    expect(seen.after[0]).toBe('We keep your name or maybe not  and your address for two years.');
    expect(seen.after[2]).toBe('We never sell personal data to anybody.');
  });

  it('is read in time that grows with its names', async () => {
    // Were the time quadratic, this would take minutes and the test would be ended by its limit.
    const names = 'privacy'.repeat(100_000);
    const html = `<main class="${names}" id="${names}" title="${names}" aria-label="${names}"><p>We never sell personal data to anybody.</p></main>`;
    expect(await quotesOf(html)).toHaveLength(1);
  });

  it('leaves no text out within a quote: what a line break holds, what stands beside cells', async () => {
    const seen = await inPage(
      `<main><p>We collect your name<br>and your address.</p><table>
<tr><td>Name</td><td>We need it to send you what you have ordered.</td></tr>
<tr><td>Address</td><td>We need it, too.</td></tr></table></main>`,
      (code) => {
        document.querySelector('br')!.append('nobody sees this');
        document.querySelectorAll('tr')[1]!.cells[0]!.after('beside the cells');
        const live = (code as typeof PageCode).readPage(document);
        return live.document.clauses.map(({ id, text }) => [text, String(live.rangeOf(id))]);
      },
    );
    const bare = (text: string | undefined) => text?.replaceAll(/\s+/g, '');
    for (const [quote, range] of seen) expect(bare(range)).toBe(bare(quote));
    const quotes = seen.map(([quote]) => quote);
    expect(quotes).toContain('Name\tWe need it to send you what you have ordered.');
    expect(quotes).toContain('beside the cells');
    expect(quotes.join(' ')).not.toContain('nobody');
  });

  it('that is a drawing, or has nothing at all, holds nothing to read', async () => {
    const seen = await inPage('<title>x</title>', (code) => {
      const { readPage, gatherSignals, detect } = code as typeof PageCode;
      const look = () => [
        detect(gatherSignals(document, location)).kind,
        readPage(document).document.clauses.length,
      ];
      const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      drawing.append('We collect personal data.');
      document.documentElement.replaceWith(drawing);
      const drawn = look();
      drawing.remove();
      return [drawn, look()];
    });
    expect(seen).toEqual([
      ['other', 0],
      ['other', 0],
    ]);
  });

  it('is read although a link that is never closed lies around all of it', async () => {
    const sentence = 'We do not sell your personal information to anyone.';
    const seen = await quotesOf(`<a href="/x"><h1>Privacy Policy</h1><p>${sentence}<p>${sentence}`);
    for (const [quote, range] of seen) expect(range).toBe(quote);
  });

  it('is looked at to an end although its forms lead back to themselves', async () => {
    const clauses = await inPage('<main></main>', (code) => {
      const { readPage, gatherSignals, detect } = code as typeof PageCode;
      const main = document.querySelector('main')!;
      const policy =
        'We collect personal data. We do not sell personal data. Cookies and privacy. ';
      main.innerHTML = `<p>${policy.repeat(5)}</p>`;
      for (const taken of [
        'shadowRoot',
        'parentNode',
        'nextSibling',
        'firstChild',
        'assignedSlot',
      ]) {
        const around = document.createElement('div');
        around.innerHTML = `<fieldset name="${taken}" form="f-${taken}"><form id="f-${taken}"><p>Personal data.</p></form></fieldset>`;
        // Each form's field holds the next form: followed blindly, sixty of them make 2 to the 60 walks.
        let inner: Element = around;
        for (let depth = 0; depth < 60; depth += 1) {
          const field = document.createElement('fieldset');
          field.name = taken;
          const form = document.createElement('form');
          form.append(field);
          inner.append(form);
          inner = field;
        }
        main.append(around);
      }
      detect(gatherSignals(document, location));
      return readPage(document).document.clauses.length;
    });
    expect(clauses).toBeGreaterThan(0);
  });
});
