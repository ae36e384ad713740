/**
 * `node src/cli/bench-clauses.ts [FILE.jsonl[.gz]]`: measures the shipped model on labelled clauses (default: the
 * validation clauses in ../shared/data) and prints JSON: per topic and overall, by kind of clause, on short
 * clauses, the topic states of whole documents, and clauses a second.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { findingsOf, type Finding } from '../core/findings.ts';
import { summarize } from '../core/summary.ts';
import { parseLabel, TOPIC_CODES, type Stance, type TopicCode } from '../core/topics.ts';
import type { Thresholds } from '../core/reading.ts';
import { measureClauses, measureTopics, type ScoredClause } from './bench/clause-measures.ts';
import { loadModel } from './model-file.ts';

const LabelledShape = z.object({
  id: z.string(),
  source: z.string(),
  index: z.int(),
  kind: z.enum(['para', 'item', 'row']),
  heading: z.string(),
  lead: z.string(),
  prev: z.string(),
  text: z.string(),
  labels: z.array(z.string()),
});

type Labelled = z.infer<typeof LabelledShape>;
type Scored = ScoredClause & { readonly clause: Labelled };

async function readLabelled(path: string): Promise<Labelled[]> {
  const bytes = await readFile(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => LabelledShape.parse(JSON.parse(line)));
}

function truthOf(labels: readonly string[]): Map<TopicCode, Set<Stance>> {
  const truth = new Map<TopicCode, Set<Stance>>();
  for (const label of labels) {
    const parsed = parseLabel(label);
    if (!parsed) throw new Error(`unknown label ${label}`);
    truth.set(parsed.topic, (truth.get(parsed.topic) ?? new Set()).add(parsed.stance));
  }
  return truth;
}

/** Findings that a perfect model would have. */
function goldFindings({ clause, truth }: Scored): Finding[] {
  return [...truth].flatMap(([topic, stances]) =>
    [...stances].map((stance) => {
      const { id, text } = clause;
      return { id: `${id}-${topic}`, clauseId: id, topic, stance, confidence: 1, quote: text };
    }),
  );
}

/** How often the state of a topic in a document is the one its labels give; `found`: of those not "not found". */
function documentStates(scored: readonly Scored[], thresholds: Thresholds) {
  const documents = Map.groupBy(scored, ({ clause }) => clause.source);
  const counts = { right: 0, total: 0, foundRight: 0, found: 0, invented: 0, missed: 0 };
  for (const clauses of documents.values()) {
    const ordered = clauses.toSorted((a, b) => a.clause.index - b.clause.index);
    const gold = summarize(ordered.flatMap(goldFindings));
    const ours = summarize(
      ordered.flatMap(({ clause, scores }) => findingsOf(clause, scores, thresholds)),
    );
    for (const topic of TOPIC_CODES) {
      const [want, have] = [gold[topic].state, ours[topic].state];
      counts.total += 1;
      if (want === have) counts.right += 1;
      if (want !== 'not-found') counts.found += 1;
      if (want !== 'not-found' && want === have) counts.foundRight += 1;
      if (want === 'not-found' && have !== 'not-found') counts.invented += 1;
      if (want !== 'not-found' && have === 'not-found') counts.missed += 1;
    }
  }
  return { documents: documents.size, ...counts };
}

async function main(): Promise<number> {
  const path = process.argv[2] ?? '../shared/data/clauses/val.jsonl.gz';
  if (!existsSync(path)) {
    process.stderr.write(`${path} is absent: labelled clauses are not part of the project.\n`);
    return 2;
  }
  const { model, sha256 } = await loadModel();
  const clauses = await readLabelled(path);
  const began = performance.now();
  const scores = model.classify(clauses);
  const seconds = (performance.now() - began) / 1000;
  const scored = clauses.map((clause, index) => {
    return { clause, truth: truthOf(clause.labels), scores: scores[index]! };
  });
  const { thresholds, version } = model;
  const part = (keep: (clause: Labelled) => boolean) => {
    const kept = scored.filter(({ clause }) => keep(clause));
    return measureClauses(kept, thresholds);
  };
  const report = {
    model: { version, sha256 },
    clausesPerSecond: Math.round(clauses.length / seconds),
    ...measureClauses(scored, thresholds),
    topics: measureTopics(scored, thresholds),
    documents: documentStates(scored, thresholds),
    kinds: {
      para: part(({ kind }) => kind === 'para'),
      item: part(({ kind }) => kind === 'item'),
      row: part(({ kind }) => kind === 'row'),
      short: part(({ text }) => text.split(' ').length <= 6),
    },
  };
  process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
  return 0;
}

process.exitCode = await main();
