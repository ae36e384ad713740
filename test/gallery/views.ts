/** Every state the panel can be in, with material of our own writing. */
import type { OptOutAction } from '../../src/core/actions/action.ts';
import type { DocumentView, PanelStatus, PanelView } from '../../src/core/view.ts';
import { EVIDENCE, EVIDENCE_ASKED } from './evidence.ts';
import { KEPT, KEPT_MUCH } from './kept.ts';
import { MUCH, MUCH_SKIPPED, MUCH_TO_DO } from './much.ts';
import { FINDINGS, topicsOf } from './policy.ts';

function action(
  id: string,
  type: OptOutAction['type'],
  stops: OptOutAction['stops'],
  label: string,
  target: string,
  clauseId: string | null,
): OptOutAction {
  const host = type === 'link' && URL.canParse(target) ? new URL(target).host : '';
  return { id, type, stops, label, target, host, clauseId };
}

const ACTIONS: readonly OptOutAction[] = [
  action(
    'a0',
    'link',
    'sale',
    'Do Not Sell or Share My Personal Information',
    'https://www.northlake.example/do-not-sell',
    null,
  ),
  action(
    'a1',
    'link',
    'ads',
    'advertising choices page',
    'https://choices.adnet.example/optout?site=northlake',
    'c17',
  ),
  action('a2', 'email', 'data', 'privacy@northlake.example', 'privacy@northlake.example', 'c25'),
  action('a3', 'phone', 'data', 'toll-free number', '+1 (800) 555-0123', 'c21'),
  action(
    'a4',
    'address',
    'data',
    '12 Quay Street, Harbourton',
    '12 Quay Street, Harbourton',
    'c25',
  ),
  action(
    'a5',
    'setting',
    'cookies',
    'Cookie settings in the footer of each page',
    'Cookie settings',
    'c19',
  ),
  action(
    'a6',
    'form',
    'marketing',
    'Stop the newsletter',
    'https://www.northlake.example/newsletter',
    'c18',
  ),
  action('a7', 'link', 'other', 'a link that is no address', 'javascript:alert(1)', 'c18'),
];

const DOCUMENT: DocumentView = {
  site: 'Northlake Outfitters',
  title: 'Privacy Policy',
  kind: 'privacy',
  detectionConfidence: 0.99,
  reasons: ['The title says so'],
  language: 'en',
  effectiveDate: '2026-03-01',
  words: 4120,
  minutes: 17,
};

const READY: PanelView = {
  status: { kind: 'ready' },
  document: DOCUMENT,
  coverage: {
    percent: 96,
    low: false,
    audited: false,
    skipped: [
      {
        id: 's0',
        reason: 'link-list',
        chars: 412,
        sample: 'Orders Returns Gift cards Size guide Stores near you Careers',
      },
      {
        id: 's1',
        reason: 'dialog',
        chars: 98,
        sample: 'We value your privacy. Accept all or choose which cookies you allow.',
      },
    ],
  },
  headline: [
    {
      group: 'tracking',
      state: 'does',
      count: 6,
      sentences: [
        { key: 'headline_TRK_does' },
        { key: 'headline_ADS_does' },
        { key: 'headline_LOC_contradicts' },
      ],
    },
    {
      group: 'sharing',
      state: 'does',
      count: 6,
      sentences: [{ key: 'headline_SHR_ads' }, { key: 'headline_SAL_denies' }],
    },
    {
      group: 'choices',
      state: 'does',
      count: 5,
      sentences: [{ key: 'headline_OPT_does' }, { key: 'headline_SIG_does' }],
    },
  ],
  topics: topicsOf(FINDINGS),
  contradictions: [{ topic: 'LOC', statementId: 'c4-LOC', denialId: 'c5-LOC' }],
  strictness: { step: 0, measured: { right: 0.88, found: 0.76 } },
  actions: ACTIONS,
  ...KEPT,
  foreignFrames: [],
  activeFindingId: null,
  evidence: null,
  corrections: { keeps: true, byClause: new Map() },
  announcement: { key: 'announce_ready', args: [FINDINGS.length] },
  notices: [],
};

const NOTHING: PanelView = {
  ...READY,
  headline: [
    {
      group: 'tracking',
      state: 'not-found',
      count: 0,
      sentences: [{ key: 'headline_TRK_not_found' }],
    },
    {
      group: 'sharing',
      state: 'not-found',
      count: 0,
      sentences: [{ key: 'headline_SHR_not_found' }],
    },
    {
      group: 'choices',
      state: 'not-found',
      count: 0,
      sentences: [{ key: 'headline_OPT_not_found' }],
    },
  ],
  topics: topicsOf([]),
  contradictions: [],
  actions: [],
};

function bare(status: PanelStatus, document: DocumentView | null): PanelView {
  return {
    status,
    document,
    coverage: null,
    headline: [],
    topics: [],
    contradictions: [],
    strictness: null,
    actions: [],
    requests: null,
    gpc: null,
    honesty: null,
    foreignFrames: [],
    activeFindingId: null,
    evidence: null,
    corrections: { keeps: true, byClause: new Map() },
    announcement: null,
    notices: [],
  };
}

const ARTICLE: DocumentView = {
  ...DOCUMENT,
  site: 'harbourton-news.example',
  title: 'Why nobody reads privacy policies',
  kind: 'other',
  reasons: ['Few sentences say what the site itself does with data', 'It reads like an article'],
  effectiveDate: null,
  words: 900,
  minutes: 4,
};

/** Views by the name of the state they show. */
export const VIEWS = {
  reading: bare({ kind: 'reading' }, null),
  classifying: {
    ...READY,
    status: { kind: 'classifying', done: 96, total: 240 },
    topics: topicsOf(FINDINGS.slice(0, 9)),
    actions: [],
    requests: null,
    gpc: null,
    honesty: null,
    announcement: null,
  },
  ready: READY,
  much: {
    ...READY,
    coverage: { percent: 88, low: false, audited: true, skipped: MUCH_SKIPPED },
    headline: READY.headline.map((badge) =>
      badge.group === 'sharing'
        ? {
            ...badge,
            sentences: [{ key: 'headline_SHR_does' }, { key: 'headline_SAL_contradicts' }],
          }
        : badge,
    ),
    topics: topicsOf(MUCH, { SAL: 'contradicts', SEN: 'contradicts' }),
    contradictions: [
      { topic: 'SAL', statementId: 'm4-SAL', denialId: 'm5-SAL' },
      { topic: 'SEN', statementId: 'm21-SEN', denialId: 'm22-SEN' },
    ],
    actions: MUCH_TO_DO,
    ...KEPT_MUCH,
    announcement: { key: 'announce_ready', args: [MUCH.length] },
  },
  strict: {
    ...READY,
    strictness: { step: 2, measured: { right: 0.952, found: 0.57 } },
    topics: topicsOf(FINDINGS.filter(({ confidence }) => confidence > 0.9)),
    announcement: { key: 'announce_strictness', args: [14] },
  },
  active: { ...READY, activeFindingId: 'c7-COL' },
  evidence: { ...READY, ...EVIDENCE },
  'evidence-asked': { ...READY, ...EVIDENCE_ASKED },
  changed: {
    ...READY,
    topics: topicsOf(FINDINGS.map((finding, index) => ({ ...finding, anchored: index % 3 !== 0 }))),
    notices: [{ key: 'notice_page_changed' }, { key: 'notice_no_highlights' }],
    foreignFrames: [{ url: 'https://policies.example/northlake', host: 'policies.example' }],
    activeFindingId: 'c0-TRK',
  },
  'low-coverage': {
    ...NOTHING,
    coverage: { percent: 31, low: true, audited: true, skipped: READY.coverage?.skipped ?? [] },
  },
  nothing: NOTHING,
  'not-policy': bare(
    {
      kind: 'not-policy',
      links: [
        { label: 'Privacy', href: 'https://harbourton-news.example/privacy', kind: 'privacy' },
        { label: 'Cookies', href: 'https://harbourton-news.example/cookies', kind: 'cookie' },
        { label: 'Trap', href: 'javascript:alert(1)', kind: 'privacy' },
      ],
    },
    ARTICLE,
  ),
  'not-policy-no-links': {
    ...bare({ kind: 'not-policy', links: [] }, ARTICLE),
    coverage: READY.coverage,
  },
  language: bare(
    { kind: 'language', language: 'de' },
    { ...DOCUMENT, language: 'de', title: 'Datenschutzerklärung' },
  ),
  'language-unknown': bare({ kind: 'language', language: 'und' }, { ...DOCUMENT, language: 'und' }),
  empty: bare({ kind: 'empty' }, { ...DOCUMENT, title: '', words: 0, effectiveDate: null }),
  'empty-skipped': {
    ...bare({ kind: 'empty' }, { ...DOCUMENT, words: 0, effectiveDate: null }),
    coverage: {
      percent: 0,
      low: true,
      audited: false,
      skipped: [{ id: 's0', reason: 'dialog', chars: 4120, sample: 'Privacy Policy We collect' }],
    },
  },
  'error-model-damaged': bare({ kind: 'error', error: 'model-damaged' }, DOCUMENT),
  'error-model-missing': bare({ kind: 'error', error: 'model-missing' }, DOCUMENT),
  'error-background-gone': bare({ kind: 'error', error: 'background-gone' }, DOCUMENT),
  'error-extension-updated': bare({ kind: 'error', error: 'extension-updated' }, DOCUMENT),
  'error-unexpected': bare({ kind: 'error', error: 'unexpected' }, null),
} as const satisfies Readonly<Record<string, PanelView>>;

/** Name of a state in the gallery. */
export type ViewName = keyof typeof VIEWS;
