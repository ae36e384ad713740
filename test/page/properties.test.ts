/** What must hold of any document: it is read without an exception, and every quote is the page's own. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageBundle } from '../../src/cli/page-bundle.ts';
import type * as PageCode from '../../src/page/bundle.ts';
import { BROWSERS, evaluateWithBundle, sharedBrowser, withPage } from '../support/browser.ts';

const RUNS = { seed: 20_261_125, numRuns: 80 };

const WORDS = fc.constantFrom(
  'We collect your personal data. ',
  'We do not sell it. ',
  'You may opt out of cookies',
  ':',
  ' ',
  '1. ',
  '(a) ',
  '\n',
  '\n\n',
  '\t',
  '&nbsp;',
  '&shy;',
  '&#8203;',
  '&#x202e;',
  '&lt;b&gt;',
  '<br>',
  'e.g. ',
  'Privacy',
  'Accept',
  'データを収集します。',
  '💡',
  '<!-- -->',
  '<wbr>',
  '…',
  'x',
);

const NAME = fc.constantFrom(
  'div',
  'p',
  'span',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'a',
  'b',
  'button',
  'details',
  'summary',
  'form',
  'nav',
  'footer',
  'aside',
  'main',
  'section',
  'pre',
  'select',
  'textarea',
  'template',
  'svg',
  'iframe',
  'dialog',
  'slot',
  'my-part',
  'clausemark-panel',
  'input',
);

const ATTRIBUTES = fc.constantFrom(
  '',
  '',
  '',
  'hidden',
  'style="display:none"',
  'style="display:contents"',
  'style="float:left"',
  'style="display:block"',
  'style="white-space:pre"',
  'class="cookie-banner"',
  'class="footer nav"',
  'role="heading" aria-level="-3"',
  'role="row"',
  'role="table"',
  'role="dialog"',
  'role="tabpanel"',
  'aria-labelledby="nothing"',
  'colspan="99999" rowspan="65534"',
  'href="#x"',
  'href="javascript:0"',
  'href="http://["',
  'name="nextSibling"',
  'name="assignedSlot"',
  'name="textContent"',
  'id="x" open',
  'contenteditable',
  'dir="rtl"',
  'inert',
);

/** Markup that a parser makes any tree of: tags need not fit, nor be closed. */
const HTML = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 5 }).map((parts) => parts.join('')),
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    WORDS,
    fc
      .tuple(NAME, ATTRIBUTES, tie('nodes'), fc.boolean(), fc.boolean())
      .map(([name, attributes, inner, closed, shadow]) => {
        const content = shadow
          ? `<template shadowrootmode="open">${inner}<slot></slot></template>${inner}`
          : inner;
        return `<${name} ${attributes}>${content}${closed ? `</${name}>` : ''}`;
      }),
  ),
})).nodes;

/** Runs in the page: reads it as it is, after a part went, and after everything went. */
function readHere(code: unknown, html: string) {
  const { readPage, gatherSignals, detect, findPolicyLinks } = code as typeof PageCode;
  document.body.setHTMLUnsafe(html);
  const before = document.documentElement.outerHTML;
  const bare = (text: string): string => text.replace(/\s+/gu, '');
  detect(gatherSignals(document, location));
  findPolicyLinks(document, location);
  const live = readPage(document);
  const { clauses, text, coverage } = live.document;
  const faults = clauses
    .filter(({ id, start, end, text: own }) => {
      const range = live.rangeOf(id)?.toString() ?? 'no range';
      return bare(range) !== bare(own) || text.slice(start, end) !== own || own.trim() !== own;
    })
    .map(({ id, text: own }) => `${id} ${own} / ${String(live.rangeOf(id))}`);
  if (document.documentElement.outerHTML !== before) faults.push('the page was changed');
  if (!(coverage.ratio >= 0 && coverage.ratio <= 1)) faults.push(`coverage ${coverage.ratio}`);
  const tinted = live.readRanges().length;
  document.body.firstElementChild?.remove();
  const { lost } = live.reanchor();
  for (const { id, text: own } of clauses) {
    const range = live.rangeOf(id);
    if ((range === null) !== lost.includes(id)) faults.push(`${id} is lost and is not`);
    if (range !== null && range.toString().trim() === '' && own !== '')
      faults.push(`${id} is empty`);
  }
  document.body.replaceChildren();
  live.reanchor();
  for (const { id } of clauses)
    if (live.rangeOf(id) !== null) faults.push(`${id} outlives its text`);
  return { faults, tinted };
}

describe.each(BROWSERS)('any document in %s', (name) => {
  it('is read without an exception, every clause at its place', async () => {
    await withPage(await sharedBrowser(name), '<!doctype html><title>x</title>', async (page) => {
      const script = await pageBundle();
      await fc.assert(
        fc.asyncProperty(HTML, async (html) => {
          const { faults } = await evaluateWithBundle(page, script, readHere, [html]);
          expect(faults).toEqual([]);
        }),
        RUNS,
      );
    });
  });
});
