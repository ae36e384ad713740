/** Open cards: one with everything, one in a private window before the model has answered. */
import type { EvidenceView } from '../../src/core/evidence/evidence.ts';
import type { PanelView } from '../../src/core/view.ts';
import { FINDINGS } from './policy.ts';

type Cards = Pick<PanelView, 'evidence' | 'corrections' | 'activeFindingId'>;

const { id, clauseId, quote } = FINDINGS[0]!;

function word(text: string, weight: number, without: number) {
  const start = quote.indexOf(text);
  return { start, end: start + text.length, weight, without };
}

const VIEW: EvidenceView = {
  findingId: id,
  before: 'This section is about visits to our shop, whether you buy something or not.',
  after: 'Our servers log your IP address, the pages you open and how long you stay on them.',
  topic: 0.994,
  stance: 0.986,
  words: [
    word('cookies', 2.9, 0.9),
    word('advertising', 1.7, 0.968),
    word('identifier', 1.1, 0.982),
    word('measurement', 0.4, 0.991),
  ],
  link: 'https://www.northlake.example/privacy#:~:text=When%20you%20visit%20our,of%20your%20device.',
  readOn: '2026-11-25',
  labels: ['TRK'],
};

/** A card with its words, of a clause that the reader marked. */
export const EVIDENCE: Cards = {
  evidence: VIEW,
  corrections: { keeps: true, byClause: new Map([[clauseId, ['ADS', 'SHR~']]]) },
  activeFindingId: id,
};

/** A card that waits for the model, where nothing is kept. */
export const EVIDENCE_ASKED: Cards = {
  evidence: { ...VIEW, words: null, before: null, stance: 0.7 },
  corrections: { keeps: false, byClause: new Map() },
  activeFindingId: id,
};
