/** Finds the targets of opt-out actions in a clause's own text: addresses and numbers. */
import type { ActionType } from './action.ts';

/** A target with the stretch of text that names it. */
export interface TextTarget {
  readonly type: Exclude<ActionType, 'form' | 'setting'>;
  /** Normalised: web address, lower-case e-mail address, digits of a phone number, collapsed text. */
  readonly target: string;
  /** As written. */
  readonly label: string;
  /** Of a web address: its host. Empty for the other types. */
  readonly host: string;
}

/**
 * Lengths are bounded as mail itself bounds them (RFC 5321), or a long word would be tried from every letter.
 * Some write `[.]` or `[at]` against robots.
 */
const EMAIL =
  /[a-z0-9][a-z0-9._%+-]{0,63}(?:@|\s?[[(](?:at|@)[\])]\s?)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:(?:\.|\[\.\]|\s?[[(]dot[\])]\s?)[a-z0-9-]{1,63}){0,8}(?:\.|\[\.\]|\s?[[(]dot[\])]\s?)[a-z]{2,63}/gi;

/** A web address that is written but not linked, up to 300 characters of it. */
const WEB =
  /(?<![\w.@/-])(?:https?:\/\/|www\.)([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})(?:[/?#][^\s"'“”<>|[\]{}\u200b-\u200d\u2060\ufeff]{0,300})?/gi;

/** Numbers as legal text writes them: +49 30 1234567, (800) 555-0100, 1-800-555-0100. */
const PHONE =
  /(?<![\w.@/-])(?:\+\d{1,3}[\s.()-]{0,2})?(?:\(\d{2,5}\)|\d{1,5})(?:[\s./-]{1,2}\d{2,5}){1,4}(?![\w@/-])/g;

/** Vanity numbers of North America: 1-800-OPT-OUT1, 1-888-PRIVACY, 1-855-Ask-Shop. */
const VANITY =
  /(?<![\w.@/-])1?[-\s.]?\(?8(?:00|33|44|55|66|77|88)\)?[-\s.](?:[A-Z0-9][A-Z0-9-]{5,9}|[A-Z][A-Za-z]{1,6}(?:-[A-Z0-9][A-Za-z0-9]{0,6}){1,3})(?![\w@/])/g;

/** Words that must stand near a number before we call it a phone number. */
const PHONE_CONTEXT = /\b(?:call|calling|phone|telephone|tel|toll[- ]?free|fax|dial|text|sms)\b|☎/i;

/** A number of a company's entry in a register stands among its contact details, too. */
const REGISTER = /\bregist(?:er|ration|ry)|\b(?:company|VAT|tax) (?:number|no\b|ID\b)/i;

/** Dates and long postal codes look like phone numbers; these do not count. */
const DATE_LIKE =
  /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}|(?:19|20)\d\d[-/\s](?:19|20)?\d\d|\d{5}-\d{4})$/;

/** What a postal address begins with: a box, or a house number and a street. */
const STREET = [
  String.raw`P\.?\s?O\.?\s?Box\s+\d+`,
  String.raw`\b\d{1,5}\s+Broadway\b`,
  String.raw`\b\d{1,5}[A-Za-z]?\s+(?:(?:[A-Z][\w.'’-]*|\d{1,3}(?:st|nd|rd|th))\s+){1,4}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Dr\.?|Lane|Ln\.?|Way|Parkway|Pkwy\.?|Place|Pl\.?|Square|Sq\.?|Court|Ct\.?|Highway|Hwy\.?|Plaza|Circle)\b`,
].join('|');

/** What it ends with: an American, British, Canadian or numeric postal code, no number of a room. */
const CODE = [
  String.raw`[A-Z]{2}\s+\d{5}(?:-\d{4})?`,
  String.raw`[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}`,
  String.raw`[A-Z]\d[A-Z]\s?\d[A-Z]\d`,
  String.raw`(?<!\b(?:[Ss]uite|[Ss]te|[Uu]nit|PMB|[Rr]oom|[Ff]loor|[Bb]ox|[Nn]o)\.?\s)\d{4,6}`,
].join('|');

/** Postal addresses within one clause. The last two are French (12 rue des Lilas, 75001) and German. */
const POSTAL = new RegExp(
  [
    String.raw`(?:${STREET})[^;|]{0,120}?\b(?:${CODE})\b`,
    String.raw`\b\d{1,4},?\s(?:rue|avenue|boulevard|place|quai|chemin)\s[^;|]{1,60}?\b\d{5}\b`,
    String.raw`\b\p{Lu}[\p{L}.-]{0,40}(?:straße|strasse|str\.|weg|platz|allee|gasse)\s\d{1,4}[a-z]?,?\s(?:D-)?\d{5}\b`,
  ].join('|'),
  'gu',
);

/**
 * Every target that `text` names, in the order of their kinds; may hold the same target twice. In a text
 * that gives contact details (`contact`) a number needs no word that says it is one of a telephone.
 */
export function textTargets(text: string, contact = false): TextTarget[] {
  return [
    ...webAddresses(text),
    ...emails(text),
    ...phones(text, contact),
    ...postalAddresses(text),
  ];
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function webAddresses(text: string): TextTarget[] {
  return Array.from(text.matchAll(WEB), ([written, host = '']) => {
    const label = written.replace(/[.,;:!?)]+$/, '');
    const target = /^www\./i.test(label) ? `https://${label}` : label;
    const full = /^www\./i.test(label) ? `www.${host}` : host;
    return { type: 'link', target, label, host: full.toLowerCase() } as const;
  });
}

function emails(text: string): TextTarget[] {
  return Array.from(text.matchAll(EMAIL), ([label]) => {
    const target = label
      .toLowerCase()
      .replace(/^www\./, '')
      .replace(/\s?[[(](?:at|@)[\])]\s?/, '@')
      .replace(/\s?(?:\[\.\]|[[(]dot[\])])\s?/g, '.');
    return { type: 'email', target, label, host: '' } as const;
  });
}

function phones(text: string, contact: boolean): TextTarget[] {
  const numbers = Array.from(text.matchAll(VANITY), ([label]) => label).filter((label) =>
    /[A-Za-z]/.test(label),
  );
  if (PHONE_CONTEXT.test(text) || (contact && !REGISTER.test(text))) {
    for (const [written] of text.matchAll(PHONE)) {
      // A postal code may stand right before it.
      const label = written.replace(/^\d{5}\s+(?=.{9})/, '');
      const digits = label.replace(/\D/g, '');
      // E.164 allows at most 15 digits; fewer than 7 is a section number, not a phone.
      if (digits.length < 7 || digits.length > 15 || DATE_LIKE.test(label.trim())) continue;
      numbers.push(label);
    }
  }
  return numbers.map((label) => {
    const plus = label.trim().startsWith('+') ? '+' : '';
    const target = plus + label.toUpperCase().replace(/[^0-9A-Z]/g, '');
    return { type: 'phone', target, label: label.trim(), host: '' };
  });
}

function postalAddresses(text: string): TextTarget[] {
  return Array.from(text.matchAll(POSTAL), ([label]) => {
    return {
      type: 'address',
      target: collapse(label).toLowerCase(),
      label: collapse(label),
      host: '',
    } as const;
  });
}
