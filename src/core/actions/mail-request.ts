/** Prepares a polite request to the company as a `mailto:` address, which the reader edits and sends. */
import { speaksOfSale } from './laws.ts';
import { mailWords, type MailWords, type RequestKind } from './mail-words.ts';

/** Requests in the order in which they are offered. */
export const REQUEST_KINDS = [
  'access',
  'delete',
  'opt-out',
] as const satisfies readonly RequestKind[];

/** What is known of the policy that names the address. */
export interface RequestFacts {
  /** ISO 639-1; decides the language of the request. */
  readonly language: string;
  /** Address of the policy. */
  readonly url: string;
  /** Laws that the policy names. */
  readonly laws: readonly string[];
}

/**
 * Longest address that is made, characters. Windows hands programs at most 2,083
 * (INTERNET_MAX_URL_LENGTH); what is longer is cut off or not opened at all.
 */
export const MAX_MAILTO = 2000;

/** A single address: no white space, no second @, nothing that parts addresses. Lengths as in RFC 5321. */
const ADDRESS = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{3,190}$/u;

/**
 * The `mailto:` address (RFC 6068) of a request to `address`; `null` when that is no single e-mail
 * address. What would make it longer than {@link MAX_MAILTO} is left out: first the policy's address,
 * then the laws.
 */
export function mailRequest(
  address: string,
  kind: RequestKind,
  facts: RequestFacts,
): string | null {
  if (!ADDRESS.test(address)) return null;
  const words = mailWords(facts.language);
  const laws = kind === 'opt-out' ? facts.laws.filter(speaksOfSale) : facts.laws;
  const law = laws.length === 0 ? null : words.law(laws);
  const source = /^https?:/i.test(facts.url) ? words.source(facts.url) : null;
  const written = (...parts: (string | null)[]) => {
    return mailto(address, words.subject[kind], bodyOf(words, kind, parts));
  };
  const whole = [written(law, source), written(law), written()];
  return whole.find(({ length }) => length <= MAX_MAILTO) ?? null;
}

function bodyOf(words: MailWords, kind: RequestKind, more: readonly (string | null)[]): string {
  const [law = null, source = null] = more;
  const paragraphs = [
    words.hello,
    words.ask[kind],
    law,
    words.who.join('\n'),
    source,
    words.confirm,
    words.bye.join('\n'),
  ];
  return paragraphs.filter((paragraph) => paragraph !== null).join('\n\n');
}

/** Everything outside letters, digits and a few marks is escaped, so no text can add a field of its own. */
function mailto(address: string, subject: string, body: string): string {
  const escaped = (text: string) => encodeURIComponent(text.toWellFormed());
  const at = address.lastIndexOf('@');
  const to = `${escaped(address.slice(0, at))}@${escaped(address.slice(at + 1))}`;
  // RFC 6068, section 5: line breaks in the body are %0D%0A.
  return `mailto:${to}?subject=${escaped(subject)}&body=${escaped(body.replaceAll('\n', '\r\n'))}`;
}
