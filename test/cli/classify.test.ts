import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const folder = await mkdtemp(join(tmpdir(), 'classify-'));

function classify(args: string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/classify.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  const answers = stdout.split('\n').filter((line) => line !== '');
  return { answers: answers.map((line) => JSON.parse(line) as unknown), stderr, status };
}

const line = (id: string, text: string) =>
  `${JSON.stringify({ id, kind: 'para', heading: '', lead: '', prev: '', text, labels: ['X'] })}\n`;

const INPUT = line('a', 'We use cookies.') + line('b', 'We do not sell your personal data.');

test('answers each clause in order with labels and scores', () => {
  const { answers, status } = classify(['-'], INPUT);
  expect(status).toBe(0);
  expect(answers).toMatchObject([
    { id: 'a', labels: ['TRK'], scores: { TRK: { p: expect.any(Number) as number } } },
    { id: 'b', labels: ['SAL-'], scores: { SAL: { denies: expect.any(Number) as number } } },
  ]);
});

test('reads gzip', () => {
  const path = join(folder, 'clauses.jsonl.gz');
  writeFileSync(path, gzipSync(INPUT));
  expect(classify([path])).toEqual(classify(['-'], INPUT));
});

test('a bad line is answered in its place and makes the exit code 2', () => {
  const { answers, status } = classify(
    ['-'],
    `${line('a', 'x')}nonsense\n{"kind":"para"}\n${line('d', 'y')}`,
  );
  expect(status).toBe(2);
  expect(answers).toMatchObject([
    { id: 'a' },
    { line: 2, error: 'not JSON' },
    { line: 3, error: expect.stringContaining('heading') as string },
    { id: 'd' },
  ]);
});

test('thresholds of a file override the shipped ones', () => {
  const path = join(folder, 'thresholds.json');
  writeFileSync(path, '{ "TRK": 1 }');
  const { answers } = classify(['-', '--thresholds', path], INPUT);
  expect(answers).toMatchObject([{ labels: [] }, { labels: ['SAL-'] }]);
});

test.each(['nonsense', '[]', '{ "XXX": 0.5 }', '{ "TRK": 2 }'])(
  'refuses thresholds that are none: %s',
  (content) => {
    const path = join(folder, 'bad.json');
    writeFileSync(path, content);
    const { answers, status, stderr } = classify(['-', '--thresholds', path], INPUT);
    expect({ answers, status }).toEqual({ answers: [], status: 2 });
    expect(stderr).toContain('bad.json');
  },
);

test('says what is wrong with unreadable input', () => {
  expect(classify([])).toMatchObject({ status: 2, answers: [] });
  const missing = classify([join(folder, 'missing.jsonl')]);
  expect(missing).toMatchObject({ status: 2, answers: [] });
  expect(missing.stderr).toContain('missing.jsonl');
});
