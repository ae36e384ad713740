/**
 * Turns gathered signals into the detector's features, one line a part:
 *
 *   npx node training/detect/features.ts < signals.jsonl > features.jsonl
 *
 * A line is `{ id, source, name, kind, url, place, eligible, words, values, score }` with `values` by name and `score` as the
 * shipped weights give it; a page without measured parts has one line without `values`.
 */
import process from 'node:process';
import { createInterface } from 'node:readline';
import { FEATURES, featuresOf } from '../../src/core/detect/features.ts';
import { isEligible, scoreOf } from '../../src/core/detect/judge.ts';
import type { PageSignals } from '../../src/core/detect/signals.ts';

for await (const line of createInterface({ input: process.stdin })) {
  const { id, source, name, kind, url, signals } = JSON.parse(line) as {
    id: string;
    source: string;
    name: string;
    kind: string;
    url?: string;
    signals: PageSignals;
  };
  const parts = signals.parts.map((part) => {
    const values = featuresOf(part);
    return {
      place: part.place,
      eligible: isEligible(part, signals.parts[0]!),
      words: part.words,
      values: Object.fromEntries(FEATURES.map((feature, index) => [feature, values[index]])),
      score: scoreOf(part),
    };
  });
  for (const part of parts.length > 0 ? parts : [{ place: 'page', words: 0 }]) {
    process.stdout.write(
      `${JSON.stringify({ id, source, name, kind, url, ...part })}\n`,
    );
  }
}
