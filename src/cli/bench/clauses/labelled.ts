/** Reads labelled clauses, one JSON object a line, and what their labels say. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { parseLabel, type Stance, type TopicCode } from '../../../core/topics.ts';
import type { ClauseScores } from '../../../core/reading.ts';

const LabelledShape = z.object({
  id: z.string(),
  service: z.string(),
  source: z.string(),
  index: z.int(),
  kind: z.enum(['para', 'item', 'row']),
  heading: z.string(),
  lead: z.string(),
  prev: z.string(),
  text: z.string(),
  labels: z.array(z.string()),
});

/** A clause with the labels an annotator gave it. `source` is the document it stands in. */
export type Labelled = z.infer<typeof LabelledShape>;

/** The stances with which each topic of a clause was labelled: mostly one. */
export type Truth = ReadonlyMap<TopicCode, ReadonlySet<Stance>>;

/** A labelled clause with what the model says of it. */
export interface ScoredClause {
  readonly clause: Labelled;
  readonly truth: Truth;
  readonly scores: ClauseScores;
}

/** The clauses of a file, gunzipped when its name ends in `.gz`. Throws on a line of another shape. */
export async function readLabelled(path: string): Promise<Labelled[]> {
  const bytes = await readFile(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => LabelledShape.parse(JSON.parse(line)));
}

/** What labels such as `SHR~` say. Throws on a label that is none. */
export function truthOf(labels: readonly string[]): Truth {
  const truth = new Map<TopicCode, Set<Stance>>();
  for (const label of labels) {
    const parsed = parseLabel(label);
    if (parsed === null) throw new Error(`unknown label ${label}`);
    truth.set(parsed.topic, (truth.get(parsed.topic) ?? new Set()).add(parsed.stance));
  }
  return truth;
}
