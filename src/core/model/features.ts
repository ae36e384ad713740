/** Hashed features of a clause for the linear model; `training/clausemark/features.py` computes the same ids. */
import type { ClauseInput } from '../clause.ts';
import { hashPair, hashUnits, mix } from './hashing.ts';
import { words } from './words.ts';

/** The groups in the order in which {@link FeatureReader.read} gives them. */
export const GROUPS = ['text', 'chars', 'heading', 'lead', 'prev'] as const;

/** Lengths in UTF-16 units of the n-grams cut from a word in angle brackets (`<word>`). */
export const CHAR_SIZES = [3, 4, 5] as const;

// A different start for each family of features, so that the same word in two places has two ids.
const SALTS = {
  text: [0x1f123bb5, 0x5d588b65],
  chars: [0x38495ab5, 0],
  heading: [0x71c9f2e3, 0x2545f491],
  lead: [0x6a09e667, 0x3c6ef372],
  prev: [0x510e527f, 0x1b873593],
} as const satisfies Record<(typeof GROUPS)[number], readonly [number, number]>;

/** Collects the feature ids of clauses; keeps its buffers between clauses. */
export class FeatureReader {
  readonly #buckets: number;
  readonly #seen: Uint32Array;
  #stamp = 0;

  /** `buckets`, a power of two, is one more than the largest id. */
  constructor(buckets: number) {
    this.#buckets = buckets;
    this.#seen = new Uint32Array(buckets);
  }

  /** Distinct feature ids of a clause, one list for each of {@link GROUPS}. */
  read(clause: ClauseInput): number[][] {
    const found = words(clause.text).map(({ word }) => word);
    return [
      this.#wordIds(found, SALTS.text),
      this.#charIds(found),
      this.#wordIds(fieldWords(clause.heading), SALTS.heading),
      this.#wordIds(fieldWords(clause.lead), SALTS.lead),
      this.#wordIds(fieldWords(clause.prev), SALTS.prev),
    ];
  }

  #add(ids: number[], hash: number): void {
    const id = mix(hash) & (this.#buckets - 1);
    if (this.#seen[id] === this.#stamp) return;
    this.#seen[id] = this.#stamp;
    ids.push(id);
  }

  #wordIds(found: readonly string[], [single, pair]: readonly [number, number]): number[] {
    this.#stamp += 1;
    const ids: number[] = [];
    let previous = -1;
    for (const word of found) {
      const hash = hashUnits(word, 0, word.length);
      this.#add(ids, hash ^ single);
      if (previous >= 0) this.#add(ids, hashPair(previous, hash) ^ pair);
      previous = hash;
    }
    return ids;
  }

  #charIds(found: readonly string[]): number[] {
    this.#stamp += 1;
    const ids: number[] = [];
    for (const word of found) {
      const padded = `<${word}>`;
      for (const size of CHAR_SIZES) {
        for (let at = 0; at + size <= padded.length; at += 1) {
          this.#add(ids, hashUnits(padded, at, at + size) ^ SALTS.chars[0]);
        }
      }
    }
    return ids;
  }
}

function fieldWords(text: string): string[] {
  return words(text).map(({ word }) => word);
}
