/** Which words of a clause the model's judgement of a topic rests on. */
import type { Clause } from '../clause.ts';
import type { WordWeight } from '../model/model.ts';

/** A word of the quote with what the model would say without it. */
export interface WordEffect {
  /** UTF-16 offsets into the quote. */
  readonly start: number;
  readonly end: number;
  /** Logits by which the topic's score falls when the word is left out; above 0. */
  readonly weight: number;
  /** The topic's probability without the word, 0…1. */
  readonly without: number;
}

/** Words that are shown: more than that are not looked at. */
export const MOST_WORDS = 5;

/**
 * The words that speak most for a topic, heaviest first. `weights` are those of the clause as it was
 * classified, `p` is the topic's probability for it. Names of table columns are classified with a row but
 * are no part of its quote: they are left out.
 */
export function wordEffects(
  clause: Pick<Clause, 'kind' | 'text' | 'columns'>,
  weights: readonly WordWeight[],
  p: number,
): WordEffect[] {
  const placed = clause.kind === 'row' ? inRow(clause, weights) : weights;
  return placed
    .filter(({ weight, end }) => weight > 0 && end <= clause.text.length)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST_WORDS)
    .map(({ start, end, weight }) => {
      // The probability that is `weight` logits below `p`.
      return { start, end, weight, without: 1 / (1 + ((1 - p) / p) * Math.exp(weight)) };
    });
}

/** Moves offsets from a row as it is classified ("Column: cell | Column: cell") to its cells in the page. */
function inRow(
  { text, columns = [] }: Pick<Clause, 'text' | 'columns'>,
  weights: readonly WordWeight[],
): WordWeight[] {
  const moved: WordWeight[] = [];
  let inText = 0;
  let asClassified = 0;
  for (const [index, cell] of text.split('\t').entries()) {
    const column = columns[index] ?? '';
    if (cell !== '') {
      const from = asClassified + (column !== '' && column !== cell ? column.length + 2 : 0);
      const shift = inText - from;
      for (const { start, end, weight } of weights) {
        if (start >= from && end <= from + cell.length) {
          moved.push({ start: start + shift, end: end + shift, weight });
        }
      }
      asClassified = from + cell.length + 3;
    }
    inText += cell.length + 1;
  }
  return moved;
}
