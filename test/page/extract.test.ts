/**
 * Pages of our own writing, one for each trap of extraction, read in both browsers. Each folder of
 * `test/fixtures/pages` holds `source.html` and, in `expected.json`, exactly what must come out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageBundle } from '../../src/cli/page-bundle.ts';
import type * as PageCode from '../../src/page/bundle.ts';
import { BROWSERS, evaluateWithBundle, sharedBrowser, withPage } from '../support/browser.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'pages');
const TRAPS = readdirSync(FOLDER).toSorted();

/** Runs in the page: what was read, and what the ranges of the clauses really hold. */
function readHere(code: unknown) {
  const { readPage } = code as typeof PageCode;
  const before = document.documentElement.outerHTML;
  const live = readPage(document);
  const bare = (text: string): string => text.replace(/\s+/gu, '');
  const page = live.document;
  return {
    lines: page.text.split('\n'),
    clauses: page.clauses.map(({ kind, heading, lead, text, columns, consent }) => ({
      kind,
      heading,
      lead,
      text,
      ...(columns === undefined ? {} : { columns }),
      ...(consent === undefined ? {} : { consent }),
    })),
    links: page.links.map(({ kind, label, clauseId }) => `${kind} ${label} ${clauseId ?? '-'}`),
    skipped: page.coverage.skipped.map(({ reason, sample }) => `${reason}: ${sample}`),
    wrongRanges: page.clauses
      .filter(({ id, text }) => bare(String(live.rangeOf(id))) !== bare(text))
      .map(({ id }) => id),
    wrongOffsets: page.clauses
      .filter(({ start, end, text }) => page.text.slice(start, end) !== text)
      .map(({ id }) => id),
    changed: document.documentElement.outerHTML !== before,
  };
}

describe.each(BROWSERS)('reading in %s', (name) => {
  it.each(TRAPS)('reads %s', async (trap) => {
    const html = readFileSync(join(FOLDER, trap, 'source.html'), 'utf8');
    const expected: unknown = JSON.parse(readFileSync(join(FOLDER, trap, 'expected.json'), 'utf8'));
    const read = await withPage(await sharedBrowser(name), html, async (page) =>
      evaluateWithBundle(page, await pageBundle(), readHere),
    );
    const { wrongRanges, wrongOffsets, changed, ...rest } = read;
    expect({ wrongRanges, wrongOffsets, changed }).toEqual({
      wrongRanges: [],
      wrongOffsets: [],
      changed: false,
    });
    expect(rest).toEqual(expected);
  });
});
