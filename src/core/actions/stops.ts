/** What an opt-out action stops, told from its own words first and from its clause's topics second. */
import type { TopicCode } from '../topics.ts';
import type { ActionStops } from './action.ts';

/** Words of a label or address that name what it stops; the first that fits decides. */
const BY_WORDS: readonly (readonly [RegExp, ActionStops])[] = [
  [
    /\b(?:do\s*n[o'’]?t|not)[\s_-]*(?:sell|share)|\bdnsmpi\b|\bccpa[\s_-]*opt|sale\s+of\s+(?:my|your)|your[\s_-]*privacy[\s_-]*choices|opt[\s_-]*out\s+of\s+(?:the\s+)?(?:sale|sharing|selling)/i,
    'sale',
  ],
  [/global\s+privacy\s+control|\bgpc\b/i, 'sale'],
  [
    /unsubscribe|newsletter|marketing|promotion|e-?mail\s+(?:preferences|settings)|communication\s+preferences|notification/i,
    'marketing',
  ],
  [
    /\badchoices|aboutads|youradchoices|youronlinechoices|edaa|networkadvertising|\bnai\b|\bdaa\b|optout\.|interest[- ]based|ad[\s_-]*(?:settings|tracking|preferences|personali[sz]ation)|ads?\s+(?:settings|preferences|personali[sz]ation)|targeted|adssettings|myadcenter|advertis|request\s+to\s+track/i,
    'ads',
  ],
  [
    /cookie|gaoptout|analytics|browser|tracking|consent\s+(?:preferences|manager|settings)/i,
    'cookies',
  ],
  [
    /\b(?:ai|machine\s+learning|model)\b.{0,20}\btrain|\btrain(?:ing)?\b.{0,20}\b(?:ai|models?)\b/i,
    'ai',
  ],
  [
    /\bdelet|\beras|\baccess\b|correct|data\s+(?:subject|request)|\bdsar?\b|privacy\s+(?:request|rights|portal|center|centre)|download\s+(?:my|your)\s+(?:data|information)|subject\s+access/i,
    'data',
  ],
];

/** Topics in the order in which they decide when the words do not. */
const BY_TOPIC: readonly (readonly [TopicCode, ActionStops])[] = [
  ['SAL', 'sale'],
  ['SIG', 'sale'],
  ['AIM', 'ai'],
  ['ADS', 'ads'],
  ['MKT', 'marketing'],
  ['TRK', 'cookies'],
  ['RGT', 'data'],
];

/** What `words` (label and address of the action) and its clause's topics say that it stops. */
export function stopsWhat(words: string, topics: ReadonlySet<TopicCode>): ActionStops {
  const named = BY_WORDS.find(([pattern]) => pattern.test(words));
  if (named) return named[1];
  return BY_TOPIC.find(([topic]) => topics.has(topic))?.[1] ?? 'other';
}

/** Whether `words` alone, wherever they stand in a page, name a choice about one's data. */
export function namesChoice(words: string): boolean {
  return /\bopt[\s_-]*out\b|\b(?:do\s*n[o'’]?t|not)[\s_-]*(?:sell|share)\b|unsubscribe|\b(?:privacy|cookies?|consent|ad|ads)\s+(?:choices|preferences|settings|controls)\b|manage\s+(?:my\s+|your\s+)?(?:cookies?|consent|preferences)\b|\badchoices\b|limit\s+the\s+use\s+of\s+(?:my|your)\s+sensitive|delete\s+(?:my|your)\s+(?:account|data)|(?:data|privacy|subject)\s+(?:access\s+)?request\b/i.test(
    words,
  );
}
