/** What a classifier is given of a clause: exactly the fields of the labelled data. */
import type { Clause, ClauseInput } from '../clause.ts';
import { rowAsLabelled } from './cut-clauses.ts';

/**
 * The classifier's view of a clause. It differs from the clause only in table rows, which a page
 * holds as bare cells and the labelled data as `Column: cell | Column: cell`.
 */
export function clauseInput(clause: Clause): ClauseInput {
  const { kind, heading, lead, prev } = clause;
  const text = kind === 'row' ? rowAsLabelled(clause.text, clause.columns) : clause.text;
  return { kind, heading, lead, prev, text };
}
