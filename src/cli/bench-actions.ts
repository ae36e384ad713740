/**
 * `npm run bench:actions [-- --data DIR] [--clauses FILE] [--errors FILE]`: measures opt-out actions.
 * Sentences: how well clauses about choices, rights and browser signals are found among labelled
 * clauses. Targets: how many of the actions that a reader listed on saved pages we list, and with what
 * they stop. Prints a table; `--errors` writes every error, to read, never to commit.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { TopicCode } from '../core/topics.ts';
import { analyzePage } from './analyze-page.ts';
import { compareActions, readActionLabels, type ActionCounts } from './bench/action-labels.ts';
import { pagesFolder, readManifest } from './bench/corpus.ts';
import { readLabelled, truthOf } from './bench/clauses/labelled.ts';
import { loadModel, type LoadedModel } from './model-file.ts';
import { openPageReader } from './page-reader.ts';

/** Labels that errors were mended with, and labels that were measured against once. */
const LABELS = [
  ['development', new URL('../../training/actions/labels.json', import.meta.url)],
  ['held out', new URL('../../training/actions/held-out.json', import.meta.url)],
] as const;

/** Topics whose clauses offer something to do. */
const OFFERING: readonly TopicCode[] = ['OPT', 'SIG', 'RGT'];

/** Address of pages whose own is unknown, the one that their labels were made with. */
const NEUTRAL = 'http://127.0.0.1/page';

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(part / whole).toFixed(3)} (${part} of ${whole})`;
}

/** Precision and recall of one topic or of several together. */
async function sentences(path: string, { model }: LoadedModel): Promise<string[]> {
  const clauses = await readLabelled(path);
  const scores = model.classify(clauses);
  const line = (name: string, topics: readonly TopicCode[]) => {
    const counts = { hits: 0, predicted: 0, real: 0 };
    for (const [index, { labels }] of clauses.entries()) {
      const truth = truthOf(labels);
      const there = topics.some((topic) => truth.has(topic));
      const found = topics.some((topic) => {
        return (scores[index]?.[topic]?.p ?? 0) >= model.thresholds[topic];
      });
      if (there) counts.real += 1;
      if (found) counts.predicted += 1;
      if (there && found) counts.hits += 1;
    }
    const { hits, predicted, real } = counts;
    return `| ${name} | ${share(hits, predicted)} | ${share(hits, real)} |`;
  };
  return [
    `| clauses about (${clauses.length} labelled) | precision | recall |`,
    '| --- | --- | --- |',
    line('choices, rights or browser signals', OFFERING),
    ...OFFERING.map((topic) => line(topic, [topic])),
  ];
}

function sum(counts: readonly ActionCounts[]): ActionCounts {
  return counts.reduce((total, own) => ({
    hits: total.hits + own.hits,
    rightStops: total.rightStops + own.rightStops,
    predicted: total.predicted + own.predicted,
    real: total.real + own.real,
  }));
}

async function targets(data: string, model: LoadedModel, errors?: string): Promise<string[]> {
  const folder = await pagesFolder(data, join('.cache', 'bench'));
  const manifest = await readManifest(data);
  const reader = await openPageReader();
  const rows: string[] = [];
  const compared: unknown[] = [];
  try {
    for (const [name, path] of LABELS) {
      const labels = await readActionLabels(path);
      const counts: ActionCounts[] = [];
      for (const { id, url } of manifest.filter((page) => labels.has(page.id))) {
        const html = await readFile(join(folder, `${id}.html`), 'utf8');
        const look = await reader.look(html, url?.trim() ?? NEUTRAL);
        const { state } = await analyzePage({ file: id, engine: reader.engine, look }, model);
        const comparison = compareActions(state.actions, labels.get(id) ?? []);
        counts.push(comparison.counts);
        compared.push({ id, ...comparison });
      }
      rows.push(row(`${name} (${counts.length} pages)`, sum(counts)));
    }
  } finally {
    await reader.close();
  }
  if (errors !== undefined) await writeFile(errors, JSON.stringify(compared, null, 1));
  return [
    '| targets | precision | recall | precision with what it stops | recall with what it stops |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

function row(name: string, { hits, rightStops, predicted, real }: ActionCounts): string {
  const shares = [
    share(hits, predicted),
    share(hits, real),
    share(rightStops, predicted),
    share(rightStops, real),
  ];
  return `| ${name} | ${shares.join(' | ')} |`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/data/pages' },
      clauses: { type: 'string', default: '../shared/data/clauses/val.jsonl.gz' },
      errors: { type: 'string' },
    },
  });
  for (const path of [values.data, values.clauses]) {
    if (!existsSync(path)) {
      throw new Error(`${path} does not exist: the data is not part of this repository`);
    }
  }
  const model = await loadModel();
  const tables = [
    ...(await sentences(values.clauses, model)),
    '',
    ...(await targets(values.data, model, values.errors)),
  ];
  process.stdout.write(`${tables.join('\n')}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
