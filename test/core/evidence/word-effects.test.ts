import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Clause } from '../../../src/core/clause.ts';
import { MOST_WORDS, wordEffects } from '../../../src/core/evidence/word-effects.ts';
import { readModel } from '../../../src/core/model/read-model.ts';
import { clauseInput } from '../../../src/core/text/clause-input.ts';
import { TOPIC_CODES, type TopicCode } from '../../../src/core/topics.ts';

const opened = readModel(new Uint8Array(readFileSync('assets/model/clauses.bin')));
if (!opened.ok) throw new Error(opened.error);
const model = opened.value;

function clause(text: string, rest: Partial<Clause> = {}): Clause {
  const place = { id: 'c0', index: 0, start: 0, end: text.length };
  return { ...place, kind: 'para', heading: 'Privacy', lead: '', prev: '', text, ...rest };
}

const CLAUSES: readonly Clause[] = [
  clause('We and our partners use cookies and similar technologies to recognise your device.'),
  clause('We do not sell your personal information to anyone.', { heading: 'Privacy > Sharing' }),
  clause('Es ist alles ganz anders, we share your e-mail address with advertisers.'),
  clause('trail_id\tRecognises your browser when you return\t13 months', {
    kind: 'row',
    columns: ['Name', 'Purpose', 'Lifetime'],
  }),
];

describe('the words that weighed most', () => {
  it('change the score as shown when they are left out', () => {
    let looked = 0;
    for (const one of CLAUSES) {
      const input = clauseInput(one);
      const [scores] = model.classify([input]);
      for (const topic of Object.keys(scores!) as TopicCode[]) {
        const { p } = scores![topic]!;
        for (const { start, end, without } of wordEffects(one, model.explain(input, topic), p)) {
          const text = one.text.slice(0, start) + one.text.slice(end);
          const [less] = model.classify([clauseInput({ ...one, text })]);
          const now = less![topic]?.p;
          // The model leaves out what is below 0.05.
          if (now === undefined) expect(without).toBeLessThan(0.05);
          else expect(without).toBeCloseTo(now, 6);
          expect(without).toBeLessThan(p);
          looked += 1;
        }
      }
    }
    expect(looked).toBeGreaterThan(15);
  });

  it('stand at their places in the quote, heaviest first, five at most', () => {
    const [one] = CLAUSES;
    const [scores] = model.classify([clauseInput(one!)]);
    const effects = wordEffects(one!, model.explain(clauseInput(one!), 'TRK'), scores!.TRK!.p);
    expect(effects.length).toBeLessThanOrEqual(MOST_WORDS);
    expect(effects.length).toBeGreaterThan(0);
    for (const { start, end } of effects) expect(one!.text.slice(start, end)).toMatch(/^\p{L}+$/u);
    const weights = effects.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(weights.every((weight) => weight > 0)).toBe(true);
  });

  it('of a row are those of its cells, not of its column names', () => {
    const row = CLAUSES[3]!;
    const { text } = clauseInput(row);
    const at = (word: string) => ({
      start: text.indexOf(word),
      end: text.indexOf(word) + word.length,
      weight: 1,
    });
    const placed = wordEffects(row, [at('Lifetime'), at('browser'), at('months')], 0.9);
    expect(placed.map(({ start, end }) => row.text.slice(start, end))).toEqual([
      'browser',
      'months',
    ]);
  });

  it('beyond those that the model reads weigh nothing, and are not asked for', () => {
    const long = clause(`${'We share data. '.repeat(60)}cookies`);
    const weights = model.explain(clauseInput(long), 'TRK');
    expect(weights.length).toBeLessThan(128);
    const text = long.text.slice(0, -'cookies'.length);
    const [all, less] = model.classify([clauseInput(long), clauseInput({ ...long, text })]);
    for (const topic of TOPIC_CODES) expect(less![topic]?.p).toBe(all![topic]?.p);
  });
});
