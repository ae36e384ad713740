/** Whole documents: is the state that a reader sees for a topic the one that the labels give? */
import { findingsOf, type Finding } from '../../../core/findings.ts';
import type { Thresholds } from '../../../core/reading.ts';
import { summarize } from '../../../core/summary.ts';
import { TOPIC_CODES } from '../../../core/topics.ts';
import type { ScoredClause } from './labelled.ts';

/** Counts over documents × 22 topics. `found`: those the labels find; of these `foundRight` are alike. */
export interface DocumentStates {
  readonly documents: number;
  readonly total: number;
  readonly right: number;
  readonly found: number;
  readonly foundRight: number;
  /** Found only by the model; found only by the labels. */
  readonly invented: number;
  readonly missed: number;
}

/** Findings that a perfect model would have. */
function goldFindings({ clause, truth }: ScoredClause): Finding[] {
  return [...truth].flatMap(([topic, stances]) =>
    [...stances].map((stance) => {
      const { id, text } = clause;
      return { id: `${id}-${topic}`, clauseId: id, topic, stance, confidence: 1, quote: text };
    }),
  );
}

/** Compares the topic states of each document, by the rules of `core/summary.ts` for both sides. */
export function documentStates(
  scored: readonly ScoredClause[],
  thresholds: Thresholds,
): DocumentStates {
  const documents = Map.groupBy(scored, ({ clause }) => clause.source);
  const counts = { total: 0, right: 0, found: 0, foundRight: 0, invented: 0, missed: 0 };
  for (const clauses of documents.values()) {
    const ordered = clauses.toSorted((a, b) => a.clause.index - b.clause.index);
    const gold = summarize(ordered.flatMap(goldFindings));
    const ours = summarize(
      ordered.flatMap(({ clause, scores }) => findingsOf(clause, scores, thresholds)),
    );
    for (const topic of TOPIC_CODES) {
      const [want, have] = [gold[topic].state, ours[topic].state];
      counts.total += 1;
      if (want === have) counts.right += 1;
      if (want !== 'not-found') counts.found += 1;
      if (want !== 'not-found' && want === have) counts.foundRight += 1;
      if (want === 'not-found' && have !== 'not-found') counts.invented += 1;
      if (want !== 'not-found' && have === 'not-found') counts.missed += 1;
    }
  }
  return { documents: documents.size, ...counts };
}
