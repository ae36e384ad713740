/** Compares the opt-out actions that we find with those that a reader listed (`training/actions`). */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { ActionStops, ActionType, OptOutAction } from '../../core/actions/action.ts';

/** An action that a page offers. `optional` ones count neither way. */
export interface ActionLabel {
  readonly type: string;
  readonly stops: readonly string[];
  readonly hash: string;
  readonly optional: boolean;
}

/** Hits, actions we list, actions that are there; and hits whose `stops` is right, too. */
export interface ActionCounts {
  readonly hits: number;
  readonly rightStops: number;
  readonly predicted: number;
  readonly real: number;
}

/** What we found on a page and how it compares; for reading errors, never committed. */
export interface Comparison {
  readonly counts: ActionCounts;
  readonly wrong: readonly FoundAction[];
  readonly wrongStops: readonly (readonly [FoundAction, ActionLabel])[];
  readonly missed: readonly ActionLabel[];
}

type FoundAction = Pick<OptOutAction, 'type' | 'target' | 'label' | 'stops' | 'clauseId'>;

const LabelsShape = z.object({
  labelled: z.string(),
  pages: z.record(z.string(), z.array(z.array(z.string()).check(z.minLength(3), z.maxLength(4)))),
});

/** The labels of every page by its id. */
export async function readActionLabels(path: URL): Promise<Map<string, ActionLabel[]>> {
  const { pages } = LabelsShape.parse(JSON.parse(await readFile(path, 'utf8')));
  return new Map(
    Object.entries(pages).map(([id, rows]) => {
      const labels = rows.map(([type = '', stops = '', hash = '', mark]) => {
        return { type, stops: stops.split(','), hash, optional: mark === 'optional' };
      });
      return [id, labels] as const;
    }),
  );
}

/** Places of settings, by the words that name them; the first that fits decides. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/global privacy control|\bgpc\b/, 'gpc'],
  [/do[- ]not[- ]track|\bdnt\b/, 'dnt'],
  [/unsubscribe/, 'unsubscribe'],
  [/\bstop\b|text message|\bsms\b/, 'sms'],
  [/browser/, 'browser'],
  [
    /device|phone|mobile|limit ad tracking|request to track|personali[sz]ation|interest-based/,
    'device',
  ],
  [/cookie|consent/, 'cookies'],
  [/account|profile|privacy|preference|setting|notification|communication|dashboard/, 'account'],
];

/** Digits of an American telephone's letters. */
const KEYS = ['', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** A postal code that ends an address: American, British, Canadian, Irish, or digits alone. */
const POSTAL_CODE =
  /(?:\b(\d{5})(?:-\d{4})?|\b([a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})|\b([a-z]\d[a-z]\s?\d[a-z]\d)|\b([a-z]\d\d\s?[a-z\d]{4})|\b(\d{4,6}))$/;

function normalised(type: ActionType, target: string, label: string): string {
  const lower = target.trim().toLowerCase();
  switch (type) {
    case 'link':
      return lower
        .replace(/^https?:\/\/(?:www\.)?/, '')
        .replace(/\/+(?=[?#]|$)/, '')
        .replace(/#$/, '');
    case 'phone': {
      const digits = [...lower]
        .map((sign) => {
          const key = KEYS.findIndex((letters) => letters.includes(sign));
          return key > 1 ? String(key) : sign;
        })
        .join('')
        .replace(/\D/g, '');
      return digits.replace(/^1(?=\d{10}$)/, '');
    }
    case 'form':
      return label.trim().toLowerCase();
    case 'address': {
      const code = POSTAL_CODE.exec(lower);
      return (code?.slice(1).find(Boolean) ?? lower).replace(/[^a-z0-9]/g, '');
    }
    case 'setting':
      return PLACES.find(([words]) => words.test(lower))?.[1] ?? lower;
    case 'email':
      return lower;
  }
}

/** The key under which an action is compared: see `training/actions/README.md`. */
export function actionKey(type: ActionType, target: string, label: string): string {
  const text = `${type} ${normalised(type, target, label)}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Compares what was found on a page with its labels; actions of one key count once. */
export function compareActions(
  found: readonly FoundAction[],
  labels: readonly ActionLabel[],
): Comparison {
  const byKey = Map.groupBy(found, ({ type, target, label }) => actionKey(type, target, label));
  const known = new Map(labels.map((label) => [label.hash, label]));
  const wrong: FoundAction[] = [];
  const wrongStops: (readonly [FoundAction, ActionLabel])[] = [];
  let hits = 0;
  for (const [key, [action]] of byKey) {
    const label = known.get(key);
    if (action === undefined || label?.optional) continue;
    if (label === undefined) wrong.push(action);
    else {
      hits += 1;
      if (!rightStops(action.stops, label)) wrongStops.push([action, label]);
    }
  }
  const real = labels.filter(({ optional }) => !optional);
  return {
    counts: {
      hits,
      rightStops: hits - wrongStops.length,
      predicted: hits + wrong.length,
      real: real.length,
    },
    wrong,
    wrongStops,
    missed: real.filter(({ hash }) => !byKey.has(hash)),
  };
}

function rightStops(stops: ActionStops, label: ActionLabel): boolean {
  return label.stops.includes(stops);
}
