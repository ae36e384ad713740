/** What the card of a finding shows beside the quote itself: why it is there, and where it stands. */
import { clauseToRead } from '../session/run.ts';
import type { WordWeight } from '../model/model.ts';
import type { Clause, PageDocument } from '../clause.ts';
import type { Finding } from '../findings.ts';
import type { ClauseScores } from '../reading.ts';
import { formatLabel, type Label } from '../topics.ts';
import { pageOf, sameClause, type Correction } from './corrections.ts';
import { linkToText } from './text-fragment.ts';
import { wordEffects, type WordEffect } from './word-effects.ts';

/** The open card, as a session keeps it. */
export interface OpenEvidence {
  readonly findingId: string;
  /** Day on which it was opened, `YYYY-MM-DD`. */
  readonly readOn: string;
  /** Address of the page that leads to the clause. */
  readonly link: string;
  /** The model's answer; `null` while it is asked, `failed` when none came. */
  readonly weights: readonly WordWeight[] | 'failed' | null;
}

/** The open card, as it is shown. */
export interface EvidenceView {
  readonly findingId: string;
  /** The clauses before and after in the document, verbatim; `null` at its ends. */
  readonly before: string | null;
  readonly after: string | null;
  /** Probability that the clause is about the topic, and of the stance given that; 0…1. */
  readonly topic: number;
  readonly stance: number;
  readonly words: readonly WordEffect[] | 'failed' | null;
  readonly link: string;
  readonly readOn: string;
  /** Everything that the model says of the clause at the present strictness. */
  readonly labels: readonly Label[];
}

/** What readers said of clauses of this page. */
export interface CorrectionsView {
  /** False in a private window, where nothing is kept. */
  readonly keeps: boolean;
  /** The reader's labels by clause id. */
  readonly byClause: ReadonlyMap<string, readonly Label[]>;
}

/** Opens the card of a finding; `null` when there is no such finding. */
export function openEvidence(
  document: PageDocument,
  findings: readonly Finding[],
  findingId: string,
  readOn: string,
): OpenEvidence | null {
  const clause = clauseOf(document, findings, findingId);
  if (clause === null) return null;
  const link = linkToText(document.url, document.text, clause.start, clause.end);
  return { findingId, readOn, link, weights: null };
}

/** The clause of a finding. */
export function clauseOf(
  document: PageDocument,
  findings: readonly Finding[],
  findingId: string,
): Clause | null {
  const finding = findings.find(({ id }) => id === findingId);
  return document.clauses.find(({ id }) => id === finding?.clauseId) ?? null;
}

/** Shows an open card; `null` when its finding is not there any more. */
export function evidenceView(
  open: OpenEvidence,
  document: PageDocument,
  findings: readonly Finding[],
  scores: ReadonlyMap<string, ClauseScores>,
): EvidenceView | null {
  const finding = findings.find(({ id }) => id === open.findingId);
  const clause = clauseOf(document, findings, open.findingId);
  const score = finding && scores.get(finding.clauseId)?.[finding.topic];
  if (clause === null || finding === undefined || score === undefined) return null;
  const { weights, findingId, link, readOn } = open;
  return {
    findingId,
    before: document.clauses[clause.index - 1]?.text ?? null,
    after: document.clauses[clause.index + 1]?.text ?? null,
    topic: score.p,
    stance: score[finding.stance],
    words:
      weights === null || weights === 'failed' ? weights : wordEffects(clause, weights, score.p),
    link,
    readOn,
    labels: labelsOf(findings, clause.id),
  };
}

/** Everything that was found in a clause, as labels. */
export function labelsOf(findings: readonly Finding[], clauseId: string): Label[] {
  return findings
    .filter((finding) => finding.clauseId === clauseId)
    .map(({ topic, stance }) => formatLabel(topic, stance));
}

/** The corrections that are about clauses of `document`, by clause id. */
export function correctionsOf(
  document: PageDocument,
  corrections: readonly Correction[],
): Map<string, readonly Label[]> {
  const byText = Map.groupBy(
    corrections.filter(({ url }) => url === pageOf(document.url)),
    ({ text }) => text,
  );
  const found = new Map<string, readonly Label[]>();
  if (byText.size === 0) return found;
  for (const clause of document.clauses) {
    const input = clauseToRead(clause);
    const own = byText.get(input.text)?.find((one) => sameClause(one, input));
    if (own) found.set(clause.id, own.labels);
  }
  return found;
}
