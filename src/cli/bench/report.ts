/** The table of `npm run bench`, in Markdown. */
import { TOPIC_CODES, type TopicCode } from '../../core/topics.ts';

/** What one visit of a saved page with the built extension gave. */
export interface BenchVisit {
  readonly source: string;
  /** What the page is, and what it was taken for. */
  readonly kind: string;
  readonly predicted: string;
  readonly coverage: number;
  /** Share of gold passages in the read text; `null` without gold. */
  readonly recall: number | null;
  readonly words: number;
  readonly topics: readonly TopicCode[];
  readonly unequalRanges: number;
  readonly panelMs: number;
  readonly firstFindingsMs: number;
  readonly readabilityMs: number;
}

/** Circumstances of a run. */
export interface BenchRun {
  readonly failures: readonly string[];
  readonly machine: string;
  readonly date: string;
}

const isPolicy = (kind: string): boolean => kind === 'privacy' || kind === 'cookie';

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function number(value: number, digits = 3): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits);
}

function detectionRow(visits: readonly BenchVisit[]): [string, string][] {
  const known = visits.filter(({ kind }) => kind !== 'unknown');
  const said = known.filter(({ predicted }) => isPolicy(predicted));
  const are = known.filter(({ kind }) => isPolicy(kind));
  const right = said.filter(({ kind }) => isPolicy(kind)).length;
  return [
    ['detection precision', `${number(right / said.length)} (${right} of ${said.length})`],
    ['detection recall', `${number(right / are.length)} (${right} of ${are.length})`],
  ];
}

/** All numbers of a run. */
export function reportOfVisits(visits: readonly BenchVisit[], run: BenchRun): string {
  const read = visits.filter(({ topics }) => topics.length > 0);
  const recalls = read.map(({ recall }) => recall).filter((recall) => recall !== null);
  const toPanel = read.map(({ panelMs, readabilityMs }) => panelMs / readabilityMs);
  const toFirst = read.map(({ firstFindingsMs, readabilityMs }) => firstFindingsMs / readabilityMs);
  const spread = (ratios: readonly number[]) =>
    `${number(quantile(ratios, 0.5), 1)} (90th percentile ${number(quantile(ratios, 0.9), 1)})`;
  const rows: [string, string][] = [
    ['pages visited / failed', `${visits.length} / ${run.failures.length}`],
    ...detectionRow(visits),
    ['pages analysed', String(read.length)],
    [
      'words a page, median',
      number(
        quantile(
          read.map(({ words }) => words),
          0.5,
        ),
        0,
      ),
    ],
    ['coverage, mean', number(mean(read.map(({ coverage }) => coverage)))],
    ['gold passages that the page holds: read, mean over pages', number(mean(recalls))],
    [
      'clauses whose Range text differs from the quote',
      String(read.reduce((sum, { unequalRanges }) => sum + unequalRanges, 0)),
    ],
    ['click to first findings ÷ `Readability.parse()`, median', spread(toFirst)],
    ['click to finished panel ÷ `Readability.parse()`, median', spread(toPanel)],
  ];
  const perPage = (code: TopicCode) =>
    mean(read.map(({ topics }) => topics.filter((topic) => topic === code).length));
  return [
    `\`npm run bench\`, ${run.date}, ${run.machine}.`,
    '',
    '| measure | value |',
    '| --- | --- |',
    ...rows.map(([name, value]) => `| ${name} | ${value} |`),
    '',
    'Findings per analysed page, by topic:',
    '',
    `| ${TOPIC_CODES.join(' | ')} |`,
    `| ${TOPIC_CODES.map(() => '---').join(' | ')} |`,
    `| ${TOPIC_CODES.map((code) => number(perPage(code), 1)).join(' | ')} |`,
    ...run.failures.map((failure) => `\nFailed: ${failure}`),
  ].join('\n');
}
