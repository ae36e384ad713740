/** A policy of our own writing, as findings: material for every state of the panel. */
import { TOPICS, type Stance, type TopicCode } from '../../src/core/topics.ts';
import type { FindingView, TopicState, TopicView } from '../../src/core/view.ts';

type Row = readonly [
  topic: TopicCode,
  stance: Stance,
  confidence: number,
  section: string,
  quote: string,
];

const ROWS: readonly Row[] = [
  [
    'TRK',
    'does',
    0.98,
    'What we collect > From your device',
    'When you visit our shop, we and our measurement partners set cookies and read the advertising identifier of your device.',
  ],
  [
    'TRK',
    'does',
    0.93,
    'What we collect > From your device',
    'Our servers log your IP address, the pages you open and how long you stay on them.',
  ],
  ['TRK', 'does', 0.71, 'Cookies', 'Session recordings.'],
  [
    'ADS',
    'does',
    0.96,
    'Cookies > Advertising',
    'We use what we learn about your visits to show you advertisements for things that may interest you, here and on other sites.',
  ],
  [
    'LOC',
    'does',
    0.9,
    'What we collect',
    'If you allow it in the app, we use your precise location to find the nearest pick-up point.',
  ],
  ['LOC', 'denies', 0.84, 'The app', 'We do not collect your location.'],
  [
    'COL',
    'does',
    0.97,
    'What we collect > From you',
    'your name, delivery address, telephone number and e-mail address;',
  ],
  [
    'COL',
    'does',
    0.95,
    'What we collect > From you',
    'the contents of messages that you send to our support team, including any attachments, and, where you call us, a recording of the call if you agreed to it at its beginning, which we need in order to train our staff, to settle disagreements about what was said and to keep evidence for as long as claims may still be made;',
  ],
  [
    'USE',
    'does',
    0.94,
    'How we use it',
    'We use this information to deliver your order and to answer your questions.',
  ],
  ['MKT', 'does', 0.88, 'How we use it', 'We send you our newsletter if you asked for it.'],
  [
    'AIM',
    'limits',
    0.62,
    'How we use it > Automated decisions',
    'We do not let a computer alone decide about you, except to refuse payment on account.',
  ],
  [
    'SHR',
    'does',
    0.97,
    'Whom we share it with',
    'We share your order history with advertising networks, which may combine it with what they know of you.',
  ],
  ['SHR', 'does', 0.92, 'Whom we share it with', 'our carriers and payment providers;'],
  [
    'SHR',
    'limits',
    0.77,
    'Whom we share it with',
    'We will not hand your data to anyone else without your consent.',
  ],
  ['SAL', 'denies', 0.95, 'Whom we share it with', 'We do not sell your personal data.'],
  [
    'GOV',
    'does',
    0.86,
    'Whom we share it with > Authorities',
    'We disclose data to the police where a court orders us to.',
  ],
  [
    'INT',
    'does',
    0.91,
    'Where it is kept',
    'Some of our providers store data in the United States under standard contractual clauses.',
  ],
  [
    'OPT',
    'does',
    0.95,
    'Your choices',
    'You can opt out of interest-based advertising on our advertising choices page.',
  ],
  ['OPT', 'does', 0.89, 'Your choices', 'Every newsletter has a link at its end that stops it.'],
  ['OPT', 'denies', 0.66, 'Your choices', 'You will still receive messages about your orders.'],
  [
    'SIG',
    'does',
    0.93,
    'Your choices',
    'We treat a Global Privacy Control signal as a request to opt out.',
  ],
  [
    'RGT',
    'does',
    0.96,
    'Your rights',
    'You may ask us for a copy of your data, and ask us to correct or delete it.',
  ],
  [
    'RET',
    'does',
    0.94,
    'How long we keep it',
    'We keep order records for ten years, because tax law asks us to.',
  ],
  ['KID', 'does', 0.9, 'Children', 'Our shop is not meant for anyone under sixteen.'],
  [
    'CHG',
    'does',
    0.92,
    'Changes',
    'If we change this policy in a way that matters, we will write to you thirty days before.',
  ],
  [
    'CON',
    'does',
    0.97,
    'Contact',
    'Write to privacy@northlake.example or to Northlake Outfitters, 12 Quay Street, Harbourton.',
  ],
];

/** The findings, in document order. */
export const FINDINGS: readonly FindingView[] = ROWS.map(
  ([topic, stance, confidence, section, quote], index) => ({
    id: `c${index}-${topic}`,
    clauseId: `c${index}`,
    topic,
    stance,
    confidence,
    quote,
    kind: quote.includes('\t') ? ('row' as const) : ('para' as const),
    section: section.split(' > '),
    anchored: true,
  }),
);

const STATES: Readonly<Partial<Record<TopicCode, TopicState>>> = {
  LOC: 'contradicts',
  SAL: 'denies',
  AIM: 'limits',
};

/** All 22 topics with `findings` among them; `states` are those that are not simply `does`. */
export function topicsOf(
  findings: readonly FindingView[],
  states: Readonly<Partial<Record<TopicCode, TopicState>>> = STATES,
): readonly TopicView[] {
  return TOPICS.map(({ code, group }) => {
    const own = findings.filter(({ topic }) => topic === code);
    return {
      code,
      group,
      state: own.length === 0 ? 'not-found' : (states[code] ?? 'does'),
      findings: own,
    };
  });
}
