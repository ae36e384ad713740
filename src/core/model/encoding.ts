/** Turns clauses into the numbers that the network reads, exactly like `training/clausemark/encoding.py`. */
import type { ClauseInput } from '../clause.ts';
import { hashPair, hashUnits, mix } from './hashing.ts';
import { words } from './words.ts';

/** The fields in the order of the network's pools. */
export const FIELDS = ['text', 'heading', 'lead', 'prev'] as const;

/** One of {@link FIELDS}. */
export type Field = (typeof FIELDS)[number];

/** Words of each field that are read; the rest of a longer field is left out. */
export const LIMITS = { text: 128, heading: 24, lead: 48, prev: 48 } as const;

/** Kinds of clause, one input each. */
export const KINDS = ['para', 'item', 'row'] as const;

/** Id of nothing. The vocabulary begins at 1; a word pair that hashes to it is left out. */
const PADDING = 0;

/** What takes the place of the first word's hash in the pair of a word with what negates or limits it. */
const NEGATION = 1;
const EXCEPTION = 2;

/** Words that negate or limit what follows them. */
const OPENERS: ReadonlyMap<string, number> = new Map([
  ..."not no never don't won't doesn't cannot can't isn't aren't without neither nor none nothing"
    .split(' ')
    .map((word) => [word, NEGATION] as const),
  ...'except unless only other'.split(' ').map((word) => [word, EXCEPTION] as const),
]);

/** Words behind which nothing is negated any more. */
const CLOSERS = '.;?!';

/** Words behind an opener that are paired with it. */
const REACH = 12;

/** A clause as numbers: word ids of each field, ids of the text's word pairs (neighbours, then scopes). */
export interface EncodedClause {
  readonly ids: Readonly<Record<Field, readonly number[]>>;
  readonly pairs: readonly number[];
  /** Index in {@link KINDS}. */
  readonly kind: number;
}

/**
 * The text of each field. Of the section path the last two headings count; a line before that only
 * repeats the last heading is left out.
 */
export function fieldTexts(clause: ClauseInput): Record<Field, string> {
  const path = clause.heading.split(' > ');
  return {
    text: clause.text,
    heading: path.slice(-2).join(' '),
    lead: clause.lead,
    prev: clause.prev === path.at(-1) ? '' : clause.prev,
  };
}

/** Looks up words and pairs of one model. */
export class Encoder {
  readonly #ids: Map<string, number>;
  readonly #firstUnknown: number;
  readonly #unknown: number;
  readonly #pairs: number;
  readonly #last = new Map<Field, { readonly text: string; readonly ids: readonly number[] }>();

  /** `unknown` ids behind the vocabulary and `pairs` pair ids are shared by hash; both powers of two. */
  constructor(vocabulary: readonly string[], unknown: number, pairs: number) {
    this.#ids = new Map(vocabulary.map((word, at) => [word, at + 1]));
    this.#firstUnknown = vocabulary.length + 1;
    this.#unknown = unknown;
    this.#pairs = pairs;
  }

  /** Id of a word: its place in the vocabulary from 1, or a hashed id behind it. */
  wordId(word: string, hash: number): number {
    return this.#ids.get(word) ?? this.#firstUnknown + (mix(hash) & (this.#unknown - 1));
  }

  encode(clause: ClauseInput): EncodedClause {
    const texts = fieldTexts(clause);
    const own = hashed(texts.text, LIMITS.text);
    const ids = {
      text: this.#idsOf(own),
      heading: this.#around('heading', texts.heading),
      lead: this.#around('lead', texts.lead),
      prev: this.#around('prev', texts.prev),
    };
    const neighbours = own.slice(1).map(({ hash }, at) => this.#pairId(own[at]!.hash, hash));
    const scoped = scopesOf(own).map(([opener, hash]) => this.#pairId(opener, hash));
    const pairs = [...neighbours, ...scoped].filter((pair) => pair !== PADDING);
    return { ids, pairs, kind: KINDS.indexOf(clause.kind) };
  }

  /** Word ids of a field that often holds the same text as in the clause before: then the same array. */
  #around(field: Field, text: string): readonly number[] {
    const last = this.#last.get(field);
    if (last?.text === text) return last.ids;
    const ids = this.#idsOf(hashed(text, LIMITS[field]));
    this.#last.set(field, { text, ids });
    return ids;
  }

  #idsOf(found: readonly HashedWord[]): number[] {
    return found.map(({ word, hash }) => this.wordId(word, hash));
  }

  #pairId(left: number, right: number): number {
    return mix(hashPair(left, right)) & (this.#pairs - 1);
  }
}

interface HashedWord {
  readonly word: string;
  readonly hash: number;
}

function hashed(text: string, limit: number): HashedWord[] {
  return words(text)
    .slice(0, limit)
    .map(({ word }) => ({ word, hash: hashUnits(word, 0, word.length) }));
}

/** Each word with what negates or limits it: the last opener before it in its sentence. */
function scopesOf(found: readonly HashedWord[]): [opener: number, hash: number][] {
  const pairs: [number, number][] = [];
  let opener = 0;
  let distance = 0;
  for (const { word, hash } of found) {
    const opens = OPENERS.get(word);
    if (CLOSERS.includes(word)) opener = 0;
    else if (opens !== undefined) [opener, distance] = [opens, 0];
    else if (opener !== 0 && distance < REACH) {
      distance += 1;
      pairs.push([opener, hash]);
    }
  }
  return pairs;
}
