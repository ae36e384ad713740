/**
 * `node src/cli/bench-cutting.ts --data DIR --out DIR`: how far our clauses are those of the labelled
 * data. `DIR` of `--data` holds `policies.jsonl.xz` and `pages/`, that of `--out` a finished run of
 * `bench:pages`; the pages whose policy is among the documents are compared clause by clause.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Clause } from '../core/clause.ts';
import { readManifest } from './bench/corpus.ts';
import { compareCutting, shareOf } from './bench/cutting.ts';
import type { LabelledLine, Tally } from './bench/cutting.ts';

interface Policy {
  readonly rel: string;
  readonly clauses: readonly LabelledLine[];
}

function readPolicies(path: string): Map<string, Policy> {
  const { status, stdout } = spawnSync('xz', ['-dc', path], { maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`xz could not unpack ${path}`);
  const lines = stdout.toString('utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const policy = JSON.parse(line) as Policy;
      return [policy.rel, policy];
    }),
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
  const { data, out } = values;
  if (data === undefined || out === undefined) {
    throw new Error('Usage: node src/cli/bench-cutting.ts --data DIR --out DIR');
  }
  const policies = readPolicies(join(data, 'policies.jsonl.xz'));
  const tallies: Tally[] = [];
  for (const page of await readManifest(join(data, 'pages'))) {
    const policy = policies.get(`ota-versions/${page.name}.md`);
    const path = join(out, 'extracted', `${page.id}.json`);
    if (policy === undefined || page.source !== 'ota' || !existsSync(path)) continue;
    const read = JSON.parse(await readFile(path, 'utf8')) as {
      document: { text: string };
      clauses: Clause[];
    };
    tallies.push(compareCutting(read.document.text, read.clauses, policy.clauses));
  }
  process.stdout.write(`${JSON.stringify(shareOf(tallies), null, 2)}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
