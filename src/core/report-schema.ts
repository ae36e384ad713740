/**
 * The shape of a {@link Report} as it is documented in `docs/interfaces.md`: checked where a command
 * prints one, and where one arrives from another context or from storage. Fields may be added, as
 * optional ones; none is renamed within one version.
 */
import * as z from 'zod/mini';
import type { SkipReason } from './clause.ts';
import { NAMED_KINDS } from './documents-named.ts';
import { REPORT_SCHEMA, type Report } from './report.ts';
import { STRICTNESS_STEPS } from './strictness.ts';
import { STANCES, TOPIC_CODES, type Label, type TopicCode } from './topics.ts';

const code = z.enum(TOPIC_CODES as [TopicCode, ...TopicCode[]]);
const probability = z.number().check(z.gte(0), z.lte(1));
const count = z.int().check(z.gte(0));
/** As `Date.toISOString` writes it. */
const time = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
const step = z.union(STRICTNESS_STEPS.map((one) => z.literal(one)));
const hash = z.string().check(z.regex(/^[\da-f]{64}$/));
const label = z.enum(
  TOPIC_CODES.flatMap((topic): Label[] => [topic, `${topic}-`, `${topic}~`]) as [Label, ...Label[]],
);

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
  start: count,
  end: count,
  text: z.string(),
  heading: z.string(),
  lead: z.string(),
  prev: z.string(),
  consent: z.boolean(),
  labels: z.array(label),
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
  clauseId: z.nullable(z.string()),
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

const namedDocument = z.object({
  kind: z.enum(NAMED_KINDS),
  label: z.string(),
  href: z.string(),
  host: z.string(),
  clauseId: z.nullable(z.string()),
});

/** What `analyze --json` prints for each file, and what the panel exports. */
export const reportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA),
  file: z.string(),
  engine: z.string(),
  document: z.object({
    url: z.string(),
    title: z.string(),
    site: z.exactOptional(z.string()),
    kind: z.enum(['privacy', 'cookie', 'other']),
    confidence: probability,
    reasons: z.array(z.string()),
    language: z.string(),
    effectiveDate: z.nullable(z.string()),
    words: count,
    text: z.string(),
  }),
  coverage: z.object({
    ratio: probability,
    readChars: count,
    totalChars: count,
    closedChars: z.exactOptional(count),
    skipped: z.array(z.object({ reason: z.enum(SKIP_REASONS), chars: count })),
  }),
  clauses: z.array(clause),
  findings: z.array(finding),
  summary: z.record(code, topicSummary),
  actions: z.array(action),
  badge,
  model: z.object({ version: z.string(), sha256: z.string() }),
  documents: z.exactOptional(z.array(namedDocument)),
  exported: z.exactOptional(z.object({ readAt: time, textSha256: hash, strictness: step })),
}) satisfies z.ZodMiniType<Report>;
