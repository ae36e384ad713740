/** Sums up a run of `bench:pages`. */
import type { Row } from './rows.ts';

/** Mean, median and lowest value of what could be measured. */
export interface Spread {
  readonly pages: number;
  readonly mean: number;
  readonly median: number;
  readonly min: number;
}

/** Extraction on one group of pages. */
export interface ExtractionSummary {
  readonly pages: number;
  readonly recall: Spread | null;
  readonly readabilityRecall: Spread | null;
  /** Recall among the passages that stand outside of consent dialogs. */
  readonly recallOutsideConsent: Spread | null;
  readonly bodyRecall: Spread | null;
  readonly precision: Spread | null;
  /** Precision of the read text without what consent dialogs say. */
  readonly precisionOwn: Spread | null;
  readonly readabilityPrecision: Spread | null;
  /** Pages with a recall below 0.8. */
  readonly below08: readonly string[];
  readonly ms: Spread | null;
  readonly readabilityMs: Spread | null;
}

function spread(values: readonly (number | null)[]): Spread | null {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (known.length === 0) return null;
  return {
    pages: known.length,
    mean: known.reduce((sum, value) => sum + value, 0) / known.length,
    median: known[Math.floor(known.length / 2)]!,
    min: known[0]!,
  };
}

function extraction(rows: readonly Row[]): ExtractionSummary {
  return {
    pages: rows.length,
    recall: spread(rows.map((row) => row.recall)),
    readabilityRecall: spread(rows.map((row) => row.readabilityRecall)),
    recallOutsideConsent: spread(rows.map((row) => row.recallOutsideConsent)),
    bodyRecall: spread(rows.map((row) => row.bodyRecall)),
    precision: spread(rows.map((row) => row.precision)),
    precisionOwn: spread(rows.map((row) => row.precisionOwn)),
    readabilityPrecision: spread(rows.map((row) => row.readabilityPrecision)),
    below08: rows.filter((row) => row.recall !== null && row.recall < 0.8).map((row) => row.id),
    ms: spread(rows.map((row) => row.ms)),
    readabilityMs: spread(rows.map((row) => row.readabilityMs)),
  };
}

const isPolicy = (kind: string): boolean => kind === 'privacy' || kind === 'cookie';

/** Detection of "privacy or cookie policy" against all else, on pages whose kind is known. */
export interface DetectionSummary {
  readonly pages: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly falsePositives: readonly string[];
  readonly falseNegatives: readonly string[];
}

function detection(rows: readonly Row[]): DetectionSummary {
  const known = rows.filter((row) => row.kind !== 'unknown');
  const said = known.filter((row) => isPolicy(row.predicted));
  const are = known.filter((row) => isPolicy(row.kind));
  const right = said.filter((row) => isPolicy(row.kind)).length;
  return {
    pages: known.length,
    precision: said.length === 0 ? null : right / said.length,
    recall: are.length === 0 ? null : right / are.length,
    falsePositives: said.filter((row) => !isPolicy(row.kind)).map((row) => row.id),
    falseNegatives: are.filter((row) => !isPolicy(row.predicted)).map((row) => row.id),
  };
}

interface PartSummary {
  readonly detection: DetectionSummary;
  readonly extraction: ExtractionSummary;
}

function partsBy(rows: readonly Row[], by: 'source' | 'language'): Record<string, PartSummary> {
  const parts = [...Map.groupBy(rows, (row) => row[by])].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    parts.map(([name, part]) => [
      name,
      { detection: detection(part), extraction: extraction(part) },
    ]),
  );
}

/** Summary of a run, over all pages, by source and by the language of the read text. */
export interface Summary {
  readonly pages: number;
  readonly errors: readonly string[];
  readonly clauses: number;
  readonly rangeMismatches: number;
  readonly detection: DetectionSummary;
  readonly extraction: ExtractionSummary;
  readonly bySource: Readonly<Record<string, PartSummary>>;
  readonly byLanguage: Readonly<Record<string, PartSummary>>;
}

/** Sums up `rows`. */
export function summaryOf(rows: readonly Row[]): Summary {
  const good = rows.filter((row) => row.error === '');
  return {
    pages: rows.length,
    errors: rows.filter((row) => row.error !== '').map((row) => row.id),
    clauses: good.reduce((sum, row) => sum + row.clauses, 0),
    rangeMismatches: good.reduce((sum, row) => sum + row.rangeMismatches, 0),
    detection: detection(good),
    extraction: extraction(good),
    bySource: partsBy(good, 'source'),
    byLanguage: partsBy(good, 'language'),
  };
}
