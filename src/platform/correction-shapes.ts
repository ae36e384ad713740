/** Shapes of readers' corrections and of the messages about them. */
import * as z from 'zod/mini';
import { MAX_CORRECTIONS } from '../core/evidence/corrections.ts';
import { MAX_CLASSIFIED_CHARS } from '../core/session/run.ts';
import { formatLabel, STANCES, TOPIC_CODES, type Label } from '../core/topics.ts';

const LABELS = TOPIC_CODES.flatMap((code) => STANCES.map((stance) => formatLabel(code, stance)));

const text = z.string().check(z.maxLength(MAX_CLASSIFIED_CHARS));
const address = z.string().check(z.maxLength(8192));
const labels = z
  .array(z.enum(LABELS as [Label, ...Label[]]))
  .check(z.maxLength(TOPIC_CODES.length));

const clause = {
  kind: z.enum(['para', 'item', 'row']),
  heading: text,
  lead: text,
  prev: text,
  text,
};

/** A correction as it is kept and sent; `Correction` in `core/evidence/corrections.ts` has its meaning. */
export const correctionSchema = z.object({
  ...clause,
  labels,
  was: labels,
  modelVersion: z.string().check(z.maxLength(200)),
  date: z.string().check(z.maxLength(10)),
  url: address,
});

/** Messages about corrections. */
export const CORRECTION_MESSAGES = {
  /** Reader → keeps a correction; answers how many old ones had to go, or that nothing is kept here. */
  correct: {
    request: z.object({ correction: correctionSchema }),
    response: z.object({ kept: z.boolean(), dropped: z.int() }),
  },
  /** Reader → forgets what was said of a clause of a page. */
  takeBack: {
    request: z.object({ clause: z.object(clause), url: address }),
    response: z.object({}),
  },
  /** Reader → the corrections of its page, and whether any are kept here. Own pages: all, with no address. */
  corrections: {
    request: z.object({ url: z.optional(address) }),
    response: z.object({
      keeps: z.boolean(),
      list: z.array(correctionSchema).check(z.maxLength(MAX_CORRECTIONS)),
    }),
  },
  /** Own page → forgets all corrections. */
  forgetCorrections: { request: z.object({}), response: z.object({}) },
} as const;
