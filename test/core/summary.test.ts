import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysedState, badge, practices } from '../../src/core/badge.ts';
import { findingsOf, type Finding } from '../../src/core/findings.ts';
import { headline } from '../../src/core/headline.ts';
import type { Thresholds } from '../../src/core/reading.ts';
import { summarize } from '../../src/core/summary.ts';
import {
  formatLabel,
  parseLabel,
  STANCES,
  TOPIC_CODES,
  type TopicCode,
} from '../../src/core/topics.ts';

const THRESHOLDS = Object.fromEntries(TOPIC_CODES.map((code) => [code, 0.5])) as Thresholds;

/** Findings from labels, one list of labels a clause. */
function findings(...clauses: string[][]): Finding[] {
  return clauses.flatMap((labels, index) =>
    labels.map((label) => {
      const { topic, stance } = parseLabel(label)!;
      const clauseId = `c${index}`;
      return { id: `${clauseId}-${topic}`, clauseId, topic, stance, confidence: 0.9, quote: 'q' };
    }),
  );
}

const stateOf = (code: TopicCode, ...clauses: string[][]) =>
  summarize(findings(...clauses))[code].state;

describe('labels', () => {
  it('survive writing and reading', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TOPIC_CODES), fc.constantFrom(...STANCES), (topic, stance) => {
        expect(parseLabel(formatLabel(topic, stance))).toEqual({ topic, stance });
      }),
    );
  });

  it('that are none are refused', () => {
    for (const label of ['', 'XXX', 'SHR+', 'SHR~~', 'shr']) expect(parseLabel(label)).toBeNull();
  });
});

describe('findings', () => {
  it('are the topics that reach their threshold, with the likeliest stance', () => {
    const scores = {
      SHR: { p: 0.8, does: 0.2, denies: 0.1, limits: 0.7 },
      ADS: { p: 0.49, does: 1, denies: 0, limits: 0 },
    };
    expect(findingsOf({ id: 'c7', text: 'We share.' }, scores, THRESHOLDS)).toEqual([
      {
        id: 'c7-SHR',
        clauseId: 'c7',
        topic: 'SHR',
        stance: 'limits',
        confidence: 0.8 * 0.7,
        quote: 'We share.',
      },
    ]);
  });

  it('take the plainer statement at a tie', () => {
    const scores = { SHR: { p: 1, does: 0.5, denies: 0.5, limits: 0 } };
    expect(findingsOf({ id: 'c0', text: '' }, scores, THRESHOLDS)[0]?.stance).toBe('does');
  });
});

describe('summary', () => {
  it('has all topics, and says "not found" of silence', () => {
    const summary = summarize([]);
    expect(Object.keys(summary)).toEqual(TOPIC_CODES);
    for (const { state } of Object.values(summary)) expect(state).toBe('not-found');
  });

  it.each([
    ['denies', [['SHR-']]],
    ['limits', [['SHR-'], ['SHR~']]],
    ['does', [['SHR-'], ['SHR']]],
    ['does', [['SHR~'], ['SHR']]],
  ])('says %s of sharing for %j', (state, clauses) => {
    expect(stateOf('SHR', ...clauses)).toBe(state);
  });

  it('calls a flat denial beside a statement of a flat practice a contradiction', () => {
    expect(stateOf('SAL', ['SAL-'], ['SAL'])).toBe('contradicts');
    expect(stateOf('SAL', ['SAL~'], ['SAL'])).toBe('does');
  });

  it('does not take a right about a practice for the practice, against a denial', () => {
    expect(stateOf('SAL', ['SAL-'], ['SAL', 'OPT', 'RGT'])).toBe('denies');
    expect(stateOf('SAL', ['SAL~'], ['SAL', 'OPT'])).toBe('limits');
    expect(stateOf('SAL', ['SAL', 'OPT'])).toBe('does');
  });

  it('sees a contradiction only between statements that are likely right', () => {
    const [denial, statement] = findings(['SAL-'], ['SAL']);
    const unsure = summarize([denial!, { ...statement!, confidence: 0.4 }]);
    expect(unsure.SAL.state).toBe('does');
  });

  it('tells ignoring one browser signal from ignoring the one it honours', () => {
    const [ignores, honours] = findings(['SIG-'], ['SIG', 'OPT']);
    const dnt = { ...ignores!, quote: 'We do not respond to Do Not Track.' };
    expect(summarize([dnt, { ...honours!, quote: 'We honour GPC.' }]).SIG.state).toBe('does');
    expect(summarize([dnt, { ...honours!, quote: 'We honour DNT.' }]).SIG.state).toBe(
      'contradicts',
    );
  });

  it('names its findings in document order', () => {
    expect(summarize(findings(['SHR'], ['ADS'], ['SHR~'])).SHR.findingIds).toEqual([
      'c0-SHR',
      'c2-SHR',
    ]);
  });
});

describe('headline', () => {
  const badges = (...clauses: string[][]) => {
    const found = findings(...clauses);
    return headline(summarize(found), found);
  };

  it('always speaks of the first topic of each badge, of others only when found', () => {
    const [tracking, sharing, choices] = badges(['TRK'], ['SAL-']);
    expect(tracking).toMatchObject({ group: 'tracking', state: 'does', count: 1 });
    expect(tracking!.sentences).toEqual([{ key: 'headline_TRK_does' }]);
    expect(sharing!.sentences).toEqual([
      { key: 'headline_SHR_not_found' },
      { key: 'headline_SAL_denies' },
    ]);
    expect(choices).toMatchObject({
      state: 'not-found',
      sentences: [{ key: 'headline_OPT_not_found' }],
    });
  });

  it('says that data goes to advertisers when one clause says so', () => {
    expect(badges(['SHR', 'ADS'])[1]!.sentences[0]).toEqual({ key: 'headline_SHR_ads' });
    expect(badges(['SHR'], ['ADS'])[1]!.sentences[0]).toEqual({ key: 'headline_SHR_does' });
    expect(badges(['SHR', 'ADS-'])[1]!.sentences[0]).toEqual({ key: 'headline_SHR_does' });
  });
});

describe('badge', () => {
  it('counts the practices that the policy says it does', () => {
    expect(practices(summarize(findings(['TRK', 'COL'], ['SAL-'], ['SAL'], ['LOC~'])))).toBe(2);
  });

  it('tells nothing found from found but harmless', () => {
    expect(analysedState(summarize([]))).toEqual({ state: 'nothing-found' });
    expect(analysedState(summarize(findings(['CON'])))).toEqual({ state: 'analysed', count: 0 });
  });

  it('has at most two characters and its own title in every state', () => {
    const states = [
      { state: 'idle' },
      { state: 'detected' },
      { state: 'analysed', count: 7 },
      { state: 'nothing-found' },
      { state: 'not-policy' },
      { state: 'cannot-run' },
      { state: 'error' },
    ] as const;
    const views = states.map(badge);
    for (const { text } of views) expect(text.length).toBeLessThanOrEqual(2);
    expect(new Set(views.map(({ title }) => title.key)).size).toBe(states.length);
    expect(views.map(({ state }) => state)).toEqual(states.map(({ state }) => state));
  });
});
