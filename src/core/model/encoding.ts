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

/** A clause as numbers: word ids of each field, ids of the text's word pairs (with repeats). */
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
    const pairs: number[] = [];
    const text = this.#field(texts.text, LIMITS.text, pairs);
    const heading = this.#field(texts.heading, LIMITS.heading);
    const lead = this.#field(texts.lead, LIMITS.lead);
    const prev = this.#field(texts.prev, LIMITS.prev);
    return { ids: { text, heading, lead, prev }, pairs, kind: KINDS.indexOf(clause.kind) };
  }

  #field(text: string, limit: number, pairs?: number[]): number[] {
    const ids: number[] = [];
    let previous = -1;
    for (const { word } of words(text).slice(0, limit)) {
      const hash = hashUnits(word, 0, word.length);
      ids.push(this.wordId(word, hash));
      if (pairs && previous >= 0) {
        const pair = mix(hashPair(previous, hash)) & (this.#pairs - 1);
        if (pair !== PADDING) pairs.push(pair);
      }
      previous = hash;
    }
    return ids;
  }
}
