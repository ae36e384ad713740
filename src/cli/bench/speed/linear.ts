/**
 * The linear model of `training/clausemark/linear.py`, for comparing speed only: it reads the same features and
 * does the same sums, with weights that mean nothing.
 */
import type { ClauseInput } from '../../../core/clause.ts';
import { hashPair, hashUnits, mix } from '../../../core/model/hashing.ts';
import { words } from '../../../core/model/words.ts';

/** Feature ids are below this power of two. */
const BUCKETS = 1 << 17;

/** 22 topics and the two stances that all topics share. */
const OUTPUTS = 24;

/** Lengths in UTF-16 units of the n-grams cut from a word in angle brackets. */
const CHAR_SIZES = [3, 4, 5];

/** A different start for each family of features, as in `training/clausemark/features.py`. */
const SALTS = {
  text: [0x1f123bb5, 0x5d588b65],
  heading: [0x71c9f2e3, 0x2545f491],
  lead: [0x6a09e667, 0x3c6ef372],
  prev: [0x510e527f, 0x1b873593],
} as const;
const CHAR_SALT = 0x38495ab5;

const idOf = (value: number, salt: number): number => mix(value ^ salt) & (BUCKETS - 1);

/** Reads features and remembers the n-grams of the words it has seen. */
export class LinearModel {
  readonly #weights = new Float32Array(BUCKETS * OUTPUTS).fill(0.5);
  readonly #grams = new Map<string, readonly number[]>();

  /** Feature ids of a clause, each group sorted: text, n-grams of its words, heading, lead, line before. */
  features(clause: ClauseInput): number[][] {
    const text = words(clause.text).map(({ word }) => word);
    const grams = new Set([...new Set(text)].flatMap((word) => this.#gramsOf(word)));
    return [
      wordFeatures(text, SALTS.text),
      [...grams].toSorted((one, other) => one - other),
      ...(['heading', 'lead', 'prev'] as const).map((field) =>
        wordFeatures(
          words(clause[field]).map(({ word }) => word),
          SALTS[field],
        ),
      ),
    ];
  }

  /** The 24 outputs of a clause, before their biases. */
  score(clause: ClauseInput): Float64Array {
    const outputs = new Float64Array(OUTPUTS);
    for (const group of this.features(clause)) {
      const value = 1 / Math.sqrt(Math.max(1, group.length));
      for (const id of group) {
        const row = id * OUTPUTS;
        for (let at = 0; at < OUTPUTS; at += 1) outputs[at]! += value * this.#weights[row + at]!;
      }
    }
    return outputs;
  }

  #gramsOf(word: string): readonly number[] {
    const known = this.#grams.get(word);
    if (known) return known;
    const marked = `<${word}>`;
    const grams: number[] = [];
    for (const size of CHAR_SIZES) {
      for (let at = 0; at + size <= marked.length; at += 1) {
        grams.push(idOf(hashUnits(marked, at, at + size), CHAR_SALT));
      }
    }
    this.#grams.set(word, grams);
    return grams;
  }
}

function wordFeatures(found: readonly string[], [one, two]: readonly [number, number]): number[] {
  const hashes = found.map((word) => hashUnits(word, 0, word.length));
  const ids = new Set(hashes.map((hash) => idOf(hash, one)));
  for (const [at, hash] of hashes.entries()) {
    if (at > 0) ids.add(idOf(hashPair(hashes[at - 1]!, hash), two));
  }
  return [...ids].toSorted((left, right) => left - right);
}
