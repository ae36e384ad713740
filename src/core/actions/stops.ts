/** What an opt-out action stops, told from its own words first and from its clause's topics second. */
import type { TopicCode } from '../topics.ts';
import type { ActionStops } from './action.ts';

/** Words of a label or address that name what it stops; the first that fits decides. */
const BY_WORDS: readonly (readonly [RegExp, ActionStops])[] = [
  [
    /\b(?:do\s*n[o'’]?t|not)[\s_-]*(?:sell|share)|\bdnsmpi\b|\bccpa[\s_-]*opt|sale\s+of\s+(?:my|your)|^\W*(?:your\s+)?(?:us\s+state\s+)?privacy\s+choices|your[_-]privacy[_-]choices|opt[\s_-]*out\s+of\s+(?:the\s+)?(?:sale|sharing|selling)/i,
    'sale',
  ],
  [/global\s+privacy\s+control|\bgpc\b/i, 'sale'],
  [
    /unsubscribe|newsletter|marketing|promotion|e-?mail\s+(?:preferences|settings)|communications?\s+(?:preferences|choices|settings)|notification|dmachoice|do[\s-]*not[\s-]*call|subscriptions?\b/i,
    'marketing',
  ],
  [
    /\badchoices|aboutads|youradchoices|youronlinechoices|edaa|networkadvertising|\bnai\b|\bdaa\b|\/\/optout\.|interest[- ]based|\bads?[\s_/-]*(?:settings|tracking|preferences|choices|personali[sz]ation)|settings\/\??(?:tab=)?ads|personali[sz]ed[\s-]ads|ads?\s+(?:settings|preferences|personali[sz]ation)|targeted|adssettings|myadcenter|advertis|request\s+to\s+track/i,
    'ads',
  ],
  [
    /cookie|open preferences|gaoptout|analytics|browser|tracking|consent\s+(?:preferences|manager|settings)/i,
    'cookies',
  ],
  [
    /\b(?:ai|machine\s+learning|model)\b.{0,20}\btrain|\btrain(?:ing)?\b.{0,20}\b(?:ai|models?)\b/i,
    'ai',
  ],
  [
    /\bdelet|\beras|\baccess\b|correct|data\s+(?:subject|request)|\bdsar?\b|privacy\s+(?:request|rights|portal|center|centre)|(?:download|export\s+of)\s+(?:my|your)\s+(?:\w{1,30}\s+)?(?:data|information)|(?:data|profile|information)\s+removal|rights?\s+requests?|subject\s+access/i,
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

/** Names of places where many things can be asked for: other words say better what one stops. */
const PLACE = /\bprivacy\s+(?:cent(?:er|re)|portal)\b/gi;

/** Words that say no more than that something can be asked for. */
const ASKED = /\bprivacy\s+(?:cent(?:er|re)|portal)\b|\brequests?\b|\brights?\b/i;

/**
 * What is stopped, as the texts say it, the closest one (label and address of the action) first, then the
 * topics of its clause.
 */
export function stopsWhat(texts: readonly string[], topics: ReadonlySet<TopicCode>): ActionStops {
  for (const text of texts) {
    const words = text.replace(PLACE, ' ');
    const named = BY_WORDS.find(([pattern]) => pattern.test(words));
    if (named) return named[1];
  }
  const topic = BY_TOPIC.find(([code]) => topics.has(code))?.[1];
  if (topic !== undefined) return topic;
  return texts.some((text) => ASKED.test(text)) ? 'data' : 'other';
}

/** Whether an address is that of a programme of the advertising industry where one opts out. */
export function isProgram(address: string): boolean {
  return /\b(?:aboutads|youradchoices|youronlinechoices|networkadvertising|dmachoice|optout)\b/i.test(
    address,
  );
}

/** Whether `words` alone, wherever they stand in a page, name a choice about one's data. */
export function namesChoice(words: string): boolean {
  return CHOICE.some((pattern) => pattern.test(words));
}

const CHOICE: readonly RegExp[] = [
  /\bopt(?:ing)?[\s_-]*out\b|\b(?:do\s*n[o'’]?t|not)[\s_-]*(?:sell|share)\b|unsubscribe|\badchoices\b|\binterest[- ]based\s+ads\b/i,
  /\b(?:privacy|cookies?|consent|ads?|advertising|tracking|e-?mail|communications?|marketing|newsletter|subscription)\s+(?:settings?|preferences?|choices|options|controls)\b|\bopen preferences\b/i,
  /\b(?:manag|chang|updat|edit)(?:e|ing)\s+(?:my\s+|your\s+|e-?mail\s+)?(?:cookies?|consent|preferences|subscriptions?)\b/i,
  /\blimit\s+(?:the\s+use|(?:my|your)\s+sensitive)|\b(?:delet(?:e|ing)|download(?:ing)?|export\s+of|access(?:ing)?)\s+(?:my|your)\s+(?:\w{1,30}\s+){0,3}(?:account|data|information)\b|\b(?:data|profile|information)\s+removal\b/i,
  /\b(?:privacy|data|subject|access|deletion|consumer|ccpa|gdpr)(?:\s+(?:subject|access|rights?|privacy)){0,2}\s+requests?\b|\brequest(?:s|ing)?\s+(?:to|for)\s+(?:know|delet|access|correct|opt)|\bprivacy\s+portal\b/i,
];
