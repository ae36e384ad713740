/**
 * `npm run -s classify -- FILE.jsonl[.gz] | - [--thresholds FILE]`: classifies clauses, one JSON line in, one
 * JSON line out, in the same order. A bad line answers `{ line, error }` and makes the exit code 2.
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import * as z from 'zod/mini';
import { findingsOf } from '../core/findings.ts';
import { formatLabel, TOPIC_CODES } from '../core/topics.ts';
import type { ClauseModel } from '../core/model/model.ts';
import type { Thresholds } from '../core/reading.ts';
import { loadModel } from './model-file.ts';

/** The fields of a line that are used, and its id, which is handed back. */
const LineShape = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  kind: z.enum(['para', 'item', 'row']),
  heading: z.string(),
  lead: z.string(),
  prev: z.string(),
  text: z.string(),
});

const ThresholdShape = z.partialRecord(z.enum(TOPIC_CODES), z.number().check(z.gte(0), z.lte(1)));

/** Probabilities are printed with 6 digits: more would only be noise of the 8-bit weights. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The answer to one line of input; `number` counts lines from 1. */
export function answerLine(
  line: string,
  number: number,
  model: Pick<ClauseModel, 'classify'>,
  thresholds: Thresholds,
): { ok: boolean; answer: object } {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return { ok: false, answer: { line: number, error: 'not JSON' } };
  }
  const clause = LineShape.safeParse(raw);
  if (!clause.success) {
    const { path, message } = clause.error.issues[0]!;
    return {
      ok: false,
      answer: { line: number, error: `${path.join('.') || 'line'}: ${message}` },
    };
  }
  const { id, ...input } = clause.data;
  const scores = model.classify([input])[0] ?? {};
  const labels = findingsOf({ id: '', text: input.text }, scores, thresholds).map(
    ({ topic, stance }) => formatLabel(topic, stance),
  );
  const shown = Object.entries(scores).map(([code, { p, does, denies, limits }]) => [
    code,
    { p: rounded(p), does: rounded(does), denies: rounded(denies), limits: rounded(limits) },
  ]);
  return { ok: true, answer: { id: id ?? null, labels, scores: Object.fromEntries(shown) } };
}

/** The shipped thresholds with those of a JSON file (`{ "SHR": 0.5, … }`) laid over them. */
async function readThresholds(shipped: Thresholds, path: string | undefined): Promise<Thresholds> {
  if (path === undefined) return shipped;
  const parsed = ThresholdShape.safeParse(parsedJson(await readFile(path, 'utf8')));
  if (!parsed.success) {
    throw new Error(`${path}: not a JSON object of topic codes with numbers from 0 to 1`);
  }
  return { ...shipped, ...parsed.data };
}

/** The value of a JSON text, `undefined` when it is none. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Bytes of a file or of standard input, unpacked when the file's name ends in `.gz`. */
function open(path: string): NodeJS.ReadableStream {
  if (path === '-') return process.stdin;
  const bytes = createReadStream(path);
  if (!path.endsWith('.gz')) return bytes;
  const unpacked = createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { thresholds: { type: 'string' } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    process.stderr.write('usage: npm run -s classify -- FILE.jsonl[.gz] | - [--thresholds FILE]\n');
    return 2;
  }
  const { model } = await loadModel();
  const thresholds = await readThresholds(model.thresholds, values.thresholds);
  let number = 0;
  let failures = 0;
  let block = '';
  for await (const line of createInterface({ input: open(path), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { ok, answer } = answerLine(line, number, model, thresholds);
    if (!ok) failures += 1;
    block += `${JSON.stringify(answer)}\n`;
    if (block.length < 1 << 16) continue;
    await write(block);
    block = '';
  }
  await write(block);
  return failures === 0 ? 0 : 2;
}

/** Writes to standard output and waits until it has been taken. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

if (import.meta.main) {
  // The reader of our output may stop early, as `head` does; then there is nobody left to tell.
  process.stdout.on('error', () => process.exit(2));
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
