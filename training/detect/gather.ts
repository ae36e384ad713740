/**
 * Gathers the detector's signals of saved pages in Chromium and writes them as JSON lines.
 *
 *   npx node training/detect/gather.ts --data ../shared/data/pages --out .cache/detect/signals.jsonl
 *
 * `--data` holds `manifest.jsonl[.gz]` and `pages/` (unpack `pages.tar.xz` first); without it only our own
 * pages (`test/fixtures/detect`) are gathered, which otherwise follow; those in `languages/` are never fitted. Scripts of the pages do not run and
 * nothing is fetched. A line is `{ id, source, name, kind, url, signals, ms }`, `ms` the
 * fastest of three runs of `gatherSignals`.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { launchBrowser } from '../../src/cli/browser/launch.ts';
import { bundle } from '../../src/cli/page-bundle.ts';
import { LANGUAGE_PAGES } from '../../test/fixtures/detect/languages/pages.ts';
import { DETECT_PAGES } from '../../test/fixtures/detect/pages.ts';
import type * as Detector from '../../src/page/detect-bundle.ts';

interface ManifestLine {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly kind: string;
  readonly url?: string;
}

async function readManifest(folder: string): Promise<ManifestLine[]> {
  const plain = await readFile(join(folder, 'manifest.jsonl'), 'utf8').catch(() => null);
  const text =
    plain ?? gunzipSync(await readFile(join(folder, 'manifest.jsonl.gz'))).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ManifestLine);
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string' }, ids: { type: 'string' } },
});
if (values.out === undefined) {
  process.stderr.write('usage: gather.ts --out FILE [--data DIR] [--ids ID,ID…]\n');
  process.exit(2);
}
const wanted = values.ids?.split(',');
const data = values.data;
const saved = data === undefined ? [] : await readManifest(data);
const own = DETECT_PAGES.map(({ name, kind }) => ({ id: name, source: 'own', name, kind }));
const foreign = LANGUAGE_PAGES.map(({ name, kind, language }) => {
  return { id: name, source: `own, never fitted: ${language}`, name, kind };
});
const manifest: ManifestLine[] = [...saved, ...own, ...foreign].filter(
  (line) => wanted?.includes(line.id) ?? true,
);
const htmlOf = async (line: ManifestLine): Promise<string> =>
  [...DETECT_PAGES, ...LANGUAGE_PAGES].find((each) => each.name === line.id)?.html ??
  readFile(join(data!, 'pages', `${line.id}.html`), 'utf8');
await mkdir(dirname(values.out), { recursive: true });
const out = createWriteStream(values.out);
const script = await bundle('src/page/detect-bundle.ts', 'ClausemarkDetect');
const browser = await launchBrowser({ browser: 'chrome' });
try {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  let html = '';
  page.on('request', (request) => {
    const main = request.isNavigationRequest() && request.frame() === page.mainFrame();
    // A page that refreshes itself is answered "no content", which leaves it where it is.
    if (main && html === '') void request.respond({ status: 204 });
    else if (main) void request.respond({ contentType: 'text/html; charset=utf-8', body: html });
    else void request.abort();
    if (main) html = '';
  });
  for (const [index, line] of manifest.entries()) {
    html = await htmlOf(line);
    await page.goto(line.url?.startsWith('http') ? line.url : `https://page.example/${line.id}`, {
      waitUntil: 'domcontentloaded',
    });
    await page.evaluate(script);
    const result = await page.evaluate(() => {
      const { gatherSignals } = (globalThis as unknown as { ClausemarkDetect: typeof Detector })
        .ClausemarkDetect;
      let ms = Infinity;
      let signals = gatherSignals(document, location);
      for (let run = 0; run < 3; run++) {
        const start = performance.now();
        signals = gatherSignals(document, location);
        ms = Math.min(ms, performance.now() - start);
      }
      return { signals, ms };
    });
    out.write(`${JSON.stringify({ ...line, gold: undefined, ...result })}\n`);
    if (index % 100 === 99) process.stderr.write(`${index + 1} of ${manifest.length}\n`);
  }
} finally {
  await browser.close();
  out.end();
}
