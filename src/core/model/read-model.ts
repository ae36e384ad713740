/** Opens a model file: bytes in, a classifier or the reason why not out. */
import type { ClauseInput } from '../clause.ts';
import type { ClauseScores, Thresholds, TopicScore } from '../reading.ts';
import { err, ok, type Result } from '../result.ts';
import { TOPIC_CODES, type TopicCode } from '../topics.ts';
import { LIMITS } from './encoding.ts';
import { readModelFile, type ModelHeader } from './model-file.ts';
import type { ClauseModel, ModelError, WordWeight } from './model.ts';
import type { Logits, Network } from './network.ts';
import { readStudent } from './student.ts';
import { words } from './words.ts';

/** Topics less likely than this are left out of the scores. */
export const FLOOR = 0.05;

/** Reads a model file. The bytes must not be changed afterwards: the model works on them in place. */
export function readModel(bytes: Uint8Array): Result<ClauseModel, ModelError> {
  const file = readModelFile(bytes);
  if (!file.ok) return file;
  const { header } = file.value;
  const network = header.kind === 'student' ? readStudent(file.value) : null;
  if (network === null) return err('invalid-header');
  return ok({
    version: header.version,
    thresholds: thresholdsOf(header),
    classify: (clauses) => clauses.map((clause) => scoresOf(network.score(clause), header)),
    explain: (clause, topic) => explain(network, clause, topic, header),
  });
}

function thresholdsOf(header: ModelHeader): Thresholds {
  const entries = TOPIC_CODES.map((code, index) => [code, header.thresholds[index]!] as const);
  return Object.fromEntries(entries) as Record<TopicCode, number>;
}

function scoresOf(logits: Logits, header: ModelHeader): ClauseScores {
  const scores: Partial<Record<TopicCode, TopicScore>> = {};
  for (const [index, code] of TOPIC_CODES.entries()) {
    const logit = header.scale[index]! * logits.topics[index]! + header.shift[index]!;
    const p = 1 / (1 + Math.exp(-logit));
    if (p < FLOOR) continue;
    scores[code] = { p, ...stanceShares(logits.stances, 3 * index, header.stanceTemperature) };
  }
  return scores;
}

/** Softmax of three stance logits. */
function stanceShares(logits: Float64Array, at: number, temperature: number) {
  const raw = [0, 1, 2].map((stance) => logits[at + stance]! / temperature);
  const top = Math.max(...raw);
  const powers = raw.map((value) => Math.exp(value - top));
  const sum = powers.reduce((total, value) => total + value, 0);
  return { does: powers[0]! / sum, denies: powers[1]! / sum, limits: powers[2]! / sum };
}

/**
 * Leaves out one word after the other; marks and separators are never left out, and words behind those
 * that the network reads weigh nothing.
 */
function explain(
  network: Network,
  clause: ClauseInput,
  topic: TopicCode,
  header: ModelHeader,
): WordWeight[] {
  const index = TOPIC_CODES.indexOf(topic);
  const logit = (input: ClauseInput) => header.scale[index]! * network.score(input).topics[index]!;
  const full = logit(clause);
  return words(clause.text)
    .slice(0, LIMITS.text)
    .filter(({ word }) => /[\p{L}\p{N}]/u.test(word))
    .map(({ start, end }) => {
      const text = clause.text.slice(0, start) + clause.text.slice(end);
      return { start, end, weight: full - logit({ ...clause, text }) };
    });
}
