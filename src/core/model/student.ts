/**
 * The network: word embeddings, one convolution over three words (which in the text also sees a fading memory of
 * all words before and behind), the largest and the mean response of each channel in each field, a bag of hashed
 * word pairs of the text, one hidden layer.
 *
 * The convolution runs in integers. Because it is linear, what a word adds to the word before it, to itself and
 * to the word after it is computed once for each distinct word and then only added up.
 */
import type { ClauseInput } from '../clause.ts';
import { TOPIC_CODES } from '../topics.ts';
import { Encoder, FIELDS, KINDS, type EncodedClause } from './encoding.ts';
import type { Logits, Network } from './network.ts';
import { Memories } from './memories.ts';
import { readWeights, type StudentWeights } from './student-weights.ts';
import type { ModelFile } from './model-file.ts';

const TOPICS = TOPIC_CODES.length;

/** Distinct words whose products are kept: about 2 kB each. */
const KEPT_WORDS = 4096;

/** Integer results for one clause: what golden vectors compare exactly. */
export interface StudentSums {
  readonly encoded: EncodedClause;
  /** For each field, the largest convolution sum of each channel (before scale, bias and memories). */
  readonly largest: readonly Int32Array[];
  /** Sum of the pair embeddings. */
  readonly pairs: Int32Array;
}

/** The network of a model file; `null` when a tensor is missing or has the wrong size. */
export function readStudent(file: ModelFile): StudentNetwork | null {
  const weights = readWeights(file);
  return weights && new StudentNetwork(weights);
}

/** A network ready to score. */
export class StudentNetwork implements Network {
  readonly #weights: StudentWeights;
  readonly #encoder: Encoder;
  readonly #products = new Map<number, Int32Array>();
  readonly #memories: Memories;
  readonly #input: Float32Array;
  /** Places of the inputs that are not zero. */
  readonly #heard: Int32Array;
  readonly #responses: Float64Array;
  readonly #tops: Float64Array;
  readonly #active: Float64Array;
  /** What each field held last. */
  readonly #pooled: { readonly ids: readonly number[]; readonly largest: Int32Array }[] = [];
  /** Products of the word that is not there, before the first and after the last. */
  readonly #nothing: Int32Array;
  readonly #topics = new Float64Array(TOPICS);
  readonly #stances = new Float64Array(3 * TOPICS);

  constructor(weights: StudentWeights) {
    const { vocabulary, unknown, pairs, channels, pair, hidden } = weights;
    this.#weights = weights;
    this.#encoder = new Encoder(vocabulary, unknown, pairs);
    this.#memories = new Memories(weights);
    this.#input = new Float32Array(FIELDS.length * 2 * channels + pair);
    this.#heard = new Int32Array(this.#input.length);
    this.#responses = new Float64Array(channels);
    this.#tops = new Float64Array(channels);
    this.#active = new Float64Array(hidden);
    this.#nothing = new Int32Array(3 * channels);
  }

  score(clause: ClauseInput): Logits {
    this.sums(clause);
    this.#classify(KINDS.indexOf(clause.kind));
    return { topics: this.#topics, stances: this.#stances };
  }

  /** Runs the integer part and fills the inputs of the hidden layer. */
  sums(clause: ClauseInput): StudentSums {
    const encoded = this.#encoder.encode(clause);
    const { channels } = this.#weights;
    const largest = FIELDS.map((field, at) => {
      const ids = encoded.ids[field];
      const last = this.#pooled[at];
      // The inputs of a heading or lead-in that did not change are still in place.
      if (last?.ids === ids) return last.largest;
      const recalled = field === 'text' ? this.#memories.recall(ids) : null;
      const found = this.#pool(ids, recalled, 2 * at * channels);
      this.#pooled[at] = { ids, largest: found };
      return found;
    });
    const pairs = this.#bag(encoded.pairs, FIELDS.length * 2 * channels);
    return { encoded, largest, pairs };
  }

  /** Products of a word's embedding with the three thirds of the convolution (before, at, after). */
  #productsOf(word: number): Int32Array {
    const found = this.#products.get(word);
    if (found) return found;
    if (this.#products.size >= KEPT_WORDS) this.#products.clear();
    const { channels, dimension, embeddings, convolution } = this.#weights;
    const products = new Int32Array(3 * channels);
    const row = word * dimension;
    for (let third = 0; third < 3; third += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        const from = (3 * channel + third) * dimension;
        let sum = 0;
        for (let at = 0; at < dimension; at += 1)
          sum += embeddings[row + at]! * convolution[from + at]!;
        products[third * channels + channel] = sum;
      }
    }
    this.#products.set(word, products);
    return products;
  }

  /**
   * Convolves a field, adding what is `recalled` at each word (words × channels); writes largest and mean
   * responses to the input at `to`.
   */
  #pool(ids: readonly number[], recalled: Float64Array | null, to: number): Int32Array {
    const { channels, convolutionScale, convolutionBias } = this.#weights;
    const largest = new Int32Array(channels);
    const input = this.#input;
    input.fill(0, to, to + 2 * channels);
    if (ids.length === 0) return largest;
    largest.fill(-0x80000000);
    const products = ids.map((word) => this.#productsOf(word));
    const total = this.#responses.fill(0);
    const top = this.#tops.fill(0);
    for (let at = 0; at < products.length; at += 1) {
      const before = products[at - 1] ?? this.#nothing;
      const here = products[at]!;
      const after = products[at + 1] ?? this.#nothing;
      for (let channel = 0; channel < channels; channel += 1) {
        const sum = before[channel]! + here[channels + channel]! + after[2 * channels + channel]!;
        if (sum > largest[channel]!) largest[channel] = sum;
        let response = sum * convolutionScale[channel]! + convolutionBias[channel]!;
        if (recalled !== null) response += recalled[at * channels + channel]!;
        if (response <= 0) continue;
        total[channel]! += response;
        if (response > top[channel]!) top[channel] = response;
      }
    }
    for (let channel = 0; channel < channels; channel += 1) {
      input[to + channel] = top[channel]!;
      input[to + channels + channel] = total[channel]! / ids.length;
    }
    return largest;
  }

  /** Sums the embeddings of the word pairs and writes their scaled sum to the input at `to`. */
  #bag(ids: readonly number[], to: number): Int32Array {
    const { pair, pairEmbeddings, pairScale } = this.#weights;
    const sums = new Int32Array(pair);
    for (const id of ids) {
      const row = id * pair;
      for (let at = 0; at < pair; at += 1) sums[at]! += pairEmbeddings[row + at]!;
    }
    const share = 1 / Math.sqrt(Math.max(1, ids.length));
    for (let at = 0; at < pair; at += 1) {
      this.#input[to + at] = sums[at]! * pairScale[at]! * share;
    }
    return sums;
  }

  /** Adds the weighted inputs of the hidden layer to `active`. */
  #hear(active: Float64Array): void {
    const { hidden, hiddenWeights: weights } = this.#weights;
    const input = this.#input;
    // Most responses of the convolution are zero: skipping them halves the work, and so do four rows at a time.
    const heard = this.#heard;
    let count = 0;
    for (let at = 0; at < input.length; at += 1) if (input[at] !== 0) heard[count++] = at;
    const whole = count - (count % 4);
    for (let next = 0; next < whole; next += 4) {
      const [a, b, c, d] = [heard[next]!, heard[next + 1]!, heard[next + 2]!, heard[next + 3]!];
      const [va, vb, vc, vd] = [input[a]!, input[b]!, input[c]!, input[d]!];
      const [ra, rb, rc, rd] = [a * hidden, b * hidden, c * hidden, d * hidden];
      for (let unit = 0; unit < hidden; unit += 1) {
        active[unit]! +=
          weights[ra + unit]! * va +
          weights[rb + unit]! * vb +
          weights[rc + unit]! * vc +
          weights[rd + unit]! * vd;
      }
    }
    for (let next = whole; next < count; next += 1) {
      const row = heard[next]! * hidden;
      const value = input[heard[next]!]!;
      for (let unit = 0; unit < hidden; unit += 1) active[unit]! += weights[row + unit]! * value;
    }
  }

  /** The hidden layer and the outputs. */
  #classify(kind: number): void {
    const { hidden, kindBias, hiddenScale, hiddenBias, outputs, outputBias } = this.#weights;
    const active = this.#active.fill(0);
    this.#hear(active);
    for (let unit = 0; unit < hidden; unit += 1) {
      const bias = hiddenBias[unit]! + kindBias[kind * hidden + unit]!;
      active[unit] = Math.max(0, active[unit]! * hiddenScale[unit]! + bias);
    }
    for (let output = 0; output < 4 * TOPICS; output += 1) {
      const row = output * hidden;
      let sum = outputBias[output]!;
      for (let unit = 0; unit < hidden; unit += 1) sum += outputs[row + unit]! * active[unit]!;
      if (output < TOPICS) this.#topics[output] = sum;
      else this.#stances[output - TOPICS] = sum;
    }
  }
}
