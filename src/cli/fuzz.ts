/**
 * `npm run fuzz -- [--minutes N] [--mutants N] [--data DIR]`: changes saved pages at random and runs the
 * page code over them in headless Chromium; see `fuzz/exercise.ts` for what must hold. A run goes on
 * where the last one stopped. `--only ID:SEED` runs one mutant again, says what was done to the page
 * and keeps it as HTML.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Campaign } from './fuzz/campaign.ts';
import { parseMutant, planOf } from './fuzz/plan.ts';
import type { Mutant } from './fuzz/plan.ts';
import { begin, readProgress, writeProgress } from './fuzz/progress.ts';
import type { Failure, Progress } from './fuzz/progress.ts';
import { sourcesIn } from './fuzz/sources.ts';
import type { Sources } from './fuzz/sources.ts';
import { failureLine, summaryText } from './fuzz/summary.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WORK = join(ROOT, '.cache', 'fuzz');
const REPORT = join(WORK, 'report.json');
/** Mutants between two lines that say how far it has come. */
const SAID_EVERY = 500;

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function keep(campaign: Campaign, { id, seed }: Mutant): Promise<string> {
  const file = join(WORK, 'mutants', `${id}-${seed}.html`);
  await mkdir(join(WORK, 'mutants'), { recursive: true });
  await writeFile(file, await campaign.html({ id, seed }));
  return file;
}

async function runOne(campaign: Campaign, mutant: Mutant): Promise<void> {
  process.stdout.write(
    `${planOf(mutant)
      .map((step) => JSON.stringify(step))
      .join('\n')}\n`,
  );
  say(`kept in ${await keep(campaign, mutant)}`);
  const { outcome, failure } = await campaign.run(mutant);
  process.stdout.write(`${JSON.stringify(outcome, null, 1)}\n`);
  if (failure === null) return;
  process.stdout.write(`${[failureLine(failure), ...failure.details].join('\n')}\n`);
  process.exitCode = 1;
}

/** Failures of an earlier code that are still there. */
async function stillFailing(campaign: Campaign, earlier: readonly Failure[]): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const { id, seed } of earlier) {
    const { failure } = await campaign.run({ id, seed });
    if (failure !== null) failures.push(failure);
  }
  return failures;
}

async function startingPoint(campaign: Campaign, sources: Sources): Promise<Progress> {
  const known = await readProgress(REPORT);
  const fresh = begin(campaign.code, sources.name);
  if (known === null || known.sources !== sources.name) return fresh;
  if (known.code === campaign.code) return known;
  say(`The code has changed: begins anew, with ${known.failures.length} earlier failures first`);
  const failures = await stillFailing(campaign, known.failures);
  for (const failure of failures) say(`still there: ${failureLine(failure)}`);
  return fresh;
}

async function runMany(
  campaign: Campaign,
  sources: Sources,
  limits: { minutes: number; mutants: number },
): Promise<void> {
  const progress = await startingPoint(campaign, sources);
  say(`${progress.done} of ${limits.mutants} mutants of ${sources.name} are done`);
  const end = performance.now() + limits.minutes * 60_000;
  while (progress.done < limits.mutants && performance.now() < end) {
    const started = performance.now();
    const before = progress.done;
    for (const failure of await campaign.sitting(progress)) {
      progress.failures.push(failure);
      say(failureLine(failure));
      await keep(campaign, failure);
    }
    progress.seconds += (performance.now() - started) / 1000;
    await writeProgress(REPORT, progress);
    if (Math.floor(before / SAID_EVERY) !== Math.floor(progress.done / SAID_EVERY))
      say(`${progress.done} mutants`);
  }
  process.stdout.write(`${summaryText(progress)}\n`);
  if (progress.failures.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: join(ROOT, '..', 'shared', 'data', 'pages') },
      minutes: { type: 'string', default: '10' },
      mutants: { type: 'string', default: '10000' },
      only: { type: 'string' },
    },
  });
  const [minutes, mutants] = [Number(values.minutes), Number(values.mutants)];
  if (!(minutes > 0) || !(mutants > 0))
    throw new Error('--minutes and --mutants take numbers above 0');
  const only = values.only === undefined ? null : parseMutant(values.only);
  if (values.only !== undefined && only === null) throw new Error('--only takes ID:SEED');
  if (!existsSync(values.data))
    say(`${values.data} is not there: fuzzes our own test pages instead`);
  const sources = await sourcesIn(values.data, WORK);
  if (only !== null && !sources.ids.includes(only.id))
    throw new Error(`No page is called ${only.id}`);
  const campaign = await Campaign.prepare(sources);
  try {
    await (only === null
      ? runMany(campaign, sources, { minutes, mutants })
      : runOne(campaign, only));
  } finally {
    await campaign.close();
  }
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
