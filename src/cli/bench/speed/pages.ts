/** Reading and classifying real pages against `Readability.parse()` of the same page in the same browser. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { clauseInput } from '../../../core/text/clause-input.ts';
import type { Clause } from '../../../core/clause.ts';
import { openHtmlAt } from '../../browser/open-html.ts';
import { bundle, pageBundle } from '../../page-bundle.ts';
import { pagesFolder, readManifest } from '../corpus.ts';

/** Times of one page, ms: the page code, the model until the first 48 clauses and until the last. */
export interface PageTimes {
  readonly clauses: number;
  readonly read: number;
  readonly first: number;
  readonly all: number;
  /** Copying included; median of three, the second and third with warm code. */
  readonly readability: number;
}

interface PageCode {
  readPage(document: Document): { readonly document: { readonly clauses: readonly Clause[] } };
}
interface BaselineCode {
  plainReadability(document: Document): { readonly ms: number };
}
interface SpeedCode {
  page(url: string, clauses: readonly unknown[]): Promise<{ first: number; all: number }>;
}

/** Visits `wanted` policies of `folder`, evenly spread; `models` is a page that holds the models. */
export async function pageTimes(
  browser: Browser,
  models: Page,
  { folder, wanted }: { readonly folder: string; readonly wanted: number },
): Promise<PageTimes[]> {
  const html = await pagesFolder(folder, join('.cache', 'bench'));
  const policies = (await readManifest(folder)).filter(({ kind }) => kind === 'privacy');
  const step = Math.max(1, policies.length / wanted);
  const [code, baseline] = [
    await pageBundle(),
    await bundle('src/cli/bench/baseline.ts', 'ClausemarkBaseline'),
  ];
  const times: PageTimes[] = [];
  for (let at = 0; at < Math.min(wanted, policies.length); at += 1) {
    const saved = policies[Math.floor(at * step)]!;
    const text = await readFile(join(html, `${saved.id}.html`), 'utf8');
    const url = saved.url ?? 'https://bench.example/page';
    const tab = await openHtmlAt(browser, text, url, { scripts: false });
    try {
      const { read, clauses } = await readIn(tab, code);
      if (clauses.length === 0) continue;
      const inputs = clauses.map(clauseInput);
      const { first, all } = await models.evaluate((input) => {
        const { ClausemarkSpeed } = globalThis as unknown as { ClausemarkSpeed: SpeedCode };
        return ClausemarkSpeed.page('/model.bin', input);
      }, inputs);
      const readability = await readabilityIn(tab, baseline);
      times.push({ clauses: clauses.length, read, first, all, readability });
    } finally {
      await tab.close();
    }
  }
  return times;
}

async function readIn(tab: Page, code: string) {
  await tab.evaluate(code);
  return tab.evaluate(() => {
    const { ClausemarkPage } = globalThis as unknown as { ClausemarkPage: PageCode };
    const began = performance.now();
    const { clauses } = ClausemarkPage.readPage(document).document;
    return { read: performance.now() - began, clauses };
  });
}

async function readabilityIn(tab: Page, code: string): Promise<number> {
  await tab.evaluate(code);
  return tab.evaluate(() => {
    const { ClausemarkBaseline } = globalThis as unknown as { ClausemarkBaseline: BaselineCode };
    const times = [0, 1, 2].map(() => ClausemarkBaseline.plainReadability(document).ms);
    return times.toSorted((one, other) => one - other)[1] ?? 0;
  });
}
