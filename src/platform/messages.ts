/**
 * Everything that contexts say to the background: one table of message names with the shape of the
 * question and of the answer. Both are parsed where they arrive.
 */
import * as z from 'zod/mini';
import type { Report } from '../core/report.ts';
import { MAX_CLASSIFIED_CHARS } from '../core/session/run.ts';
import { DEFAULT_STRICTNESS, STRICTNESS_STEPS } from '../core/strictness.ts';
import { TOPIC_CODES, type TopicCode } from '../core/topics.ts';
import { CORRECTION_MESSAGES } from './correction-shapes.ts';

const text = z.string().check(z.maxLength(MAX_CLASSIFIED_CHARS));
const probability = z.number().check(z.gte(0), z.lte(1));

const clause = z.object({
  id: z.string().check(z.maxLength(32)),
  kind: z.enum(['para', 'item', 'row']),
  heading: text,
  lead: text,
  prev: text,
  text,
});

const score = z.object({
  p: probability,
  does: probability,
  denies: probability,
  limits: probability,
});

const codes = z.enum(TOPIC_CODES as [TopicCode, ...TopicCode[]]);

const reading = z.object({ id: z.string(), scores: z.partialRecord(codes, score) });

const wordWeight = z.object({ start: z.int(), end: z.int(), weight: z.number() });

const failure = z.object({
  ok: z.literal(false),
  error: z.enum(['model-damaged', 'model-missing', 'unexpected']),
});

const strictness = z.literal([...STRICTNESS_STEPS]);

/** Settings of the reader; unknown or damaged ones fall back to these defaults. */
export const settingsSchema = z.object({
  side: z._default(z.enum(['left', 'right']), 'right'),
  width: z._default(z.number().check(z.gte(320), z.lte(640)), 380),
  collapsed: z._default(z.boolean(), false),
  strictness: z._default(strictness, DEFAULT_STRICTNESS),
  minimap: z._default(z.boolean(), true),
  watching: z._default(z.boolean(), false),
});

/** What the user chose. `watching`: the wish; the permission itself is the browser's to know. */
export type Settings = z.infer<typeof settingsSchema>;

const settingsChange = z.object({
  side: z.optional(z.enum(['left', 'right'])),
  width: z.optional(z.number().check(z.gte(320), z.lte(640))),
  collapsed: z.optional(z.boolean()),
  strictness: z.optional(strictness),
  minimap: z.optional(z.boolean()),
  watching: z.optional(z.boolean()),
});

/** Some settings, to be changed. */
export type SettingsChange = z.infer<typeof settingsChange>;

const badgeState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('idle') }),
  z.object({ state: z.literal('detected') }),
  z.object({ state: z.literal('analysed'), count: z.int().check(z.gte(0), z.lte(7)) }),
  z.object({ state: z.literal('nothing-found') }),
  z.object({ state: z.literal('not-policy') }),
  z.object({ state: z.literal('cannot-run') }),
  z.object({ state: z.literal('error') }),
]);

/**
 * What was read. Only the background parses it whole (`report-schema.ts`): the reader, which shares this
 * table, need not carry that shape.
 */
const report = z.custom<Report>((value) => typeof value === 'object' && value !== null);

/** When the page was read, as `Date.toISOString` writes it. */
const readAt = z.string().check(z.maxLength(32));

/** Message name → shapes of question and answer. */
export const MESSAGES = {
  /** Reader or page of ours → settings as they are. */
  settings: { request: z.object({}), response: settingsSchema },
  /** Reader or options → changes some settings; answers with all. */
  changeSettings: { request: settingsChange, response: settingsSchema },
  /** Reader → version and thresholds of the model, loading it if need be. */
  model: {
    request: z.object({}),
    response: z.union([
      z.object({
        ok: z.literal(true),
        value: z.object({
          version: z.string(),
          sha256: z.string(),
          thresholds: z.record(codes, probability),
        }),
      }),
      failure,
    ]),
  },
  /** Reader → classifies clauses; answers in the same order. */
  classify: {
    request: z.object({
      /** The run that asks, as its line is called (`line.ts`). */
      run: z.string().check(z.maxLength(32)),
      clauses: z.array(clause).check(z.maxLength(512)),
    }),
    response: z.union([z.object({ ok: z.literal(true), value: z.array(reading) }), failure]),
  },
  /** Reader → how much each word of a clause speaks for a topic. */
  explain: {
    request: z.object({ clause, topic: codes }),
    response: z.union([z.object({ ok: z.literal(true), value: z.array(wordWeight) }), failure]),
  },
  ...CORRECTION_MESSAGES,
  /** Detector or reader → what the toolbar of its tab shall show. */
  badge: { request: z.object({ badge: badgeState }), response: z.object({}) },
  /** Reader → shows what it read in a tab of our own; `private` from a private window, where it is not. */
  openExport: {
    request: z.object({
      report,
      readAt,
      strictness,
      kind: z.enum(['markdown', 'json', 'label']),
    }),
    response: z.object({ outcome: z.enum(['opened', 'private']) }),
  },
} as const;

/** Name of a message. */
export type MessageName = keyof typeof MESSAGES;

/** What is asked with a message. */
export type Request<N extends MessageName> = z.input<(typeof MESSAGES)[N]['request']>;

/** What is answered to a message. */
export type Response<N extends MessageName> = z.output<(typeof MESSAGES)[N]['response']>;
