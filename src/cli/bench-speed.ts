/**
 * `npm run bench:speed [-- --minilm DIR] [--ort DIR] [--pages N] [--rounds N] [--write-card]`: times, in one run of
 * one browser, the model that ships, a linear model and an all-MiniLM-L6-v2 in 8 bits under onnxruntime-web; opening
 * the file against classifying a policy of 10,000 words; and real pages against `Readability.parse()`. Prints JSON.
 *
 * The MiniLM is made by `python -m clausemark.minilm_onnx` in `training/`; onnxruntime-web (150 MB, hence no
 * dependency) comes with `npm install --no-save onnxruntime-web@1.30.0`. Without them the rest is measured.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { readLabelled, type Labelled } from './bench/clauses/labelled.ts';
import { writeSection } from './bench/marked-section.ts';
import type { Tokens } from './bench/speed/in-page.ts';
import { memoryOf } from './bench/speed/memory.ts';
import { pageTimes } from './bench/speed/pages.ts';
import { speedSection, type Racer, type SpeedReport } from './bench/speed/table.ts';
import { launchBrowser } from './browser/launch.ts';
import { MODEL_FILE } from './model-file.ts';
import { bundle } from './page-bundle.ts';
import { serve, type Answer } from './static-server.ts';

const CARD = fileURLToPath(new URL('../../docs/model-card.md', import.meta.url));

/** Words of a long policy. */
const WORDS = 10_000;

/** A MiniLM is slow: it gets every fifth clause. */
const STRIDE = 5;

const BATCHES = [1, 8, 32];

const TYPES: Record<string, string> = { '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** The first clauses that together have 10,000 words. */
function policyOf(clauses: readonly Labelled[]): Labelled[] {
  let words = 0;
  const end = clauses.findIndex(({ text }) => (words += wordCount(text)) >= WORDS);
  return clauses.slice(0, end < 0 ? clauses.length : end + 1);
}

async function answerFrom(folders: Record<string, string>, url: URL): Promise<Answer | null> {
  const [, first = '', name = ''] = url.pathname.split('/');
  if (first === '') return { body: '<!doctype html><title>Speed</title>' };
  const file = first === 'model.bin' ? MODEL_FILE : join(folders[first] ?? '', name);
  if (!existsSync(file)) return null;
  return {
    body: await readFile(file),
    type: TYPES[extname(file)] ?? 'application/octet-stream',
  };
}

type Speed = typeof import('./bench/speed/in-page.ts');

/** Calls a function of the page's bundle with plain data. */
function call<N extends keyof Speed>(page: Page, name: N, ...args: Parameters<Speed[N]>) {
  return page.evaluate(
    (of, input) => {
      const { ClausemarkSpeed } = globalThis as unknown as {
        ClausemarkSpeed: Record<string, (...inputs: unknown[]) => unknown>;
      };
      return ClausemarkSpeed[of]!(...input);
    },
    name,
    args as unknown[],
  ) as ReturnType<Speed[N]>;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/data' },
      minilm: { type: 'string', default: '.cache/minilm' },
      ort: { type: 'string', default: 'node_modules/onnxruntime-web' },
      pages: { type: 'string', default: '60' },
      rounds: { type: 'string', default: '5' },
      'write-card': { type: 'boolean', default: false },
    },
  });
  const labelled = join(values.data, 'clauses', 'val.jsonl.gz');
  if (!existsSync(labelled)) {
    process.stderr.write(`${labelled} is absent: labelled clauses are not part of the project.\n`);
    return 2;
  }
  const clauses = policyOf(await readLabelled(labelled));
  const inputs = clauses.map(({ kind, heading, lead, prev, text }) => {
    return { kind, heading, lead, prev, text };
  });
  const folders = { ort: join(values.ort, 'dist'), minilm: values.minilm };
  const hasMiniLm = existsSync(folders.ort) && existsSync(join(folders.minilm, 'model.onnx'));
  if (!hasMiniLm) process.stderr.write('no MiniLM: see the comment of src/cli/bench-speed.ts\n');
  const tokens = hasMiniLm
    ? (JSON.parse(await readFile(join(folders.minilm, 'clauses.json'), 'utf8')) as Tokens[])
        .slice(0, clauses.length)
        .filter((_, index) => index % STRIDE === 0)
    : [];
  const server = await serve({ route: (url) => answerFrom(folders, url) });
  const browser = await launchBrowser({ browser: 'chrome' });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(server.origin);
    await page.evaluate(await bundle('src/cli/bench/speed/in-page.ts', 'ClausemarkSpeed'));
    if (hasMiniLm) await page.addScriptTag({ url: `${server.origin}/ort/ort.wasm.min.js` });
    const times = { open: [] as number[], first: [] as number[], again: [] as number[] };
    const linear: number[] = [];
    const miniLm = BATCHES.map((): number[] => []);
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const own = await call(page, 'student', '/model.bin', inputs);
      for (const name of ['open', 'first', 'again'] as const) times[name].push(own[name]);
      linear.push((await call(page, 'linear', inputs)) / inputs.length);
      for (const [index, size] of (hasMiniLm ? BATCHES : []).entries()) {
        const ms = await call(page, 'miniLm', '/minilm', tokens, size);
        miniLm[index]!.push(ms / tokens.length);
      }
      process.stderr.write(`round ${round + 1} of ${values.rounds}\n`);
    }
    const perClause = (ms: readonly number[]) => ms.map((value) => value / inputs.length);
    const racers: Racer[] = [
      { name: 'the network that ships, opened just now', perClause: perClause(times.first) },
      { name: 'the same, these clauses again', perClause: perClause(times.again) },
      { name: 'linear model, hashed n-grams', perClause: linear },
      ...(hasMiniLm ? BATCHES : []).map((size, index) => {
        return { name: `MiniLM in 8 bits, batches of ${size}`, perClause: miniLm[index]! };
      }),
    ];
    const folder = join(values.data, 'pages');
    const wanted = existsSync(folder) ? Number(values.pages) : 0;
    const report: SpeedReport = {
      machine: `${await browser.version()}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`,
      date: new Date().toISOString().slice(0, 10),
      clauses: clauses.length,
      words: clauses.reduce((sum, { text }) => sum + wordCount(text), 0),
      ...times,
      memory: await memoryOf(MODEL_FILE, inputs),
      racers,
      pages: wanted === 0 ? [] : await pageTimes(browser, page, { folder, wanted }),
    };
    process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
    if (values['write-card']) await writeSection(CARD, 'npm run bench:speed', speedSection(report));
    return 0;
  } finally {
    await browser.close();
    await server.close();
  }
}

process.exitCode = await main();
