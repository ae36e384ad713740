/**
 * The shapes of everything the commands print, as they are documented in `docs/interfaces.md`.
 * Fields may be added; none is renamed within one version of the schema.
 */
import * as z from 'zod';
import type { SkipReason } from '../core/clause.ts';
import { REPORT_SCHEMA } from '../core/report.ts';
import { STANCES, TOPIC_CODES } from '../core/topics.ts';
import type { TopicCode } from '../core/topics.ts';

const code = z.enum(TOPIC_CODES as [TopicCode, ...TopicCode[]]);
const probability = z.number().min(0).max(1);
const count = z.int().min(0);
const label = z.templateLiteral([code, z.enum(['', '-', '~'])]);

const SKIP_REASONS = [
  'navigation',
  'footer',
  'header',
  'dialog',
  'form',
  'contents',
  'link-list',
  'aside',
  'other',
] as const satisfies readonly SkipReason[];

const clause = z.object({
  id: z.string(),
  index: count,
  kind: z.enum(['para', 'item', 'row']),
  /** UTF-16 offsets into `document.text`. */
  start: count,
  end: count,
  text: z.string(),
  /** Section path joined by " > ". */
  heading: z.string(),
  lead: z.string(),
  prev: z.string(),
  /** Whether the site's consent dialog says it, not the document. */
  consent: z.boolean(),
  labels: z.array(label),
  /** Probability of each topic that the model did not rule out. */
  scores: z.partialRecord(code, probability),
});

const finding = z.object({
  id: z.string(),
  clauseId: z.string(),
  topic: code,
  stance: z.enum(STANCES),
  confidence: probability,
  quote: z.string(),
});

const topicSummary = z.object({
  state: z.enum(['does', 'denies', 'limits', 'contradicts', 'not-found']),
  findingIds: z.array(z.string()),
});

const action = z.object({
  type: z.enum(['link', 'email', 'phone', 'address', 'form', 'setting']),
  target: z.string(),
  label: z.string(),
  stops: z.enum(['sale', 'ads', 'cookies', 'marketing', 'data', 'ai', 'other']),
  clauseId: z.string().nullable(),
});

const badge = z.object({
  state: z.enum([
    'idle',
    'detected',
    'analysed',
    'nothing-found',
    'not-policy',
    'cannot-run',
    'error',
  ]),
  text: z.string(),
});

/** What `analyze --json` prints for each file. */
export const reportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA),
  file: z.string(),
  engine: z.string(),
  document: z.object({
    url: z.string(),
    title: z.string(),
    kind: z.enum(['privacy', 'cookie', 'other']),
    confidence: probability,
    reasons: z.array(z.string()),
    language: z.string(),
    effectiveDate: z.string().nullable(),
    words: count,
    text: z.string(),
  }),
  coverage: z.object({
    ratio: probability,
    readChars: count,
    totalChars: count,
    skipped: z.array(z.object({ reason: z.enum(SKIP_REASONS), chars: count })),
  }),
  clauses: z.array(clause),
  findings: z.array(finding),
  summary: z.record(code, topicSummary),
  actions: z.array(action),
  badge,
  model: z.object({ version: z.string(), sha256: z.string() }),
});

/** What the reader's own world answers to `__clausemark.snapshot()`. */
export const snapshotSchema = z.object({
  report: reportSchema,
  /** Clauses whose live Range was compared with the clause, and those that are equal. */
  ranges: z.object({ checked: count, equal: count }),
  /** Ranges that are highlighted now, by topic. */
  highlights: z.partialRecord(code, count),
  /** Milliseconds from the start of the reader to its final state. */
  panelMs: z.number(),
  /** Milliseconds from the start of the reader to its first findings; 0 when there are none. */
  firstFindingsMs: z.number(),
});

/** What `drive --json` prints. */
export const driveSchema = reportSchema.extend({
  ranges: z.object({ checked: count, equal: count }),
  highlights: z.partialRecord(code, count),
  timings: z.object({ detectMs: z.number(), panelMs: z.number(), readabilityMs: z.number() }),
  /** Errors on the console of the page and of the extension's background after the click. */
  consoleErrors: z.array(z.string()),
  /** Addresses outside the extension that the extension asked for. */
  requests: z.array(z.string()),
  /** Whether the page's markup after closing the panel differs from that before the click. */
  pageChanged: z.boolean(),
});

/** A parsed {@link driveSchema}. */
export type DriveReport = z.infer<typeof driveSchema>;
