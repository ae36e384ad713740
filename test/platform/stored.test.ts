/** What is kept outlives new shapes, damage and a full storage: nothing is lost silently. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { stored } from '../../src/platform/stored.ts';
import { fakeBrowser } from './fake-browser.ts';

let fake = fakeBrowser();
vi.mock('wxt/browser', () => ({
  get browser() {
    return fake.browser;
  },
}));

beforeEach(() => {
  fake = fakeBrowser();
  vi.useRealTimers();
});

/** Third shape of a list of notes: the first was one text, the second a list of texts. */
const notes = () =>
  stored({
    name: 'notes',
    version: 3,
    schema: z.array(z.object({ text: z.string(), loud: z._default(z.boolean(), false) })),
    fallback: [],
    older: {
      1: (value) => [{ text: z.string().parse(value) }],
      2: (value) =>
        z
          .array(z.string())
          .parse(value)
          .map((text) => ({ text })),
    },
  });

const held = () => Object.fromEntries(fake.stored);

/** The copies that were set aside. */
const setAside = () =>
  [...fake.stored].filter(([key]) => key.startsWith('notes:set-aside:')).map(([, value]) => value);

describe('a kept thing', () => {
  it('is its fallback on the first day, and what it was changed to from then on', async () => {
    expect(await notes().read()).toEqual([]);
    await notes().change((list) => [...list, { text: 'one', loud: true }]);
    expect(await notes().read()).toEqual([{ text: 'one', loud: true }]);
    expect(held()).toEqual({ 'notes:3': [{ text: 'one', loud: true }] });
  });

  it.each([
    ['notes:1', 'old'],
    ['notes:2', ['old']],
  ])('under %s is brought into the present shape', async (key, value) => {
    fake.stored.set(key, value);
    expect(await notes().read()).toEqual([{ text: 'old', loud: false }]);
    expect(held(), 'reading writes nothing').toEqual({ [key]: value });
    await notes().change((list) => [...list, { text: 'new', loud: false }]);
    expect(held()).toEqual({
      'notes:3': [
        { text: 'old', loud: false },
        { text: 'new', loud: false },
      ],
    });
  });

  it('gets a field that was added later from its default', async () => {
    fake.stored.set('notes:3', [{ text: 'before' }]);
    expect(await notes().read()).toEqual([{ text: 'before', loud: false }]);
  });

  it('that cannot be read is set aside in the step that stores a new value', async () => {
    fake.stored.set('notes:3', { text: 'not a list' });
    fake.stored.set('notes:2', 7);
    expect(await notes().read()).toEqual([]);
    await notes().change(() => [{ text: 'new', loud: false }]);
    expect(await notes().read()).toEqual([{ text: 'new', loud: false }]);
    expect(setAside()).toEqual([{ 'notes:3': { text: 'not a list' }, 'notes:2': 7 }]);
    expect(fake.browser.storage.local.set).toHaveBeenCalledTimes(1);
  });

  it('that is damaged gives way to an older one that can be read', async () => {
    fake.stored.set('notes:3', null);
    fake.stored.set('notes:2', ['older']);
    expect(await notes().read()).toEqual([{ text: 'older', loud: false }]);
    await notes().change((list) => list);
    expect(setAside()).toEqual([{ 'notes:3': null }]);
  });

  it('that was damaged twice is kept twice', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-01') });
    fake.stored.set('notes:3', 'first');
    await notes().change((list) => list);
    vi.setSystemTime(new Date('2026-01-02'));
    fake.stored.set('notes:3', 'second');
    await notes().change((list) => list);
    expect(setAside()).toEqual([{ 'notes:3': 'first' }, { 'notes:3': 'second' }]);
  });

  it('of a newer version of the extension is left alone', async () => {
    fake.stored.set('notes:4', { from: 'the future' });
    expect(await notes().read()).toEqual([]);
    await notes().change(() => [{ text: 'ours', loud: false }]);
    expect(held()['notes:4']).toEqual({ from: 'the future' });
  });

  it('stays as it is when storage is full, and so does what could not be read', async () => {
    fake.stored.set('notes:3', 'unreadable');
    const full = new Error('Resource::kQuotaBytes quota exceeded');
    fake.browser.storage.local.set.mockRejectedValueOnce(full);
    await expect(notes().change(() => [{ text: 'new', loud: false }])).rejects.toBe(full);
    expect(held()).toEqual({ 'notes:3': 'unreadable' });
  });

  it('is its fallback where storage does not answer, and is then not overwritten', async () => {
    fake.stored.set('notes:3', [{ text: 'kept', loud: false }]);
    const broken = new Error('IO error');
    fake.browser.storage.local.get.mockRejectedValueOnce(broken).mockRejectedValueOnce(broken);
    expect(await notes().read()).toEqual([]);
    await expect(notes().change(() => [])).rejects.toBe(broken);
    expect(held()).toEqual({ 'notes:3': [{ text: 'kept', loud: false }] });
  });

  it('changed many times at once keeps every change', async () => {
    const one = notes();
    const texts = ['a', 'b', 'c', 'd'];
    await Promise.all(texts.map((text) => one.change((list) => [...list, { text, loud: false }])));
    expect((await one.read()).map(({ text }) => text)).toEqual(texts);
  });

  it('is never lost, whatever is stored', async () => {
    const readable: Record<string, z.ZodMiniType> = {
      'notes:3': z.array(z.object({ text: z.string(), loud: z.optional(z.boolean()) })),
      'notes:2': z.array(z.string()),
      'notes:1': z.string(),
    };
    const keys = Object.keys(readable);
    const value = fc.oneof(
      fc.jsonValue(),
      fc.array(fc.string()),
      fc.array(fc.record({ text: fc.string() })),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), value), async (before) => {
        fake = fakeBrowser();
        for (const [key, one] of Object.entries(before)) fake.stored.set(key, one);
        const read = await notes().read();
        expect(held()).toEqual(before);
        expect(await notes().change((list) => list)).toEqual(read);
        expect(await notes().read()).toEqual(read);
        const present = keys.filter((key) => key in before);
        const found = present.findIndex((key) => readable[key]!.safeParse(before[key]).success);
        const unreadable = found < 0 ? present : present.slice(0, found);
        const expected = Object.fromEntries(unreadable.map((key) => [key, before[key]]));
        expect(setAside()).toEqual(unreadable.length === 0 ? [] : [expected]);
        if (found >= 0) expect(read).toHaveLength([before[present[found]!]].flat().length);
      }),
    );
  });
});
