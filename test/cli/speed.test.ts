import { expect, test } from 'vitest';
import { LinearModel } from '../../src/cli/bench/speed/linear.ts';
import { quantile, speedSection, type SpeedReport } from '../../src/cli/bench/speed/table.ts';

const clause = { kind: 'para' as const, heading: '', lead: '', prev: '', text: 'We sell we' };

test('the linear model reads words, pairs and n-grams once each', () => {
  const [text, grams, ...context] = new LinearModel().features(clause);
  // "we", "sell", "we sell", "sell we"; <we>: 2 + 1, <sell>: 4 + 3 + 2.
  expect([text!.length, grams!.length]).toEqual([4, 12]);
  expect(context).toEqual([[], [], []]);
  const again = new LinearModel();
  again.features(clause);
  expect(again.features(clause)).toEqual([text, grams, ...context]);
  expect(again.score(clause)).toHaveLength(24);
});

test('a quantile is one of the values', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
  expect(quantile([1], 0.9)).toBe(1);
  expect(quantile([], 0.5)).toBeNaN();
});

const REPORT: SpeedReport = {
  machine: 'a machine',
  date: '2026-01-02',
  clauses: 480,
  words: 10_000,
  open: [20, 10, 30],
  first: [200],
  again: [100],
  memory: { opened: 5e6, used: 9e6 },
  racers: [
    { name: 'ours', perClause: [0.4, 0.2, 0.3] },
    { name: 'theirs', perClause: [30] },
  ],
  pages: [{ clauses: 100, read: 20, first: 10, all: 40, readability: 20 }],
};

test('tells the others as multiples of ours, and pages as multiples of Readability', () => {
  const section = speedSection(REPORT);
  expect(section).toContain('| ours | 0.300 | 1.0 |');
  expect(section).toContain('| theirs | 30.0 | 100.0 |');
  expect(section).toContain('opening costs 0.100 of a policy');
  expect(section).toContain('| page read, first 48 clauses classified | 1.50 | 1.50 |');
  expect(section).toContain('| page read, all clauses classified | 3.00 | 3.00 |');
  expect(speedSection({ ...REPORT, pages: [] })).toContain('Real pages were not measured.');
});
