/** What each step of strictness gives, and the module that carries it into the panel. */
import type { Thresholds } from '../../../core/reading.ts';
import { STRICTNESS_STEPS, thresholdsAt, type Strictness } from '../../../core/strictness.ts';
import type { ScoredClause } from './labelled.ts';
import { countsOf, measureStatements, overall } from './measures.ts';

/** Measures of one step. */
export interface StepMeasures {
  readonly step: Strictness;
  /** Of topics, whatever the stance. */
  readonly precision: number;
  readonly recall: number;
  readonly microF1: number;
  readonly macroF1: number;
  /** Share of findings whose topic and stance are both right. */
  readonly right: number;
  /** Share of labelled statements that are found with the right stance. */
  readonly found: number;
  /** Findings for 100 clauses. */
  readonly findings: number;
}

/** Measures all steps, laxest first. */
export function strictnessSteps(
  clauses: readonly ScoredClause[],
  shipped: Thresholds,
): StepMeasures[] {
  return STRICTNESS_STEPS.map((step) => {
    const counts = countsOf(clauses, thresholdsAt(shipped, step));
    const [microF1, macroF1, precision, recall] = overall(counts);
    const { right, shown, labelled } = measureStatements(counts);
    return {
      step,
      precision: precision!,
      recall: recall!,
      microF1: microF1!,
      macroF1: macroF1!,
      right: right / shown,
      found: right / labelled,
      findings: (100 * shown) / clauses.length,
    };
  });
}

const MARK = 'export const MEASURED: MeasuredSteps = {';

/** The source of `src/core/strictness-measured.ts` with new numbers; shares have three decimals. */
export function withMeasured(
  source: string,
  sha256: string,
  clauses: number,
  steps: readonly StepMeasures[],
): string {
  const at = source.indexOf(MARK);
  if (at < 0) throw new Error(`The module lacks the line ${MARK}`);
  // As the formatter would write it: 0.9 and not 0.900.
  const share = (value: number) => String(Number(value.toFixed(3)));
  const rows = steps.map(
    ({ step, right, found }) =>
      `    { step: ${step}, right: ${share(right)}, found: ${share(found)} },`,
  );
  const lines = [`  sha256: '${sha256}',`, `  clauses: ${clauses},`, '  steps: [', ...rows, '  ],'];
  return `${source.slice(0, at)}${[MARK, ...lines, '};'].join('\n')}\n`;
}
