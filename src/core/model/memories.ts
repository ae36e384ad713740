/** The memories of the network: what was said before and what comes behind, fading with each word. */
import { FADES, type StudentWeights } from './student-weights.ts';

/** Distinct words whose say is kept: 128 bytes each. */
const KEPT_WORDS = 4096;

/** Follows the words of a text in both directions. */
export class Memories {
  readonly #weights: StudentWeights;
  readonly #told = new Map<number, Float64Array>();

  constructor(weights: StudentWeights) {
    this.#weights = weights;
  }

  /** What the memories add to the convolution at each word (words × channels, row by row). */
  recall(ids: readonly number[]): Float64Array {
    const { memories, channels, recall } = this.#weights;
    const held = this.#held(ids.map((word) => this.#toldBy(word)));
    const added = new Float64Array(ids.length * channels);
    const width = 2 * memories;
    for (let at = 0; at < ids.length; at += 1) {
      const to = at * channels;
      // Four memories at a time: faster than one by one. There are always a multiple of four.
      for (let memory = 0; memory < width; memory += 4) {
        const from = at * width + memory;
        const [a, b, c, d] = [held[from]!, held[from + 1]!, held[from + 2]!, held[from + 3]!];
        const row = memory * channels;
        for (let channel = 0; channel < channels; channel += 1) {
          const place = row + channel;
          added[to + channel]! +=
            a * recall[place]! +
            b * recall[place + channels]! +
            c * recall[place + 2 * channels]! +
            d * recall[place + 3 * channels]!;
        }
      }
    }
    return added;
  }

  /** State of each memory at each word: the first half has read up to it, the second half from the end to it. */
  #held(told: readonly Float64Array[]): Float64Array {
    const { memories } = this.#weights;
    const width = 2 * memories;
    const held = new Float64Array(told.length * width);
    for (let memory = 0; memory < width; memory += 1) {
      const fade = FADES[memory % FADES.length]!;
      let left = 0;
      for (let step = 0; step < told.length; step += 1) {
        const at = memory < memories ? step : told.length - 1 - step;
        left = left * fade + told[at]![memory]!;
        held[at * width + memory] = left;
      }
    }
    return held;
  }

  /** What a word tells each memory, -1…1. */
  #toldBy(word: number): Float64Array {
    const found = this.#told.get(word);
    if (found) return found;
    if (this.#told.size >= KEPT_WORDS) this.#told.clear();
    const { memories, dimension, embeddings, memory, memoryBias } = this.#weights;
    const told = Float64Array.from({ length: 2 * memories }, (_, index) => {
      let sum = memoryBias[index]!;
      for (let at = 0; at < dimension; at += 1)
        sum += embeddings[word * dimension + at]! * memory[index * dimension + at]!;
      return Math.tanh(sum);
    });
    this.#told.set(word, told);
    return told;
  }
}
