/** Finds the targets of opt-out actions in a clause's own text: addresses, numbers, settings. */
import type { ActionType } from './action.ts';

/** A target with the stretch of text that names it. */
export interface TextTarget {
  readonly type: Exclude<ActionType, 'link' | 'form'>;
  /** Normalised: lower-case e-mail address, digits of a phone number, collapsed text. */
  readonly target: string;
  /** As written. */
  readonly label: string;
}

/** Lengths are bounded as mail itself bounds them (RFC 5321), or a long word would be tried from every letter. */
const EMAIL =
  /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9-]{1,63}){0,8}\.[a-z]{2,63}/gi;

/** Numbers as legal text writes them: +49 30 1234567, (800) 555-0100, 1-800-555-0100. */
const PHONE =
  /(?<![\w.@/-])(?:\+\d{1,3}[\s.()-]{0,2})?(?:\(\d{2,5}\)|\d{1,5})(?:[\s./-]{1,2}\d{2,5}){1,4}(?![\w@/-])/g;

/** Vanity numbers of North America: 1-800-OPT-OUT1, 1-888-PRIVACY. */
const VANITY =
  /(?<![\w.@/-])1?[-\s.]?\(?8(?:00|33|44|55|66|77|88)\)?[-\s.][A-Z0-9][A-Z0-9-]{5,9}(?![\w@/])/g;

/** Words that must stand near a number before we call it a phone number. */
const PHONE_CONTEXT =
  /\b(?:call|calling|phone|telephone|tel|toll[- ]?free|fax|dial|text|sms|number)\b|☎/i;

/** A date looks like a phone number; these do not count. */
const DATE_LIKE =
  /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}|(?:19|20)\d\d[-/\s](?:19|20)?\d\d)$/;

/** A postal address: from a street or box number to a postal code, within one clause. */
const POSTAL =
  /(?:P\.?\s?O\.?\s?Box\s+\d+|\b\d{1,5}[A-Za-z]?\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Dr\.?|Lane|Ln\.?|Way|Parkway|Pkwy\.?|Place|Pl\.?|Square|Sq\.?|Court|Ct\.?|Highway|Hwy\.?|Plaza|Circle)\b)[^;|]{0,120}?\b(?:[A-Z]{2}\s+\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{4,6})\b/g;

/** Places where a choice is set, by the words policies use for them. */
const SETTINGS: readonly RegExp[] = [
  /\b(?:your\s+)?(?:web\s+)?browser(?:['’]s)?\s+(?:privacy\s+)?(?:settings?|preferences|options|controls)/gi,
  /\bsettings?\s+(?:of|in|on|within)\s+your\s+(?:web\s+)?browser/gi,
  /\b(?:your\s+)?(?:mobile\s+)?device(?:['’]s)?\s+(?:privacy\s+|operating\s+system\s+)?(?:settings?|permissions|controls)/gi,
  /\b(?:your\s+|the\s+)?(?:account|profile|privacy|notification|communication|marketing|email|ad|ads|advertising|cookie)\s+(?:settings|preferences|dashboard|controls)/gi,
  /["“]?\bLimit\s+Ad\s+Tracking["”]?/g,
  /["“]?\bAllow\s+Apps?\s+to\s+Request\s+to\s+Track["”]?/gi,
  /["“]?\bOpt\s+out\s+of\s+(?:Ads?\s+Personali[sz]ation|[Ii]nterest[- ][Bb]ased\s+[Aa]ds)["”]?/g,
  /\bGlobal\s+Privacy\s+Control\b(?:\s+\(GPC\))?/gi,
];

/** Every target that `text` names, in the order of their kinds; may hold the same target twice. */
export function textTargets(text: string): TextTarget[] {
  return [...emails(text), ...phones(text), ...postalAddresses(text), ...settings(text)];
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function emails(text: string): TextTarget[] {
  return Array.from(text.matchAll(EMAIL), ([label]) => {
    return { type: 'email', target: label.toLowerCase(), label } as const;
  });
}

function phones(text: string): TextTarget[] {
  const numbers = Array.from(text.matchAll(VANITY), ([label]) => label).filter((label) =>
    /[A-Z]/.test(label),
  );
  if (PHONE_CONTEXT.test(text)) {
    for (const [label] of text.matchAll(PHONE)) {
      const digits = label.replace(/\D/g, '');
      // E.164 allows at most 15 digits; fewer than 7 is a section number, not a phone.
      if (digits.length < 7 || digits.length > 15 || DATE_LIKE.test(label.trim())) continue;
      numbers.push(label);
    }
  }
  return numbers.map((label) => {
    const plus = label.trim().startsWith('+') ? '+' : '';
    return { type: 'phone', target: plus + label.replace(/[^0-9A-Z]/g, ''), label: label.trim() };
  });
}

function postalAddresses(text: string): TextTarget[] {
  return Array.from(text.matchAll(POSTAL), ([label]) => {
    return {
      type: 'address',
      target: collapse(label).toLowerCase(),
      label: collapse(label),
    } as const;
  });
}

function settings(text: string): TextTarget[] {
  return SETTINGS.flatMap((pattern) => {
    return Array.from(text.matchAll(pattern), ([label]) => {
      const words = collapse(label).replace(/["“”]/g, '');
      const target = words
        .toLowerCase()
        .replace(/^(?:your|the)\s+/, '')
        .replace(/['’]s\b/, '');
      return { type: 'setting', target, label: words } as const;
    });
  });
}
