/** The tables of the model card, in Markdown, from what was measured. */
import type { Interval } from './bootstrap.ts';
import type { Calibration } from './calibration.ts';
import type { CurvePoint } from './curve.ts';
import type { Share } from './measures.ts';
import type { ClauseReport, GroupMeasures } from './report.ts';
import type { StepMeasures } from './strictness-table.ts';

type Row = readonly (string | number)[];

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function rate(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3);
}

function span({ low, high }: Interval): string {
  return `${rate(low)} – ${rate(high)}`;
}

function share({ right, total, share: value }: Share): string {
  return `${rate(value)} (${right} of ${total})`;
}

function overall({ all, calibration }: ClauseReport): string {
  const { intervals, stances } = all;
  return table(
    ['', 'all clauses', '95 % interval', 'target'],
    [
      ['micro-F1', rate(all.microF1), span(intervals.microF1), '0.87'],
      ['macro-F1', rate(all.macroF1), span(intervals.macroF1), '0.87'],
      ['precision', rate(all.precision), span(intervals.precision), '0.90'],
      ['recall', rate(all.recall), span(intervals.recall), '–'],
      ['stance right where the topic is right', share(stances.all), span(intervals.stance), '0.93'],
      [
        '… where the clause denies or limits',
        share(stances.deniesOrLimits),
        span(intervals.stanceOfDenials),
        '0.80',
      ],
      ['… where it denies', share(stances.denies), '', '–'],
      ['… where it limits', share(stances.limits), '', '–'],
      ['… where it does neither', share(stances.does), '', '–'],
      ['expected calibration error, topics', rate(calibration.topics.error), '', '0.03'],
      ['expected calibration error, stances', rate(calibration.stances.error), '', '–'],
    ],
  );
}

function topics(report: ClauseReport): string {
  return table(
    ['topic', 'clauses', 'precision', '95 %', 'recall', '95 %', 'F1', '95 %'],
    report.topics.map(({ topic, support, precision, recall, f1, intervals }) => [
      topic,
      support,
      rate(precision),
      span(intervals.precision),
      rate(recall),
      span(intervals.recall),
      rate(f1),
      span(intervals.f1),
    ]),
  );
}

/** Companies below which drawing companies anew says nothing. */
const FEW = 5;

function groups(name: string, measures: readonly GroupMeasures[]): string {
  return table(
    [name, 'clauses', 'companies', 'micro-F1', '95 %', 'precision', 'recall', 'stance right'],
    measures.map((group) => [
      group.name,
      group.clauses,
      group.services,
      rate(group.microF1),
      group.services < FEW ? '–' : span(group.intervals.microF1),
      rate(group.precision),
      rate(group.recall),
      share(group.stances.all),
    ]),
  );
}

function reliability({ bins }: Calibration): string {
  return table(
    ['probability', 'how often', 'said on average', 'so according to the labels'],
    bins
      .filter(({ count }) => count > 0)
      .map((bin) => [
        `${bin.from.toFixed(2)} – ${bin.to.toFixed(2)}`,
        bin.count,
        rate(bin.said),
        rate(bin.true),
      ]),
  );
}

function curve(name: string, points: readonly CurvePoint[]): string {
  return table(
    [name, 'precision', 'recall', 'micro-F1', 'macro-F1', 'findings for 100 clauses'],
    points.map((point) => [
      point.at.toFixed(2),
      rate(point.precision),
      rate(point.recall),
      rate(point.microF1),
      rate(point.macroF1),
      point.findings.toFixed(0),
    ]),
  );
}

const STEP_NAMES = ['more, less sure', '', 'as shipped', '', 'fewer, surer'];

function strictness(steps: readonly StepMeasures[]): string {
  return table(
    [
      'step',
      'precision',
      'recall',
      'micro-F1',
      'macro-F1',
      'right with its stance',
      'found with its stance',
      'findings for 100 clauses',
    ],
    steps.map((one, index) => [
      `${one.step} ${STEP_NAMES[index] ?? ''}`.trim(),
      rate(one.precision),
      rate(one.recall),
      rate(one.microF1),
      rate(one.macroF1),
      rate(one.right),
      rate(one.found),
      one.findings.toFixed(0),
    ]),
  );
}

/** The card's measured part. `date` is `YYYY-MM-DD`; `picture` the diagram's path seen from the card. */
export function cardSection(report: ClauseReport, date: string, picture: string): string {
  const { all, documents, model, years } = report;
  const parts = [
    `\`npm run bench:clauses -- --write-card\`, ${date}; model ${model.version}, SHA-256 \`${model.sha256.slice(0, 16)}…\`; ` +
      `${all.clauses} validation clauses of ${all.services} companies. Intervals: bootstrap over companies.`,
    overall(report),
    '### By topic',
    topics(report),
    '### Calibration',
    `![Reliability diagram](${picture})`,
    `All ${report.calibration.topics.count} topic probabilities of at least 0.05, in 15 bins:`,
    reliability(report.calibration.topics),
    '### By kind, source and year',
    groups('kind of clause', report.kinds),
    groups('collection', report.sources),
    years.length === 0
      ? 'By year: not measured, the whole documents were not at hand.'
      : groups('year that the policy states', years),
    '### Whole documents',
    `${documents.documents} stretches of policies, 22 topics each, states by the rules of \`src/core/summary.ts\`: ` +
      `${documents.right} of ${documents.total} topic states equal those of the labels. Of the ${documents.found} that the ` +
      `labels find, ${documents.foundRight} are the same and ${documents.missed} are missed; ${documents.invented} are ` +
      'found where the labels have nothing.',
    '### Precision against recall',
    'The steps that a reader can choose: all shipped thresholds moved by one logit each step. The panel says the shares ' +
      'with the stance: of the findings shown, how many have topic and stance right; of all labelled statements, how many ' +
      'are found so.',
    strictness(report.strictness),
    'One threshold for all topics:',
    curve('threshold', report.curves.oneThreshold),
  ];
  return parts.join('\n\n');
}
