/**
 * The linear model: one 8-bit weight for each feature and output, 22 topics and two stance outputs
 * (denies, limits) that all topics share and each topic shifts.
 */
import type { ClauseInput } from '../clause.ts';
import { TOPIC_CODES } from '../topics.ts';
import { FeatureReader } from './features.ts';
import type { ModelFile } from './model-file.ts';
import type { Logits, Network } from './network.ts';

const TOPICS = TOPIC_CODES.length;
const OUTPUTS = TOPICS + 2;

/** Integer sums of a group of features, before scaling: what golden vectors compare exactly. */
export interface GroupSums {
  readonly ids: readonly number[];
  readonly sums: Int32Array;
}

/** Tensors of a linear model. */
interface LinearWeights {
  /** buckets × 24, row by row. */
  readonly weights: Int8Array;
  /** 24: what one unit of a sum is worth. */
  readonly scale: Float32Array;
  /** 22 topic biases. */
  readonly bias: Float32Array;
  /** 22 × 2: shift of denies and limits by topic. */
  readonly stanceBias: Float32Array;
}

/** The weights of a linear model file; `null` when a tensor is missing or has the wrong size. */
export function readLinear(file: ModelFile): LinearNetwork | null {
  const buckets = file.header.sizes['buckets'] ?? 0;
  const weights = file.bytes.get('weights');
  const scale = file.floats.get('scale');
  const bias = file.floats.get('bias');
  const stanceBias = file.floats.get('stanceBias');
  if (!weights || !scale || !bias || !stanceBias) return null;
  if (buckets <= 0 || (buckets & (buckets - 1)) !== 0) return null;
  if (weights.length !== buckets * OUTPUTS || scale.length !== OUTPUTS) return null;
  if (bias.length !== TOPICS || stanceBias.length !== 2 * TOPICS) return null;
  return new LinearNetwork(buckets, { weights, scale, bias, stanceBias });
}

/** A linear model ready to score. */
export class LinearNetwork implements Network {
  readonly #features: FeatureReader;
  readonly #weights: LinearWeights;
  readonly #topics = new Float64Array(TOPICS);
  readonly #stances = new Float64Array(3 * TOPICS);

  constructor(buckets: number, weights: LinearWeights) {
    this.#features = new FeatureReader(buckets);
    this.#weights = weights;
  }

  /** Feature ids and integer sums of a clause, one entry for each group. */
  sums(clause: ClauseInput): GroupSums[] {
    const { weights } = this.#weights;
    return this.#features.read(clause).map((ids) => {
      const sums = new Int32Array(OUTPUTS);
      for (const id of ids) {
        const row = id * OUTPUTS;
        for (let output = 0; output < OUTPUTS; output += 1) {
          sums[output]! += weights[row + output]!;
        }
      }
      return { ids, sums };
    });
  }

  score(clause: ClauseInput): Logits {
    const { scale, bias, stanceBias } = this.#weights;
    const total = new Float64Array(OUTPUTS);
    for (const { ids, sums } of this.sums(clause)) {
      const share = 1 / Math.sqrt(Math.max(1, ids.length));
      for (let output = 0; output < OUTPUTS; output += 1) total[output]! += share * sums[output]!;
    }
    for (let topic = 0; topic < TOPICS; topic += 1) {
      this.#topics[topic] = bias[topic]! + scale[topic]! * total[topic]!;
      for (let stance = 0; stance < 2; stance += 1) {
        const output = TOPICS + stance;
        this.#stances[3 * topic + 1 + stance] =
          stanceBias[2 * topic + stance]! + scale[output]! * total[output]!;
      }
    }
    return { topics: this.#topics, stances: this.#stances };
  }
}
