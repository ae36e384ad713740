/**
 * `npm run -s analyze -- [--json] [--url URL] FILE… | -` reads policies from files and says what they
 * say. Exit codes: 0 analysed, 2 unreadable input, 3 not a policy, 4 language not classified; with
 * several files the highest one that occurred, except that 2 outranks all.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { analyzePage } from './analyze-page.ts';
import { loadWords } from './catalogue.ts';
import { loadModel } from './model-file.ts';
import { openPageReader } from './page-reader.ts';
import { readInput } from './render-input.ts';
import { reportText } from './report-text.ts';
import { reportSchema } from '../core/report-schema.ts';
import { versionOf } from './version.ts';

const USAGE = 'Usage: npm run -s analyze -- [--json] [--url URL] FILE… | -';

const EXIT = { analysed: 0, unreadable: 2, 'not-policy': 3, language: 4 } as const;

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function analyzeFiles(
  files: readonly string[],
  { json, url }: { json: boolean; url: string | undefined },
): Promise<number> {
  const [reader, model, words, version] = await Promise.all([
    openPageReader(),
    loadModel(),
    loadWords(),
    versionOf(),
  ]);
  const engine = `clausemark/${version} ${reader.engine}`;
  const codes = new Set<number>();
  try {
    for (const file of files) {
      const input = await readInput(file);
      if (!input.ok) {
        complain(input.error);
        codes.add(EXIT.unreadable);
        continue;
      }
      const look = await reader.look(input.value.html, url ?? input.value.url);
      const { report, outcome } = await analyzePage({ file, engine, look }, model);
      const line = json ? JSON.stringify(reportSchema.parse(report)) : reportText(report, words);
      process.stdout.write(`${line}\n${json ? '' : '\n'}`);
      codes.add(EXIT[outcome]);
    }
  } finally {
    await reader.close();
  }
  return codes.has(EXIT.unreadable) ? EXIT.unreadable : Math.max(0, ...codes);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false }, url: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error(USAGE);
  if (values.url !== undefined && !/^https?:$/.test(new URL(values.url).protocol)) {
    throw new Error(`--url must be an http or https address. ${USAGE}`);
  }
  return analyzeFiles(positionals, { json: values.json, url: values.url });
}

try {
  process.exitCode = await main();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT.unreadable;
}
