/**
 * `npm run bench:clauses [-- FILE.jsonl[.gz]] [--policies FILE.jsonl.xz] [--errors FILE] [--write-card]`: measures the shipped model
 * on labelled clauses (default: the validation clauses in ../shared/data) and prints one JSON object: overall and
 * by topic with bootstrap intervals, stances, calibration, by kind, source and year, whole documents, steps of
 * strictness, other thresholds. `--write-card` also writes the tables of docs/model-card.md,
 * docs/pictures/reliability.svg and src/core/strictness-measured.ts. `--errors` writes fifty of the wrong clauses to a
 * file, to be read; their texts are not ours and stay out of the repository.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cardSection } from './bench/clauses/card.ts';
import { documentYears } from './bench/clauses/document-years.ts';
import { errorSample } from './bench/clauses/errors.ts';
import { readLabelled } from './bench/clauses/labelled.ts';
import { reliabilityPicture } from './bench/clauses/reliability-picture.ts';
import { reportOf, scoredBy, type ClauseReport } from './bench/clauses/report.ts';
import { withMeasured } from './bench/clauses/strictness-table.ts';
import { writeSection } from './bench/marked-section.ts';
import { loadModel } from './model-file.ts';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const MEASURED = fileURLToPath(new URL('../core/strictness-measured.ts', import.meta.url));
/** Wrong clauses that `--errors` writes. */
const SAMPLE = 50;
const PICTURE = 'pictures/reliability.svg';

async function writeCard(report: ClauseReport): Promise<void> {
  const { count, error } = report.calibration.topics;
  const picture = reliabilityPicture(report.calibration.topics, {
    title: `How far probabilities hold (mean gap ${error.toFixed(3)})`,
    description: `Reliability of ${count} topic probabilities on validation clauses, in 15 bins; the dashed line is perfect.`,
  });
  await writeFile(join(DOCS, PICTURE), picture);
  const source = await readFile(MEASURED, 'utf8');
  const { model, all, strictness } = report;
  await writeFile(MEASURED, withMeasured(source, model.sha256, all.clauses, strictness));
  const date = new Date().toISOString().slice(0, 10);
  const section = cardSection(report, date, PICTURE);
  await writeSection(join(DOCS, 'model-card.md'), 'npm run bench:clauses', section);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      policies: { type: 'string' },
      errors: { type: 'string' },
      'write-card': { type: 'boolean', default: false },
    },
  });
  const path = positionals[0] ?? '../shared/data/clauses/val.jsonl.gz';
  if (!existsSync(path)) {
    process.stderr.write(`${path} is absent: labelled clauses are not part of the project.\n`);
    return 2;
  }
  const clauses = await readLabelled(path);
  if (clauses.length === 0) {
    process.stderr.write(`${path} holds no clause.\n`);
    return 2;
  }
  const sources = new Set(clauses.map(({ source }) => source));
  const policies = values.policies ?? join(dirname(path), '..', 'policies.jsonl.xz');
  const years = await documentYears(policies, sources);
  const loaded = await loadModel();
  const answers = scoredBy(loaded.model, clauses);
  const report = reportOf(loaded, answers, years);
  process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
  if (values['write-card']) await writeCard(report);
  if (values.errors !== undefined) {
    const sample = errorSample(answers.scored, loaded.model.thresholds, SAMPLE);
    const lines = sample.map((wrong) => `${JSON.stringify(wrong)}\n`);
    await writeFile(values.errors, lines.join(''));
  }
  return 0;
}

process.exitCode = await main();
