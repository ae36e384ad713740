/** From scores to findings: which clauses say enough about which topic to be shown. */
import type { Clause } from './clause.ts';
import { stanceOf, type ClauseScores, type Thresholds } from './reading.ts';
import { TOPIC_CODES, type Stance, type TopicCode } from './topics.ts';

/** A clause, a topic and a stance that are likely enough to show. */
export interface Finding {
  /** `<clause id>-<topic code>`. */
  readonly id: string;
  readonly clauseId: string;
  readonly topic: TopicCode;
  readonly stance: Stance;
  /** Calibrated probability that topic and stance are both right, 0…1. */
  readonly confidence: number;
  /** The clause, verbatim. */
  readonly quote: string;
}

/** Findings of one clause, in topic order: every topic whose probability reaches its threshold. */
export function findingsOf(
  clause: Pick<Clause, 'id' | 'text'>,
  scores: ClauseScores,
  thresholds: Thresholds,
): Finding[] {
  const findings: Finding[] = [];
  for (const topic of TOPIC_CODES) {
    const score = scores[topic];
    if (!score || score.p < thresholds[topic]) continue;
    const stance = stanceOf(score);
    findings.push({
      id: `${clause.id}-${topic}`,
      clauseId: clause.id,
      topic,
      stance,
      confidence: score.p * score[stance],
      quote: clause.text,
    });
  }
  return findings;
}
