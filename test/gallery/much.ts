/** A policy that says very much: long lists, table rows, long sentences, unsure findings, both sides. */
import type { OptOutAction } from '../../src/core/actions/action.ts';
import type { SkippedPart } from '../../src/core/clause.ts';
import type { Stance, TopicCode } from '../../src/core/topics.ts';
import type { FindingView } from '../../src/core/view.ts';

const LONG = `We collect ${Array.from(
  { length: 24 },
  (_, index) => `what you enter in step ${index + 1} of the booking`,
).join(', ')}.`;

type Row = readonly [TopicCode, Stance, number, readonly string[], string];

const ROWS: readonly Row[] = [
  [
    'TRK',
    'does',
    0.99,
    ['Cookies'],
    'trail_id\tRecognises your browser when you return.\t13 months',
  ],
  ['TRK', 'does', 0.42, ['Cookies'], 'Some pages hold small pictures.'],
  [
    'TRK',
    'does',
    0.97,
    ['Cookies'],
    'basket\tRemembers what you chose.\tUntil you close the browser',
  ],
  ['SAL', 'does', 0.61, ['Partners'], 'Some of this may count as a sale.'],
  [
    'SAL',
    'does',
    0.93,
    ['Partners'],
    'In the last year we sold lists of customers to two publishers.',
  ],
  ['SAL', 'denies', 0.88, ['In short'], 'We never sell your data.'],
  ['RET', 'does', 0.96, ['How long'], LONG],
  ...Array.from({ length: 14 }, (_, index): Row => [
    'COL',
    'does',
    index === 3 ? 0.55 : 0.9,
    ['What we collect', index < 7 ? 'From you' : 'From your device'],
    `answer number ${index + 1} of the questionnaire;`,
  ]),
  ['SEN', 'does', 0.9, ['The huts'], 'Guides note allergies that riders tell them of.'],
  ['SEN', 'denies', 0.87, ['In short'], 'We do not collect anything about your health.'],
];

/** Findings in document order. */
export const MUCH: readonly FindingView[] = ROWS.map(
  ([topic, stance, confidence, section, quote], index) => ({
    id: `m${index}-${topic}`,
    clauseId: `m${index}`,
    topic,
    stance,
    confidence,
    quote,
    kind: quote.includes('\t') ? ('row' as const) : ('para' as const),
    section,
    anchored: true,
  }),
);

function link(
  id: string,
  stops: OptOutAction['stops'],
  label: string,
  path: string,
  clauseId: string | null,
): OptOutAction {
  const host = 'www.northlake.example';
  return { id, type: 'link', stops, label, target: `https://${host}/${path}`, host, clauseId };
}

/** Actions of which some say nothing by themselves and some say the same. */
export const MUCH_TO_DO: readonly OptOutAction[] = [
  link('b0', 'other', 'click here', 'one', 'm0'),
  link('b1', 'data', 'Ask for a copy', 'copy', 'm3'),
  {
    id: 'b2',
    type: 'setting',
    target: 'device settings',
    label: "your device's settings",
    host: '',
    stops: 'cookies',
    clauseId: 'm2',
  },
  link('b3', 'marketing', 'Message preferences', 'messages?from=top', 'm4'),
  link('b4', 'marketing', 'Message preferences', 'messages?from=bottom', 'm6'),
  link('b5', 'sale', 'Do not sell my data', 'sale', null),
  link('b6', 'cookies', 'Open the cookie settings', 'cookies', null),
  {
    id: 'b7',
    type: 'setting',
    target: 'cookie settings',
    label: 'Cookie Settings',
    host: '',
    stops: 'cookies',
    clauseId: 'm2',
  },
];

const top: Omit<SkippedPart, 'id'> = { reason: 'navigation', chars: 11, sample: 'Back to top' };

/** Skipped parts in document order. */
export const MUCH_SKIPPED: readonly SkippedPart[] = [
  { id: 's0', reason: 'header', chars: 35, sample: 'Northlake Orders Returns Gift cards' },
  { id: 's1', ...top },
  { id: 's2', ...top },
  { id: 's3', reason: 'form', chars: 22, sample: 'Your address Subscribe' },
  {
    id: 's4',
    reason: 'aside',
    chars: 340,
    sample:
      'A word from our founder. When we opened the first hut, nobody asked riders for more than a name and a deposit in cash. W',
  },
  { id: 's5', reason: 'footer', chars: 29, sample: 'Careers Press Stores near you' },
  { id: 's6', reason: 'contents', chars: 33, sample: 'What we collect Your rights How long' },
];
