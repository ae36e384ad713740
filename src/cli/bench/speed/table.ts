/** The speed section of the model card, in Markdown. */
import type { PageTimes } from './pages.ts';

/** One model's time for a clause, ms, in each round. */
export interface Racer {
  readonly name: string;
  readonly perClause: readonly number[];
}

/** All that a run measured; memory in bytes, times in ms. */
export interface SpeedReport {
  readonly machine: string;
  readonly date: string;
  readonly clauses: number;
  readonly words: number;
  readonly open: readonly number[];
  readonly first: readonly number[];
  readonly again: readonly number[];
  readonly memory: { readonly opened: number; readonly used: number };
  /** The network that ships comes first: the others are told as multiples of it. */
  readonly racers: readonly Racer[];
  readonly pages: readonly PageTimes[];
}

/** The value below which a share of the values lies; `NaN` without values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const median = (values: readonly number[]): number => quantile(values, 0.5);
const digits = (value: number): string => (Number.isNaN(value) ? '–' : value.toPrecision(3));
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function race({ racers }: SpeedReport): string {
  const [own, ...others] = racers;
  const base = median(own!.perClause);
  return table(
    ['model', 'ms a clause', 'times as long as ours'],
    [own!, ...others].map(({ name, perClause }) => [
      name,
      digits(median(perClause)),
      (median(perClause) / base).toFixed(1),
    ]),
  );
}

function pages({ pages: times }: SpeedReport): string {
  const ratios = (of: (time: PageTimes) => number) =>
    times.map((time) => of(time) / time.readability);
  const row = (name: string, values: readonly number[]) => [
    name,
    digits(median(values)),
    digits(quantile(values, 0.9)),
  ];
  return table(
    [`÷ \`Readability.parse()\`, ${times.length} policies`, 'median', '90th percentile'],
    [
      row(
        'page read, first 48 clauses classified',
        ratios(({ read, first }) => read + first),
      ),
      row(
        'page read, all clauses classified',
        ratios(({ read, all }) => read + all),
      ),
      row(
        'all clauses classified, without reading',
        ratios(({ all }) => all),
      ),
    ],
  );
}

/** The whole section. */
export function speedSection(report: SpeedReport): string {
  const { open, first, again, memory } = report;
  return [
    `\`npm run bench:speed -- --write-card\`, ${report.date}, ${report.machine}; one run in one browser, one thread, medians of ` +
      `${open.length} rounds over ${report.clauses} clauses (${report.words} words of text).`,
    race(report),
    `Opening the file (checksum, header, vocabulary) takes ${digits(median(open))} ms, classifying these clauses for the first ` +
      `time ${digits(median(first))} ms (${digits(open[0] ?? Number.NaN)} and ${digits(first[0] ?? Number.NaN)} ms in a page just opened, with code not yet compiled), again ${digits(median(again))} ms: opening costs ${digits(median(open) / median(first))} of a policy ` +
      `of this length. The opened model holds ${megabytes(memory.opened)}, after this policy ${megabytes(memory.used)}.`,
    report.pages.length === 0 ? 'Real pages were not measured.' : pages(report),
  ].join('\n\n');
}
