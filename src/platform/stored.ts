/**
 * Things kept in `storage.local`, each under a key that carries the version of its shape. Only the
 * background uses this; others ask it by message.
 *
 * ```ts
 * const corrections = stored({ name: 'corrections', version: 1, schema, fallback: [] });
 * await corrections.read();
 * await corrections.change((list) => [...list, one]);
 * ```
 *
 * A field that is added with a default needs no new version. Any other new shape does: raise `version`
 * by one and give `older` the way over from the last one. What cannot be read is never overwritten: it
 * is moved to a key of its own (`corrections:set-aside:TIME`) in the same step that stores a new value.
 * What a newer version of the extension stored stays untouched under its own key.
 */
import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';

/** What is kept, and how it is recognised. */
export interface Shape<T> {
  readonly name: string;
  /** 1, 2, 3 …; part of the key. */
  readonly version: number;
  readonly schema: z.ZodMiniType<T>;
  /** The value while nothing is stored, or nothing that can be read. */
  readonly fallback: T;
  /** Version of an older shape → what makes the present one of it; the answer is parsed. May throw. */
  readonly older?: Readonly<Record<number, (value: unknown) => unknown>>;
}

/** Access to one kept thing. */
export interface Stored<T> {
  /** The value now; never rejects and never writes. */
  read(): Promise<T>;
  /**
   * Replaces the value and answers with the new one; changes asked for at once are made one after the
   * other. Rejects when the browser refuses (storage is full): everything stored is as it was then.
   */
  change(by: (value: T) => T): Promise<T>;
}

/** What storage holds of one thing. */
interface Found<T> {
  readonly value: T;
  /** Keys of older versions that are in storage. */
  readonly outdated: readonly string[];
  readonly unreadable: Readonly<Record<string, unknown>>;
}

/** The thing of this shape. Call it once for each name, at the top of a module. */
export function stored<T>(shape: Shape<T>): Stored<T> {
  const key = keyOf(shape, shape.version);
  let last: Promise<unknown> = Promise.resolve();

  async function change(by: (value: T) => T): Promise<T> {
    const { value, outdated, unreadable } = await look(shape);
    const changed = by(value);
    await browser.storage.local.set({ ...setAside(shape.name, unreadable), [key]: changed });
    if (outdated.length > 0) await browser.storage.local.remove([...outdated]).catch(() => {});
    return changed;
  }

  return {
    read: () =>
      look(shape).then(
        ({ value }) => value,
        () => shape.fallback,
      ),
    change(by) {
      const changed = last.then(() => change(by));
      last = changed.catch(() => undefined);
      return changed;
    },
  };
}

function keyOf({ name }: Pick<Shape<unknown>, 'name'>, version: number): string {
  return `${name}:${version}`;
}

/** Reads the newest version up to the present one that can be read. */
async function look<T>(shape: Shape<T>): Promise<Found<T>> {
  const versions = Array.from({ length: shape.version }, (_, index) => shape.version - index);
  const held = await browser.storage.local.get(versions.map((one) => keyOf(shape, one)));
  const present = versions.filter((one) => held[keyOf(shape, one)] !== undefined);
  const outdated = present.filter((one) => one < shape.version).map((one) => keyOf(shape, one));
  const unreadable: Record<string, unknown> = {};
  for (const version of present) {
    const raw = held[keyOf(shape, version)];
    const parsed = shape.schema.safeParse(brought(shape, version, raw));
    if (parsed.success) return { value: parsed.data, outdated, unreadable };
    unreadable[keyOf(shape, version)] = raw;
  }
  return { value: shape.fallback, outdated, unreadable };
}

/** `raw` in the present shape, if it is what it claims to be. */
function brought<T>(shape: Shape<T>, version: number, raw: unknown): unknown {
  if (version === shape.version) return raw;
  try {
    return shape.older?.[version]?.(raw);
  } catch {
    return undefined;
  }
}

/** Entries under which what cannot be read is kept. */
function setAside(
  name: string,
  unreadable: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (Object.keys(unreadable).length === 0) return {};
  return { [`${name}:set-aside:${new Date().toISOString()}`]: unreadable };
}
