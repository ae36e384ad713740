/** Finds the settings that a clause names: places where a reader chooses, outside the page's links. */
import type { TopicCode } from '../topics.ts';

/** A setting by its place, in the words of the clause. */
export interface SettingTarget {
  /** What the place is called: the same for every way to say it. */
  readonly target: string;
  /** As written. */
  readonly label: string;
  /** Whether it belongs to the site, so that a link in the clause is the way to it. */
  readonly ofSite: boolean;
}

/** Words between two others of the same part of a sentence. */
const NEAR = '[^.;:!?]{0,60}?';
const CHOOSE =
  '(?:refus|reject|declin|disabl|delet|block|remov|clear|control|manag|accept|chang|modif|adjust|set|turn|choos|opt|prevent|notify)\\w*';

/** Places in the words that policies use for them; the first pattern that fits names the place. */
const PLACES: readonly {
  readonly target: string;
  readonly ofSite: boolean;
  readonly patterns: readonly RegExp[];
}[] = [
  {
    target: 'browser settings',
    ofSite: false,
    patterns: [
      /\b(?:your\s+)?(?:web\s+)?browser(?:['’]?s)?(?:['’])?\s+(?:privacy\s+|cookie\s+)?(?:settings?|preferences|options|controls|menu|tools?)/i,
      /\b(?:settings?|preferences|tools|functionality|options|help\s+(?:menu|section|function))\s+(?:[^.;:!?]{0,30}?\s)?(?:of|in|on|within|into|available\s+on)\s+(?:your|the|most|any)\s+(?:web\s+|internet\s+)?browsers?\b/i,
    ],
  },
  {
    target: 'device settings',
    ofSite: false,
    patterns: [
      /\b(?:your\s+)?(?:mobile\s+)?(?:device|phone)(?:['’]?s)?(?:['’])?\s+(?:manufacturer\s+|privacy\s+|operating\s+system\s+)?(?:settings?|permissions|controls)/i,
      /\bsettings?\s+(?:app\s+)?(?:either\s+)?(?:available\s+)?(?:of|in|on|within)\s+(?:your|the|any)\s+(?:mobile\s+|browser\s+or\s+)?(?:device|phone)\b/i,
      /\bsettings?\s+(?:in|on)\s+[^.;:!?]{0,60}?\bdevice\b/i,
    ],
  },
  { target: 'limit ad tracking', ofSite: false, patterns: [/\bLimit\s+Ad\s+Tracking\b/] },
  {
    target: 'allow apps to request to track',
    ofSite: false,
    patterns: [/\bAllow\s+Apps?\s+to\s+Request\s+to\s+Track\b/i],
  },
  {
    target: 'opt out of ads personalization',
    ofSite: false,
    patterns: [
      /\bOpt\s+out\s+of\s+(?:Ads?\s+Personali[sz]ation|[Ii]nterest[- ][Bb]ased\s+[Aa]ds)\b/,
    ],
  },
  {
    target: 'global privacy control',
    ofSite: false,
    patterns: [/\bGlobal\s+Privacy\s+Controls?\b(?:\s+\(GPC\))?/i],
  },
  {
    target: 'unsubscribe link',
    ofSite: false,
    patterns: [
      new RegExp(
        `\\bunsubscrib\\w*["”’']?\\s+(?:link|button|instructions|option|feature)${NEAR}(?:\\be-?mails?|messages?|communications?|newsletters?|\\b(?=[.;:!?]|$))`,
        'i',
      ),
      /\b(?:link|instructions)\b[^.;:!?]{0,50}?\b(?:in|at|of|included|provided)\b[^.;:!?]{0,40}?\b(?:e-?mails?|messages?|communications?|newsletters?)\b/i,
      /\b(?:footer|bottom|end)\s+of\s+(?:\w{1,30}\s+){0,4}(?:e-?mails?|messages?|newsletters?|communications?)\b/i,
    ],
  },
  {
    target: 'reply stop',
    ofSite: false,
    patterns: [
      /\b(?:[Rr]eply|[Tt]ext|[Ss]end|[Rr]espond)(?:ing)?\s+(?:with\s+)?["“']?(?:STOP|UNSUBSCRIBE|QUIT|END)\b/,
    ],
  },
  {
    target: 'account settings',
    ofSite: true,
    patterns: [
      /\b(?:your\s+|the\s+|our\s+|their\s+|my\s+)?(?:[\w-]{1,30}\s+){0,2}?(?:account|profile|privacy|notification|communication|contact|marketing|e-?mail|ads?|advertising)\s+(?:settings?|preferences?|dashboard|controls|page)\b/i,
      /\b(?:your\s+)(?:online\s+)?(?:account|profile)\s+(?:settings?|page)\b|\b(?:online|my|your)\s+profile\b/i,
      /\bsettings\s+(?:page|menu|section|tab)\b/i,
      /\b(?:exercis|manag|updat|chang|delet|correct|edit|modif|adjust|review|opt)\w*\b[^.;:!?]{0,80}?\b(?:through|in|into|using|on)\s+your\s+(?:[\w-]{1,30}\s+){0,2}?account\b/i,
    ],
  },
  {
    target: 'cookie settings',
    ofSite: true,
    patterns: [/\b(?:your\s+|the\s+|our\s+)?cookie\s+(?:settings|preferences|controls)\b/i],
  },
];

/** A browser that is told to refuse, without the word "settings". */
const BROWSER_CHOICE = new RegExp(
  `\\b${CHOOSE}\\s${NEAR}\\bbrowsers?\\b|\\bbrowsers?\\b${NEAR}\\b${CHOOSE}\\b`,
  'i',
);

/** Every setting that `text` names, each place once. `topics` are those of its clause. */
export function settingTargets(text: string, topics: ReadonlySet<TopicCode>): SettingTarget[] {
  const named = PLACES.flatMap(({ target, ofSite, patterns }): SettingTarget[] => {
    for (const pattern of patterns) {
      const words = pattern.exec(text)?.[0];
      if (words !== undefined) return [{ target, label: collapse(words), ofSite }];
    }
    return [];
  });
  if (!named.some(({ target }) => target === 'browser settings')) {
    const cookies = topics.has('TRK') || /\bcookies?\b|\btrack/i.test(text);
    const words = cookies ? BROWSER_CHOICE.exec(text)?.[0] : undefined;
    if (words !== undefined) {
      named.unshift({ target: 'browser settings', label: collapse(words), ofSite: false });
    }
  }
  // "The privacy settings of your browser" are named already.
  const elsewhere = named.some(({ target }) => /^(?:browser|device) settings$/.test(target));
  return named.filter(({ ofSite, label }) => {
    return !(ofSite && elsewhere && /privacy|cookie/i.test(label));
  });
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
