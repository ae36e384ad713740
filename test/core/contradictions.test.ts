import { describe, expect, it } from 'vitest';
import { contradictions } from '../../src/core/contradictions.ts';
import type { Finding } from '../../src/core/findings.ts';
import { summarize } from '../../src/core/summary.ts';
import { parseLabel, STANCES, TOPIC_CODES } from '../../src/core/topics.ts';

/** A finding for each `[clause, label, confidence, quote]`. */
function findings(
  ...rows: readonly (readonly [string, string, number?, string?])[]
): readonly Finding[] {
  return rows.map(([clauseId, label, confidence = 0.9, quote = 'q']) => {
    const { topic, stance } = parseLabel(label)!;
    return { id: `${clauseId}-${topic}`, clauseId, topic, stance, confidence, quote };
  });
}

describe('contradictions', () => {
  it('pair the surest statement with the surest denial', () => {
    const said = findings(
      ['c0', 'SAL', 0.7],
      ['c1', 'SAL', 0.9],
      ['c2', 'SAL-', 0.6],
      ['c3', 'SAL-', 0.8],
      ['c4', 'SAL-', 0.8],
    );
    expect(contradictions(said)).toEqual([
      { topic: 'SAL', statementId: 'c1-SAL', denialId: 'c3-SAL' },
    ]);
  });

  it.each([
    [
      'a limit beside a statement',
      [
        ['c0', 'SEN'],
        ['c1', 'SEN~'],
      ],
    ],
    [
      'a practice that has degrees',
      [
        ['c0', 'SHR'],
        ['c1', 'SHR-'],
      ],
    ],
    [
      'an unsure side',
      [
        ['c0', 'AIM', 0.49],
        ['c1', 'AIM-'],
      ],
    ],
    [
      'a statement that grants a choice',
      [
        ['c0', 'SAL'],
        ['c0', 'OPT'],
        ['c1', 'SAL-'],
      ],
    ],
    [
      'two different signals',
      [
        ['c0', 'SIG', 0.9, 'GPC'],
        ['c1', 'SIG-', 0.9, 'Do Not Track'],
      ],
    ],
  ] as const)('are none with %s', (_, rows) => {
    expect(contradictions(findings(...rows))).toEqual([]);
  });

  it('of browser signals are about one signal, and may stand in a sentence that grants', () => {
    const said = findings(
      ['c0', 'SIG-', 0.95, 'We ignore Do Not Track.'],
      ['c1', 'SIG', 0.9, 'We honour Global Privacy Control.'],
      ['c1', 'OPT'],
      ['c2', 'SIG-', 0.7, 'We do not react to GPC.'],
    );
    expect(contradictions(said)).toEqual([
      { topic: 'SIG', statementId: 'c1-SIG', denialId: 'c2-SIG' },
    ]);
  });

  it('are found for exactly the topics that the summary calls contradicted', () => {
    for (const topic of TOPIC_CODES) {
      for (const one of STANCES) {
        for (const other of STANCES) {
          const said = [one, other].map((stance, index) => ({
            id: `c${index}-${topic}`,
            clauseId: `c${index}`,
            topic,
            stance,
            confidence: 0.9,
            quote: 'GPC',
          }));
          const called = summarize(said)[topic].state === 'contradicts';
          expect(contradictions(said).map((found) => found.topic)).toEqual(called ? [topic] : []);
        }
      }
    }
  });
});
