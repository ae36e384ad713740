/** The shapes of what the commands print beside reports, as they are documented in `docs/interfaces.md`. */
import * as z from 'zod/mini';
import { reportSchema } from '../core/report-schema.ts';
import { TOPIC_CODES } from '../core/topics.ts';
import type { TopicCode } from '../core/topics.ts';

const code = z.enum(TOPIC_CODES as [TopicCode, ...TopicCode[]]);
const count = z.int().check(z.gte(0));

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
export const driveSchema = z.extend(reportSchema, {
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
