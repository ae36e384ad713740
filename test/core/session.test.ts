import { describe, expect, it } from 'vitest';
import type { Clause } from '../../src/core/clause.ts';
import type { DocumentKind } from '../../src/core/detection.ts';
import type { WordEffect } from '../../src/core/evidence/word-effects.ts';
import type { Thresholds } from '../../src/core/reading.ts';
import { err, ok } from '../../src/core/result.ts';
import {
  MAX_CLASSIFIED_CHARS,
  run,
  type ClauseToRead,
  type RunPorts,
} from '../../src/core/session/run.ts';
import {
  HIDDEN_NOTICE,
  INITIAL,
  next,
  type PageLook,
  type SessionState,
} from '../../src/core/session/state.ts';
import { badgeStateOf, viewOf } from '../../src/core/session/view-of.ts';
import { TOPIC_CODES } from '../../src/core/topics.ts';

const MODEL = {
  version: 'test',
  sha256: '0',
  thresholds: Object.fromEntries(TOPIC_CODES.map((code) => [code, 0.5])) as Thresholds,
};

interface LookOptions {
  clauses?: number;
  kind?: DocumentKind;
  language?: string;
  ratio?: number;
  text?: string;
  foreign?: number;
}

function look(options: LookOptions = {}): PageLook {
  const {
    clauses = 3,
    kind = 'privacy',
    language = 'en',
    ratio = 1,
    text = 'We share data.',
    foreign = 0,
  } = options;
  return {
    detection: { kind, confidence: 0.9, reasons: ['title'] },
    policyLinks: [{ label: 'Privacy', href: 'https://shop.example/privacy', kind: 'privacy' }],
    document: {
      url: 'https://shop.example/p',
      title: 'Privacy',
      site: 'shop.example',
      language,
      effectiveDate: null,
      text: '',
      words: 1000,
      links: [],
      foreignFrames: Array.from({ length: foreign }, () => ({
        url: 'https://f.example/',
        host: 'f.example',
      })),
      coverage: { ratio, readChars: 1, totalChars: 1, closedChars: 0, skipped: [] },
      clauses: Array.from({ length: clauses }, (_, index): Clause => {
        return {
          id: `c${index}`,
          index,
          kind: 'para',
          start: 0,
          end: 0,
          text,
          heading: 'A > B',
          lead: '',
          prev: '',
        };
      }),
    },
  };
}

/** Runs one analysis against fake ports; answers with the last state and every batch asked for. */
async function analyse(ports: Partial<RunPorts>, { anyway = false } = {}) {
  let state: SessionState = INITIAL;
  const phases: string[] = [];
  const batches: (readonly ClauseToRead[])[] = [];
  await run(
    {
      look: () => look(),
      model: async () => ok(MODEL),
      classify: async (clauses) => {
        batches.push(clauses);
        return ok(
          clauses.map(({ id }) => ({
            id,
            scores: { SHR: { p: 0.9, does: 1, denies: 0, limits: 0 } },
          })),
        );
      },
      breathe: async () => undefined,
      cancelled: () => false,
      tell: (event) => {
        state = next(state, event);
        if (phases.at(-1) !== state.phase) phases.push(state.phase);
      },
      ...ports,
    },
    { anyway },
  );
  return { state, phases, batches, view: viewOf(state) };
}

describe('a run', () => {
  it('reads, classifies in batches and is ready', async () => {
    const { state, phases, batches, view } = await analyse({ look: () => look({ clauses: 300 }) });
    expect(phases).toEqual(['reading', 'classifying', 'ready']);
    expect(batches.map(({ length }) => length)).toEqual([48, 192, 60]);
    expect(batches.flat().map(({ id }) => id)).toEqual(
      state.look!.document.clauses.map(({ id }) => id),
    );
    expect(view.topics.find(({ code }) => code === 'SHR')).toMatchObject({ state: 'does' });
    expect(view.topics.find(({ code }) => code === 'SHR')!.findings).toHaveLength(300);
    expect(badgeStateOf(state)).toEqual({ state: 'analysed', count: 1 });
  });

  it('does not classify what is not a policy, unless asked to', async () => {
    const other = { look: () => look({ kind: 'other' }) };
    const { view, batches } = await analyse(other);
    expect(view.status).toMatchObject({ kind: 'not-policy', links: [{ label: 'Privacy' }] });
    expect(batches).toEqual([]);
    expect((await analyse(other, { anyway: true })).view.status.kind).toBe('ready');
  });

  it('says which language it sees and does not classify it, even when asked', async () => {
    const { view, batches } = await analyse(
      { look: () => look({ language: 'fr' }) },
      { anyway: true },
    );
    expect(view.status).toEqual({ kind: 'language', language: 'fr' });
    expect(batches).toEqual([]);
  });

  it('says that an empty page is empty, and that a policy is in a foreign frame', async () => {
    expect((await analyse({ look: () => look({ clauses: 0 }) })).view.status.kind).toBe('empty');
    const framed = await analyse({ look: () => look({ clauses: 0, foreign: 1 }) });
    expect(framed.view.status.kind).toBe('not-policy');
    expect(framed.view.foreignFrames).toHaveLength(1);
  });

  it.each(['model-damaged', 'background-gone'] as const)(
    'ends in an error state: %s',
    async (error) => {
      const { view, state } = await analyse({ model: async () => err(error) });
      expect(view.status).toEqual({ kind: 'error', error });
      expect(badgeStateOf(state)).toEqual({ state: 'error' });
    },
  );

  it('ends in an error state when the background dies half way', async () => {
    let calls = 0;
    const { view } = await analyse({
      look: () => look({ clauses: 100 }),
      classify: async (clauses) => {
        calls += 1;
        return calls > 1
          ? err('background-gone')
          : ok(clauses.map(({ id }) => ({ id, scores: {} })));
      },
    });
    expect(view.status).toEqual({ kind: 'error', error: 'background-gone' });
  });

  it('ends in an error state when the page cannot be looked at', async () => {
    const { view } = await analyse({
      look: () => {
        throw new Error('page');
      },
    });
    expect(view.status).toEqual({ kind: 'error', error: 'unexpected' });
  });

  it('goes silent once cancelled', async () => {
    let cancelled = false;
    const { phases, batches } = await analyse({
      look: () => look({ clauses: 300 }),
      cancelled: () => cancelled,
      classify: async () => {
        cancelled = true;
        return ok([]);
      },
    });
    expect(phases.at(-1)).toBe('classifying');
    expect(batches).toEqual([]);
  });

  it('sends a table row with the names of its columns, as the model learnt rows', async () => {
    const page = look({ clauses: 1, text: '_ga\t2 years' });
    const [clause] = page.document.clauses;
    const row: Clause = { ...clause!, kind: 'row', columns: ['Name', 'Lifetime'] };
    const { batches } = await analyse({
      look: () => ({ ...page, document: { ...page.document, clauses: [row] } }),
    });
    expect(batches[0]![0]!.text).toBe('Name: _ga | Lifetime: 2 years');
  });

  it('never sends more of a clause than a model reads', async () => {
    const { batches } = await analyse({
      look: () => look({ clauses: 1, text: 'x'.repeat(1_000_000) }),
    });
    expect(batches[0]![0]!.text).toHaveLength(MAX_CLASSIFIED_CHARS);
  });
});

describe('strictness', () => {
  /** Clause 0 is sure, clause 1 likely, clause 2 unlikely; asked of with a threshold of 0.5. */
  const graded: Partial<RunPorts> = {
    classify: async (clauses) =>
      ok(
        clauses.map(({ id }, index) => {
          const p = [0.95, 0.6, 0.3][index]!;
          return { id, scores: { SAL: { p, does: 1, denies: 0, limits: 0 } } };
        }),
      ),
  };
  const shown = (state: SessionState) => state.findings.map(({ clauseId }) => clauseId);

  it('changes findings, summary, headline and badge at once, from scores that are there', async () => {
    const { state, batches } = await analyse(graded);
    expect(shown(state)).toEqual(['c0', 'c1']);
    const asked = batches.length;
    const more = next(state, { type: 'strictness', step: -1 });
    expect(shown(more)).toEqual(['c0', 'c1', 'c2']);
    expect(more.announcement).toEqual({ key: 'announce_strictness', args: [3] });
    const fewest = next(more, { type: 'strictness', step: 2 });
    expect(shown(fewest)).toEqual(['c0']);
    expect(viewOf(fewest).topics.find(({ code }) => code === 'SAL')!.findings).toHaveLength(1);
    expect(viewOf(fewest).strictness).toEqual({ step: 2, measured: null });
    expect(next(fewest, { type: 'strictness', step: 0 }).findings).toEqual(state.findings);
    expect(batches).toHaveLength(asked);
  });

  it('empties the badge where nothing is sure enough', async () => {
    const unsure: Partial<RunPorts> = {
      classify: async (clauses) =>
        ok(
          clauses.map(({ id }) => ({
            id,
            scores: { SAL: { p: 0.6, does: 1, denies: 0, limits: 0 } },
          })),
        ),
    };
    const { state } = await analyse(unsure);
    expect(badgeStateOf(state)).toEqual({ state: 'analysed', count: 1 });
    const strict = next(state, { type: 'strictness', step: 1 });
    expect(badgeStateOf(strict)).toEqual({ state: 'nothing-found' });
    expect(viewOf(strict).headline.map(({ state: one }) => one)).toEqual(
      Array.from({ length: 3 }, () => 'not-found'),
    );
  });

  it('holds for what is classified after it was chosen, and for the next reading', async () => {
    const chosen = next(INITIAL, { type: 'strictness', step: 1 });
    let state = next(chosen, { type: 'looked', look: look(), phase: 'classifying' });
    state = next(state, { type: 'model', model: MODEL });
    const score = { p: 0.6, does: 1, denies: 0, limits: 0 };
    state = next(state, { type: 'classified', readings: [{ id: 'c0', scores: { SAL: score } }] });
    expect(state.findings).toEqual([]);
    expect(next(state, { type: 'reading' }).strictness).toBe(1);
  });

  it('forgets an active finding that it takes away, and keeps one that stays', async () => {
    const { state } = await analyse(graded);
    const active = (findingId: string) =>
      next(next(state, { type: 'activated', findingId }), { type: 'strictness', step: 1 });
    expect(active('c1-SAL').activeFindingId).toBeNull();
    expect(active('c0-SAL').activeFindingId).toBe('c0-SAL');
  });
});

describe('the card of a finding', () => {
  const open = async (findingId: string | null) => {
    const { state } = await analyse({});
    return next(state, { type: 'evidence', findingId, on: '2026-11-25' });
  };

  it('shows its place, its scores, and the words once the model has answered', async () => {
    const asked = await open('c1-SHR');
    expect(viewOf(asked).evidence).toMatchObject({
      findingId: 'c1-SHR',
      before: 'We share data.',
      after: 'We share data.',
      topic: 0.9,
      stance: 1,
      words: null,
      readOn: '2026-11-25',
      labels: ['SHR'],
    });
    const weights = [{ start: 3, end: 8, weight: 2 }];
    const answered = next(asked, { type: 'explained', findingId: 'c1-SHR', weights });
    const [word] = viewOf(answered).evidence!.words as readonly WordEffect[];
    expect(word!.start).toBe(3);
    expect(word!.without).toBeCloseTo(0.549, 3);
    const failed = next(asked, { type: 'explained', findingId: 'c1-SHR', weights: null });
    expect(viewOf(failed).evidence!.words).toBe('failed');
  });

  it('has no neighbours beyond the ends of the document', async () => {
    expect(viewOf(await open('c0-SHR')).evidence).toMatchObject({ before: null });
    expect(viewOf(await open('c2-SHR')).evidence).toMatchObject({ after: null });
  });

  it('ignores an answer about another finding, and closes', async () => {
    const asked = await open('c1-SHR');
    expect(next(asked, { type: 'explained', findingId: 'c0-SHR', weights: [] })).toBe(asked);
    expect(viewOf(await open(null)).evidence).toBeNull();
    expect(viewOf(await open('c9-SHR')).evidence).toBeNull();
  });

  it('goes with its finding, and with the reading', async () => {
    const asked = await open('c1-SHR');
    expect(next(asked, { type: 'strictness', step: 2 }).evidence).not.toBeNull();
    const strict = { ...asked, model: { ...MODEL, thresholds: { ...MODEL.thresholds, SHR: 0.8 } } };
    expect(next(strict, { type: 'strictness', step: 2 }).evidence).toBeNull();
    expect(next(asked, { type: 'reading' }).evidence).toBeNull();
  });

  it('knows what the reader said of clauses of this page', async () => {
    const { state } = await analyse({});
    const kept = {
      kind: 'para' as const,
      heading: 'A > B',
      lead: '',
      prev: '',
      text: 'We share data.',
      labels: ['ADS'] as const,
      was: ['SHR'] as const,
      modelVersion: 'test',
      date: '2026-11-25',
      url: 'https://shop.example/p',
    };
    const told = (list: readonly (typeof kept)[]) =>
      viewOf(next(state, { type: 'corrections', keeps: true, list })).corrections.byClause;
    expect(told([kept]).get('c1')).toEqual(['ADS']);
    expect(told([{ ...kept, prev: 'Another.' }]).size).toBe(0);
    expect(told([{ ...kept, url: 'https://shop.example/other' }]).size).toBe(0);
  });
});

describe('the view', () => {
  it('qualifies silence when little was read', async () => {
    const { view } = await analyse({ look: () => look({ ratio: 0.49 }) });
    expect(view.coverage).toMatchObject({ percent: 49, low: true });
    expect((await analyse({})).view.coverage).toMatchObject({ low: false });
  });

  it('knows section paths and which quotes are lost', async () => {
    const { state } = await analyse({});
    const lost = viewOf(next(state, { type: 'orphaned', clauseIds: new Set(['c1']) }));
    const findings = lost.topics.find(({ code }) => code === 'SHR')!.findings;
    expect(findings.map(({ anchored }) => anchored)).toEqual([true, false, true]);
    expect(findings[0]!.section).toEqual(['A', 'B']);
  });

  it('announces where a jump leads', async () => {
    const { state } = await analyse({});
    const jumped = next(state, { type: 'activated', findingId: 'c1-SHR' });
    expect(jumped.announcement).toEqual({ key: 'announce_jump', args: [2, 3, 'topic_SHR'] });
    expect(next(jumped, { type: 'activated', findingId: null }).announcement).toBeNull();
  });

  it('drops the notice of a hidden sentence with the next sentence', async () => {
    const { state } = await analyse({});
    const hidden = next(state, { type: 'noticed', message: { key: HIDDEN_NOTICE } });
    expect(hidden.notices).toHaveLength(1);
    expect(next(hidden, { type: 'activated', findingId: 'c1-SHR' }).notices).toEqual([]);
  });

  it('says while what was read is tinted, also through another reading', async () => {
    const { state } = await analyse({});
    const audited = next(state, { type: 'audited', audited: true });
    expect(viewOf(audited).coverage?.audited).toBe(true);
    expect(next(audited, { type: 'reading' }).audited).toBe(true);
  });

  it('shows a notice once', () => {
    const notice = { type: 'noticed', message: { key: 'notice_no_highlights' } } as const;
    expect(next(next(INITIAL, notice), notice).notices).toHaveLength(1);
  });

  it('starts a new run with nothing of the old one but model and notices', async () => {
    const { state } = await analyse({});
    expect(next(state, { type: 'reading' })).toEqual({ ...INITIAL, model: MODEL });
  });
});
