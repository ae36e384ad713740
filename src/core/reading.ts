/** What the model says of a clause. Only what is likely enough to matter is kept: readings travel. */
import type { Stance, TopicCode } from './topics.ts';

/** Calibrated probabilities of one topic for one clause, each in 0…1. */
export interface TopicScore {
  /** That the clause is about the topic. */
  readonly p: number;
  /** Given the topic, that the stance is each of the three; they sum to 1. */
  readonly does: number;
  readonly denies: number;
  readonly limits: number;
}

/** Scores of a clause by topic; topics below the model's floor (0.05) are absent. */
export type ClauseScores = Readonly<Partial<Record<TopicCode, TopicScore>>>;

/** A clause's scores with the clause's id, as the classifier answers. */
export interface ClauseReading {
  readonly id: string;
  readonly scores: ClauseScores;
}

/** Probability from which a topic counts as a finding, per topic. Chosen on validation data. */
export type Thresholds = Readonly<Record<TopicCode, number>>;

/** The likeliest stance of a score; ties go to the plainer statement (does, denies, limits). */
export function stanceOf(score: TopicScore): Stance {
  if (score.does >= score.denies && score.does >= score.limits) return 'does';
  return score.denies >= score.limits ? 'denies' : 'limits';
}
