/**
 * Reads the container of a model file: little-endian `CLMK`, format version, length of the header,
 * length of the body, CRC-32 of header and body (five 32-bit values), a JSON header in ASCII, then the
 * tensors. The header's length is a multiple of 4 and each tensor begins at a multiple of 4.
 */
import * as z from 'zod/mini';
import { err, ok, type Result } from '../result.ts';
import { TOPIC_CODES } from '../topics.ts';
import type { ModelError } from './model.ts';

/** Version of the container and of the meaning of its header. */
export const FORMAT_VERSION = 1;

const MAGIC = 0x4b4d4c43; // "CLMK" read as a little-endian integer
const PREAMBLE = 20;

const numbers = (length: number) => z.array(z.number()).check(z.length(length));

const TensorEntry = z.object({
  name: z.string(),
  type: z.enum(['i8', 'f32']),
  /** Bytes from the start of the body. */
  offset: z.int().check(z.nonnegative(), z.multipleOf(4)),
  /** Number of values. */
  length: z.int().check(z.positive()),
});

const HeaderShape = z.object({
  kind: z.string(),
  version: z.string(),
  topics: z.array(z.string()),
  /** Calibrated probability from which a topic is a finding, by topic. */
  thresholds: numbers(TOPIC_CODES.length),
  /** Platt scaling of each topic: p = sigmoid(scale · logit + shift). */
  scale: numbers(TOPIC_CODES.length),
  shift: numbers(TOPIC_CODES.length),
  /** Stance logits are divided by it before the softmax. */
  stanceTemperature: z.number().check(z.positive()),
  /** Sizes that the network of this `kind` needs. */
  sizes: z.record(z.string(), z.int()),
  /** Known words, separated by spaces, for networks that have a vocabulary. */
  vocabulary: z.optional(z.string()),
  tensors: z.array(TensorEntry),
});

/** What a model file says about itself. */
export type ModelHeader = z.infer<typeof HeaderShape>;

/** A checked model file: its header and its tensors as views into the given bytes. */
export interface ModelFile {
  readonly header: ModelHeader;
  readonly bytes: ReadonlyMap<string, Int8Array>;
  readonly floats: ReadonlyMap<string, Float32Array>;
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 (ISO 3309, as in zlib) of some bytes, unsigned. */
export function crc32(bytes: Uint8Array): number {
  let value = -1;
  for (let at = 0; at < bytes.length; at += 1) {
    value = (value >>> 8) ^ CRC_TABLE[(value ^ bytes[at]!) & 255]!;
  }
  return ~value >>> 0;
}

function parseHeader(bytes: Uint8Array): ModelHeader | null {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  const header = HeaderShape.safeParse(raw);
  if (!header.success) return null;
  const sameTopics = header.data.topics.join() === TOPIC_CODES.join();
  return sameTopics ? header.data : null;
}

/** Checks and opens a model file; the tensors are copied only when `file` is not aligned. */
export function readModelFile(file: Uint8Array): Result<ModelFile, ModelError> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < PREAMBLE || view.getUint32(0, true) !== MAGIC) return err('not-a-model');
  if (view.getUint32(4, true) !== FORMAT_VERSION) return err('unsupported-version');
  const headerLength = view.getUint32(8, true);
  const bodyLength = view.getUint32(12, true);
  if (file.byteLength !== PREAMBLE + headerLength + bodyLength) return err('truncated');
  if (crc32(file.subarray(PREAMBLE)) !== view.getUint32(16, true)) return err('checksum');
  const header = parseHeader(file.subarray(PREAMBLE, PREAMBLE + headerLength));
  if (header === null) return err('invalid-header');

  const body = file.subarray(PREAMBLE + headerLength);
  const aligned = body.byteOffset % 4 === 0 ? body : body.slice();
  const bytes = new Map<string, Int8Array>();
  const floats = new Map<string, Float32Array>();
  for (const { name, type, offset, length } of header.tensors) {
    const width = type === 'i8' ? 1 : 4;
    if (offset + length * width > bodyLength) return err('invalid-header');
    const at = aligned.byteOffset + offset;
    if (type === 'i8') bytes.set(name, new Int8Array(aligned.buffer, at, length));
    else floats.set(name, new Float32Array(aligned.buffer, at, length));
  }
  return ok({ header, bytes, floats });
}
