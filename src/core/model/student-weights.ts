/** Reads the tensors of the network and checks that they fit together. */
import { TOPIC_CODES } from '../topics.ts';
import { FIELDS, KINDS } from './encoding.ts';
import type { ModelFile } from './model-file.ts';

/** Share of a memory that is left one word later; memories of each direction take turns. */
export const FADES = [0.5, 0.7, 0.8, 0.9] as const;

/** Weights and sizes of the network; matrices are stored row by row. */
export interface StudentWeights {
  readonly vocabulary: readonly string[];
  /** Hashed ids for other words, and hashed ids for word pairs: powers of two. */
  readonly unknown: number;
  readonly pairs: number;
  /** Values of a word's embedding and of a pair's. */
  readonly dimension: number;
  readonly pair: number;
  readonly channels: number;
  /** Memories of each direction. */
  readonly memories: number;
  readonly hidden: number;
  /** (1 + vocabulary + unknown) × dimension; row 0 is nothing. */
  readonly embeddings: Int8Array;
  /** channels × 3 × dimension: the word before, the word, the word after. */
  readonly convolution: Int8Array;
  readonly convolutionScale: Float32Array;
  readonly convolutionBias: Float32Array;
  /** (2 × memories) × dimension: what a word tells each memory, in steps of the embeddings; and the bias. */
  readonly memory: Float32Array;
  readonly memoryBias: Float32Array;
  /** (2 × memories) × channels: what each memory adds to the convolution. */
  readonly recall: Float32Array;
  /** pairs × pair. */
  readonly pairEmbeddings: Int8Array;
  readonly pairScale: Float32Array;
  /** (fields × 2 × channels + pair) × hidden: a row for each input. */
  readonly hiddenWeights: Int8Array;
  readonly hiddenScale: Float32Array;
  readonly hiddenBias: Float32Array;
  /** kinds × hidden. */
  readonly kindBias: Float32Array;
  /** 88 × hidden: 22 topics, then three stances of each. */
  readonly outputs: Float32Array;
  readonly outputBias: Float32Array;
}

const isPowerOfTwo = (value: number) => value > 0 && (value & (value - 1)) === 0;

/** The weights of a model file, or `null` when something is missing or does not fit. */
export function readWeights({ header, bytes, floats }: ModelFile): StudentWeights | null {
  const size = (name: string) => header.sizes[name] ?? 0;
  const [unknown, pairs] = [size('unknown'), size('pairs')];
  const [dimension, pair, channels, memories, hidden] = [
    size('dimension'),
    size('pair'),
    size('channels'),
    size('memory'),
    size('hidden'),
  ];
  const vocabulary = header.vocabulary?.split(' ') ?? [];
  if (!isPowerOfTwo(unknown) || !isPowerOfTwo(pairs)) return null;
  if (dimension <= 0 || pair <= 0 || channels <= 0 || hidden <= 0) return null;
  if (memories <= 0 || memories % FADES.length !== 0) return null;

  let fits = true;
  const tensor = <T extends Int8Array | Float32Array>(
    from: ReadonlyMap<string, T>,
    name: string,
    length: number,
    none: T,
  ): T => {
    const found = from.get(name);
    if (found?.length === length) return found;
    fits = false;
    return none;
  };
  const int8 = (name: string, length: number) => tensor(bytes, name, length, new Int8Array());
  const float = (name: string, length: number) => tensor(floats, name, length, new Float32Array());
  const outputs = 4 * TOPIC_CODES.length;
  const weights: StudentWeights = {
    vocabulary,
    unknown,
    pairs,
    dimension,
    pair,
    channels,
    memories,
    hidden,
    embeddings: int8('embeddings', (1 + vocabulary.length + unknown) * dimension),
    convolution: int8('convolution', channels * 3 * dimension),
    convolutionScale: float('convolutionScale', channels),
    convolutionBias: float('convolutionBias', channels),
    memory: float('memory', 2 * memories * dimension),
    memoryBias: float('memoryBias', 2 * memories),
    recall: float('recall', 2 * memories * channels),
    pairEmbeddings: int8('pairEmbeddings', pairs * pair),
    pairScale: float('pairScale', pair),
    hiddenWeights: int8('hiddenWeights', hidden * (FIELDS.length * 2 * channels + pair)),
    hiddenScale: float('hiddenScale', hidden),
    hiddenBias: float('hiddenBias', hidden),
    kindBias: float('kindBias', KINDS.length * hidden),
    outputs: float('outputs', outputs * hidden),
    outputBias: float('outputBias', outputs),
  };
  return fits ? weights : null;
}
