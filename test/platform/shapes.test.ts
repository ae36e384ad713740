/** What must hold of every message and of everything that is kept, whatever it carries. */
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { respond } from '../../src/platform/channel.ts';
import { MESSAGES, settingsSchema } from '../../src/platform/messages.ts';
import type { MessageName } from '../../src/platform/messages.ts';
import { anyOf } from '../support/any-of.ts';

vi.mock('wxt/browser', () => ({ browser: { runtime: { id: 'own-id' } } }));

const SEED = 20_261_125;
const SENDER = { id: 'own-id', tab: { id: 7, incognito: false } } as never;
const NAMES = Object.keys(MESSAGES) as MessageName[];

/** A value as it arrives: messages and storage carry what JSON can. */
function carried(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** A value in which one field, at any depth, holds something else. */
function spoilt(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const put = (into: unknown, path: readonly number[], other: unknown): unknown => {
    if (typeof into !== 'object' || into === null || path.length === 0) return other;
    const keys = Object.keys(into);
    if (keys.length === 0) return other;
    const key = keys[path[0]! % keys.length]!;
    const copy: Record<string, unknown> | unknown[] = Array.isArray(into) ? [...into] : { ...into };
    (copy as Record<string, unknown>)[key] = put(
      (into as Record<string, unknown>)[key],
      path.slice(1),
      other,
    );
    return copy;
  };
  return fc
    .tuple(value, fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), fc.anything())
    .map(([whole, path, other]) => put(whole, path, other));
}

/** A handler that answers what it was given. */
function handlers() {
  const asked: unknown[] = [];
  const handler = (request: unknown) => {
    asked.push(request);
    return { handled: true } as never;
  };
  const all = Object.fromEntries(NAMES.map((name) => [name, handler]));
  return { asked, all: all as never };
}

describe.each(NAMES)('the message %s', (name) => {
  const { request, response } = MESSAGES[name];

  it('arrives as it was sent, and so does its answer', () => {
    for (const schema of [request, response]) {
      fc.assert(
        fc.property(anyOf(schema), (value) => {
          expect(schema.parse(carried(value))).toEqual(value);
        }),
        { seed: SEED, numRuns: 40 },
      );
    }
  });

  it('with any other body gets a typed refusal, and no handler sees it', async () => {
    const body = fc.oneof(spoilt(anyOf(request)), fc.anything());
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const { asked, all } = handlers();
        const answer = await respond(all, { name, request: value }, SENDER);
        const parsed = request.safeParse(value);
        expect(answer).toEqual(parsed.success ? { handled: true } : { refused: 'shape' });
        expect(asked).toEqual(parsed.success ? [parsed.data] : []);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe('settings', () => {
  it('are read as they were stored', () => {
    fc.assert(
      fc.property(anyOf(settingsSchema), (value) => {
        expect(settingsSchema.parse(carried(value))).toEqual(value);
      }),
      { seed: SEED },
    );
  });
});
