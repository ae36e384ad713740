/** What the commands print can be read again, whatever a page holds. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { driveSchema, snapshotSchema } from '../../src/cli/schema.ts';
import { reportSchema } from '../../src/core/report-schema.ts';
import { anyOf } from '../support/any-of.ts';

it.each([
  ['analyze --json', reportSchema],
  ['drive --json', driveSchema],
  ['an open reader', snapshotSchema],
])(
  '%s is read as it was written',
  (_, schema) => {
    fc.assert(
      fc.property(anyOf(schema), (value) => {
        const parsed: unknown = schema.parse(JSON.parse(JSON.stringify(value)));
        expect(parsed).toEqual(value);
      }),
      { seed: 20_261_125, numRuns: 15 },
    );
  },
  60_000,
);
