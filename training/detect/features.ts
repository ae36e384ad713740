/**
 * Turns gathered signals into the detector's features, one line a part:
 *
 *   npx node training/detect/features.ts < signals.jsonl > features.jsonl
 *
 * A line is `{ id, source, name, kind, part, place, words, values }`; `part` counts the parts of a page, a
 * page without parts has one line without `values`.
 */
import process from 'node:process';
import { createInterface } from 'node:readline';
import { featuresOf } from '../../src/core/detect/features.ts';
import type { PageSignals } from '../../src/core/detect/signals.ts';

for await (const line of createInterface({ input: process.stdin })) {
  const { id, source, name, kind, signals } = JSON.parse(line) as {
    id: string;
    source: string;
    name: string;
    kind: string;
    signals: PageSignals;
  };
  const parts = signals.parts.map((part, index) => ({
    part: index,
    place: part.place,
    words: part.words,
    values: featuresOf(part),
  }));
  for (const part of parts.length > 0 ? parts : [{ part: 0, place: 'page', words: 0 }]) {
    process.stdout.write(`${JSON.stringify({ id, source, name, kind, ...part })}\n`);
  }
}
