import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ClauseInput } from '../../../src/core/clause.ts';
import { findingsOf } from '../../../src/core/findings.ts';
import { FIELDS } from '../../../src/core/model/encoding.ts';
import { readModelFile } from '../../../src/core/model/model-file.ts';
import { FLOOR, readModel } from '../../../src/core/model/read-model.ts';
import { readStudent } from '../../../src/core/model/student.ts';
import { formatLabel, STANCES, TOPIC_CODES } from '../../../src/core/topics.ts';

/** What the trainer's own code says of a sentence of ours, with the file that ships. */
interface Golden {
  readonly input: ClauseInput;
  readonly ids: number[][];
  readonly pairs: number[];
  readonly largest: number[][];
  readonly bag: number[];
  readonly p: number[];
  readonly stances: number[][];
  readonly labels: string[];
}

const golden = JSON.parse(readFileSync('test/fixtures/model/golden.json', 'utf8')) as Golden[];
const bytes = new Uint8Array(readFileSync('assets/model/clauses.bin'));
const file = readModelFile(bytes);
const model = readModel(bytes);
if (!file.ok || !model.ok) throw new Error('the shipped model cannot be read');
const network = readStudent(file.value)!;
const scores = model.value.classify(golden.map(({ input }) => input));

test.each(golden.map((entry, index) => ({ ...entry, index, name: entry.input.text.slice(0, 40) })))(
  'the trainer and the extension agree on $index: $name',
  ({ input, ids, pairs, largest, bag, p, stances, labels, index }) => {
    const found = network.sums(input);
    expect(FIELDS.map((field) => found.encoded.ids[field])).toEqual(ids);
    expect(found.encoded.pairs).toEqual(pairs);
    expect(found.largest.map((sums) => [...sums])).toEqual(largest);
    expect([...found.pairs]).toEqual(bag);
    for (const [topic, code] of TOPIC_CODES.entries()) {
      const score = scores[index]![code];
      if (Math.abs(p[topic]! - FLOOR) > 1e-5) expect(score !== undefined).toBe(p[topic]! > FLOOR);
      if (!score) continue;
      expect(Math.abs(score.p - p[topic]!)).toBeLessThan(1e-5);
      for (const [at, stance] of STANCES.entries()) {
        expect(Math.abs(score[stance] - stances[topic]![at]!)).toBeLessThan(1e-5);
      }
    }
    const decided = findingsOf(
      { id: '', text: input.text },
      scores[index]!,
      model.value.thresholds,
    );
    expect(decided.map(({ topic, stance }) => formatLabel(topic, stance))).toEqual(labels);
  },
);
