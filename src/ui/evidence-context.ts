/** What the cards of findings need to know and may ask for, handed down the component tree. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CorrectionsView, EvidenceView } from '../core/evidence/evidence.ts';
import type { Label } from '../core/topics.ts';
import type { DocumentView } from '../core/view.ts';

/** What a card asks of the panel's owner. */
export interface EvidenceCallbacks {
  /** The reader opens the card of a finding, or closes it (`null`). */
  readonly onEvidence: (findingId: string | null) => void;
  /** The reader says what the clause of a finding says, or takes that back (`null`). */
  readonly onCorrect: (findingId: string, labels: readonly Label[] | null) => void;
}

/** Everything about cards. */
export interface Evidence extends EvidenceCallbacks {
  /** The card that is open. */
  readonly evidence: EvidenceView | null;
  readonly corrections: CorrectionsView;
  readonly document: DocumentView | null;
}

const EvidenceContext = createContext<Evidence | null>(null);

/** Makes it available to every component below. */
export const EvidenceProvider = EvidenceContext.Provider;

/** That of the nearest provider. Throws when there is none: a mistake in the program. */
export function useEvidence(): Evidence {
  const evidence = useContext(EvidenceContext);
  if (evidence === null) throw new Error('A finding was rendered outside an EvidenceProvider');
  return evidence;
}
