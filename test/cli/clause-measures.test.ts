import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ClauseScores } from '../../src/core/reading.ts';
import { TOPIC_CODES, type TopicCode } from '../../src/core/topics.ts';
import { moved } from '../../src/core/strictness.ts';
import { bootstrap } from '../../src/cli/bench/clauses/bootstrap.ts';
import { stanceCalibration, topicCalibration } from '../../src/cli/bench/clauses/calibration.ts';
import { curveOfOne } from '../../src/cli/bench/clauses/curve.ts';
import { documentStates } from '../../src/cli/bench/clauses/documents.ts';
import { errorSample } from '../../src/cli/bench/clauses/errors.ts';
import { collectionsOf, kindsOf, yearsOf } from '../../src/cli/bench/clauses/groups.ts';
import { truthOf, type ScoredClause } from '../../src/cli/bench/clauses/labelled.ts';
import { measureClauses, measureTopics } from '../../src/cli/bench/clauses/measures.ts';
import { strictnessSteps, withMeasured } from '../../src/cli/bench/clauses/strictness-table.ts';
import { reliabilityPicture } from '../../src/cli/bench/clauses/reliability-picture.ts';

const thresholds = Object.fromEntries(TOPIC_CODES.map((code) => [code, 0.5])) as Record<
  TopicCode,
  number
>;
const does = (p: number) => ({ p, does: 0.9, denies: 0.08, limits: 0.02 });
const denies = (p: number) => ({ p, does: 0.3, denies: 0.6, limits: 0.1 });

function scored(
  service: string,
  labels: string[],
  scores: ClauseScores,
  text = 'A.',
): ScoredClause {
  const place = {
    id: `${service}.${text}`,
    service,
    source: `ota-versions/x/${service}`,
    index: 0,
  };
  const clause = { ...place, kind: 'para' as const, heading: '', lead: '', prev: '', text, labels };
  return { clause, truth: truthOf(labels), scores };
}

const CLAUSES = [
  scored('a', ['TRK'], { TRK: does(0.9) }),
  scored('a', ['SAL-'], { SAL: denies(0.8), SHR: does(0.7) }),
  scored('b', ['SAL~', 'SHR'], { SAL: does(0.6), SHR: does(0.4) }),
  scored('b', [], { TRK: does(0.2) }),
];

test('counts hits, false findings and misses over all topics', () => {
  const all = measureClauses(CLAUSES, thresholds);
  expect(all).toMatchObject({ clauses: 4, services: 2, precision: 3 / 4, recall: 3 / 4 });
  expect(all.microF1).toBeCloseTo(3 / 4, 9);
  // TRK and SAL are perfect, SHR is found once wrongly and missed once.
  expect(all.macroF1).toBeCloseTo(2 / 3, 9);
  expect(all.intervals.microF1.low).toBeLessThanOrEqual(all.microF1);
  expect(all.intervals.microF1.high).toBeGreaterThanOrEqual(all.microF1);
});

test('tells stances apart by what the label says', () => {
  const { stances } = measureClauses(CLAUSES, thresholds);
  expect(stances.all).toEqual({ right: 2, total: 3, share: 2 / 3 });
  expect(stances.does).toMatchObject({ right: 1, total: 1 });
  expect(stances.denies).toMatchObject({ right: 1, total: 1 });
  expect(stances.limits).toMatchObject({ right: 0, total: 1 });
  expect(stances.deniesOrLimits).toMatchObject({ right: 1, total: 2 });
});

test('measures each topic', () => {
  const topics = measureTopics(CLAUSES, thresholds);
  expect(topics.map(({ topic }) => topic)).toEqual([...TOPIC_CODES]);
  const shr = topics.find(({ topic }) => topic === 'SHR');
  expect(shr).toMatchObject({ support: 1, precision: 0, recall: 0, f1: 0 });
  const sal = topics.find(({ topic }) => topic === 'SAL');
  expect(sal).toMatchObject({ support: 2, precision: 1, recall: 1, f1: 1 });
});

test('an interval holds what drawing companies anew gives', () => {
  const even = [Float64Array.of(1, 2), Float64Array.of(1, 2)];
  const half = (sums: Float64Array) => [sums[0]! / sums[1]!];
  expect(bootstrap(even, half)).toEqual([{ low: 0.5, high: 0.5 }]);
  const uneven = [Float64Array.of(0, 2), Float64Array.of(2, 2)];
  expect(bootstrap(uneven, half)).toEqual([{ low: 0, high: 1 }]);
  expect(bootstrap([], half)).toEqual([]);
});

test('a model that is as often right as it says has no calibration error', () => {
  const sure = Array.from({ length: 10 }, (_, index) =>
    scored('a', index < 8 ? ['TRK'] : [], { TRK: does(0.8) }),
  );
  expect(topicCalibration(sure).error).toBeCloseTo(0, 9);
  expect(topicCalibration(sure).bins.filter(({ count }) => count > 0)).toMatchObject([
    { count: 10 },
  ]);
  expect(stanceCalibration(sure).error).toBeCloseTo(0.1, 9);
  const boastful = sure.map(({ clause }) => scored('a', clause.labels, { TRK: does(1) }));
  expect(topicCalibration(boastful).error).toBeCloseTo(0.2, 9);
});

test('compares the states of whole documents', () => {
  // a: TRK and SAL as labelled, SHR invented. b: SAL is stated instead of limited, SHR missed.
  expect(documentStates(CLAUSES, thresholds)).toEqual({
    documents: 2,
    total: 44,
    right: 44 - 3,
    found: 4,
    foundRight: 2,
    invented: 1,
    missed: 1,
  });
});

test('a higher threshold finds less', () => {
  const curve = curveOfOne(CLAUSES);
  expect(curve[0]).toMatchObject({ at: 0.1, recall: 1 });
  const found = curve.map(({ findings }) => findings);
  expect(found).toEqual(found.toSorted((one, other) => other - one));
  expect(moved(0.5, 0)).toBe(0.5);
  expect(moved(0.5, 1)).toBeCloseTo(0.731, 3);
  expect(moved(moved(0.3, 1), -1)).toBeCloseTo(0.3, 9);
});

test('measures each step of strictness, and writes it as the formatter would', async () => {
  const steps = strictnessSteps(CLAUSES, thresholds);
  expect(steps.map(({ step }) => step)).toEqual([-2, -1, 0, 1, 2]);
  // TRK 0.9, SAL 0.8 and 0.6 and SHR 0.7 are shown; the second SAL has the wrong stance, SHR is wrong.
  expect(steps[2]).toMatchObject({ precision: 3 / 4, right: 2 / 4, found: 2 / 4 });
  expect(steps[4]).toMatchObject({ right: 1, found: 1 / 4, findings: 25 });
  const source = await readFile('src/core/strictness-measured.ts', 'utf8');
  const written = withMeasured(source, 'abc', 4, steps);
  expect(written).toContain("sha256: 'abc',\n  clauses: 4,");
  expect(written).toContain('{ step: 2, right: 1, found: 0.25 },');
  expect(withMeasured(written, 'abc', 4, steps)).toBe(written);
  expect(() => withMeasured('', 'abc', 4, steps)).toThrow('lacks the line');
});

test('lists wrong clauses with what was missed and what was invented', () => {
  expect(errorSample(CLAUSES, thresholds, 9)).toMatchObject([
    { missed: [], invented: ['SHR'], right: ['SAL-'] },
    { missed: ['SAL~', 'SHR'], invented: ['SAL'], right: [] },
  ]);
  expect(errorSample(CLAUSES, thresholds, 1)).toHaveLength(1);
});

test('groups clauses by kind, length, collection and year', () => {
  expect(kindsOf(CLAUSES).map(({ name }) => name)).toEqual([
    'running text',
    'fewer than 8 words, any kind',
  ]);
  expect(collectionsOf(CLAUSES).map(({ name }) => name)).toEqual(['smaller collections']);
  const years = yearsOf(CLAUSES, new Map([['ota-versions/x/a', 2021]]));
  expect(years.map(({ name, clauses }) => [name, clauses.length])).toEqual([
    ['2020 – 2022', 2],
    ['no date in the text', 2],
  ]);
  expect(yearsOf(CLAUSES, new Map())).toEqual([]);
});

test('draws a point for each bin that is not empty', () => {
  const calibration = topicCalibration(CLAUSES);
  const picture = reliabilityPicture(calibration, { title: 'T', description: 'D' });
  const filled = calibration.bins.filter(({ count }) => count > 0).length;
  expect(picture.match(/<circle/g)).toHaveLength(filled);
  expect(picture).toContain('prefers-color-scheme: dark');
  expect(picture).not.toContain('NaN');
});
