/** One line of `pages.csv` for each page, and the summary of all of them. */
import { Letters, lettersOf, passagesOf, recallOf } from './gold.ts';
import type { Gold, SavedPage } from './corpus.ts';
import type { Visit } from './visit.ts';

/** A page's numbers; `null` where they cannot be measured. */
export interface Row {
  readonly id: string;
  readonly source: string;
  readonly kind: string;
  readonly predicted: string;
  readonly confidence: number;
  readonly recall: number | null;
  readonly readabilityRecall: number | null;
  readonly bodyRecall: number | null;
  readonly precision: number | null;
  readonly readabilityPrecision: number | null;
  readonly coverage: number;
  readonly clauses: number;
  readonly rangeMismatches: number;
  readonly ms: number;
  readonly readabilityMs: number;
  readonly error: string;
  /** Recall among the passages that stand outside of consent dialogs. */
  readonly recallOutsideConsent: number | null;
  /** Precision of the read text without what consent dialogs say. */
  readonly precisionOwn: number | null;
  /** Language of the read text, as we tell it. */
  readonly language: string;
}

/** Columns of `pages.csv`, in order. */
export const COLUMNS = [
  'id',
  'source',
  'kind',
  'predicted',
  'confidence',
  'recall',
  'readabilityRecall',
  'bodyRecall',
  'precision',
  'readabilityPrecision',
  'coverage',
  'clauses',
  'rangeMismatches',
  'ms',
  'readabilityMs',
  'error',
  'recallOutsideConsent',
  'precisionOwn',
  'language',
] as const satisfies readonly (keyof Row)[];

/**
 * Numbers of one page. Recall counts the passages that the body holds at all, so that passages which
 * the saved page lacks do not count against a reader; `bodyRecall` says how many those are.
 */
export function rowOf(page: SavedPage, visit: Visit, gold: Gold | undefined): Row {
  const read = new Letters(visit.document.text);
  const readable = new Letters(visit.readability.text);
  const body = new Letters(visit.bodyText);
  const outside = new Letters(visit.textOutsideConsent);
  const passages = passagesOf(gold?.passages ?? []);
  const held = passages.filter((passage) => body.holds(passage));
  const whole = gold?.exact === true ? new Letters(gold.passages.join('\n')) : null;
  return {
    id: page.id,
    source: page.source,
    kind: page.kind,
    predicted: visit.detection.kind,
    confidence: visit.detection.confidence,
    recall: recallOf(held, read),
    readabilityRecall: recallOf(held, readable),
    bodyRecall: recallOf(passages, body),
    precision: whole?.shareOf(read.text) ?? null,
    readabilityPrecision: whole?.shareOf(readable.text) ?? null,
    coverage: visit.document.coverage.ratio,
    clauses: visit.document.clauses.length,
    rangeMismatches: visit.rangeMismatches,
    ms: visit.ms,
    readabilityMs: visit.readability.ms,
    error: '',
    recallOutsideConsent: recallOf(
      held.filter((passage) => outside.holds(passage)),
      read,
    ),
    precisionOwn: whole?.shareOf(lettersOf(ownText(visit.document))) ?? null,
    language: visit.document.language,
  };
}

/** The read text up to what consent dialogs say, which comes last. */
function ownText({ text, clauses }: Visit['document']): string {
  return text.slice(0, clauses.find(({ consent }) => consent === true)?.start);
}

/** The line of a page that could not be read. */
export function failedRow(page: SavedPage, error: string): Row {
  return {
    id: page.id,
    source: page.source,
    kind: page.kind,
    predicted: '',
    confidence: 0,
    recall: null,
    readabilityRecall: null,
    bodyRecall: null,
    precision: null,
    readabilityPrecision: null,
    coverage: 0,
    clauses: 0,
    rangeMismatches: 0,
    ms: 0,
    readabilityMs: 0,
    error,
    recallOutsideConsent: null,
    precisionOwn: null,
    language: '',
  };
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(4);
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""').replaceAll('\n', ' ')}"` : value;
}

/** Writes rows as CSV with a heading line. */
export function csvOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(','));
  return `${COLUMNS.join(',')}\n${lines.join('\n')}\n`;
}
