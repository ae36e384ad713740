/**
 * Other documents that a policy points to and that were not read: found by the words and the address of
 * the links inside its text.
 */
import type { PageDocument } from './clause.ts';
import { readWebAddress, sameSite, type WebAddress } from './web-address.ts';

/** What kind of document it is; `others` is the privacy policy of another company. */
export const NAMED_KINDS = [
  'cookies',
  'state',
  'children',
  'health',
  'partners',
  'staff',
  'privacy',
  'others',
] as const;

/** One of {@link NAMED_KINDS}. */
export type NamedKind = (typeof NAMED_KINDS)[number];

/** A document that the policy points to. */
export interface NamedDocument {
  readonly kind: NamedKind;
  /** The page's own words for it. */
  readonly label: string;
  /** Absolute http(s) address as the page gives it. */
  readonly href: string;
  /** Host that the address really leads to; international names in their ASCII form. */
  readonly host: string;
  readonly clauseId: string | null;
}

/** Says that something is a text to read: a policy, a notice, a list. */
const TEXT =
  /polic(?:y|ies)|notices?\b|statement|disclosure|addendum|supplement|\blist\b|\btable\b|declaration|terms|rights|erkl[äa]rung|hinweise?|richtlinie/i;

/** States and laws whose readers get a notice of their own. */
const STATE =
  /california|\bccpa\b|\bcpra\b|colorado|connecticut|delaware|indiana\b|iowa\b|kentucky|maryland|minnesota|montana|nebraska|nevada|new[\s_-]hampshire|new[\s_-]jersey|oregon|rhode[\s_-]island|tennessee|texas|utah\b|virginia|\b(?:u\.?s\.?|united[\s_-]states)[\s_-]+(?:\w+[\s_-]+)?(?:state|privacy|resident|consumer)|\bstates?[\s_-](?:specific|privacy|law)|region(?:al)?[\s_-](?:privacy|notice|terms|supplement)|\bnotice[\s_-]at[\s_-]collection/i;

/** Kinds in the order in which they are tried: the special before the general. */
const BY_WORDS: readonly (readonly [NamedKind, RegExp])[] = [
  [
    'children',
    /child(?:ren)?(?:['’]s)?\b|\bkids?\b|\bminors?['’]?\b|\bteens?\b|\bcoppa\b|\bstudents?\b|\bkinder\b/i,
  ],
  ['health', /(?:consumer|washington|wa)[\s_-](?:my[\s_-])?health|\bhipaa\b|health[\s_-]+data/i],
  [
    'staff',
    /applicants?|candidates?|recruit|employees?|\bhr\b|job[\s_-]seekers?|personnel|workforce|bewerber/i,
  ],
  [
    'partners',
    /(?:partners?|vendors?|(?:sub|data)[\s-]?processors?|affiliates?|third[\s-]part(?:y|ies)|service[\s-]providers?|brokers?|\bad[\s-]networks?)\b.{0,30}\b(?:list|table|page|here|directory|overview)|(?:list|table|overview|directory)\s+of\s+(?:\S+\s+){0,4}(?:partners|vendors|processors|sub-?processors|affiliates|third|providers|companies)|\bsub-?processors\b|\b(?:our|advertising|data|third[\s-]party)\s+(?:partners|vendors|subprocessors)\b/i,
  ],
  ['cookies', /cookies?\b|tracking\s+technolog|tracker/i],
  ['state', STATE],
];

/** A policy about privacy in general. */
const PRIVACY =
  /privacy|data[\s-]+(?:protection|policy|use)|personal[\s-]+(?:data|information)|datenschutz|\bgdpr\b/i;

/** Things to do rather than to read: those are opt-out actions. */
const DOING =
  /\b(?:settings?|preferences?|choices|manage|opt[\s-]?out|unsubscribe|do\s+not\s+(?:sell|share)|request|portal|dashboard|cent(?:er|re)|controls?|banner|tool|form|contact|accept|right[\s-]to)\b/i;

/** A longer label is a sentence in which a document happens to be named; characters. */
const LONGEST_LABEL = 100;

/** Labels that leave it to the address to say what they lead to. */
const SILENT =
  /^(?:click\s+)?(?:here|this|this\s+(?:page|link)|learn\s+more|read\s+more|more(?:\s+information)?|link|website|https?:.*|www\..*)\W*$/i;

/**
 * The documents that `page` points to from its text, each address once, in the order of
 * {@link NAMED_KINDS} and within a kind in that of the page. Never the page itself.
 */
export function documentsNamed(page: PageDocument): NamedDocument[] {
  const here = readWebAddress(page.url);
  const found = new Map<string, NamedDocument>();
  /** Addresses of which no link has said more than "here". */
  const unnamed = new Set<string>();
  for (const { kind: control, label, href, clauseId } of page.links) {
    const address = control === 'link' && clauseId !== null ? readWebAddress(href) : null;
    if (address === null || address.document === here?.document) continue;
    const kind = kindOf(label, address, here === null || sameSite(here.host, address.host));
    if (kind === null) continue;
    const silent = SILENT.test(label);
    if (found.has(address.document) && (silent || !unnamed.delete(address.document))) continue;
    if (silent) unnamed.add(address.document);
    const said = silent ? address.host + address.path : label;
    found.set(address.document, { kind, label: said, href, host: address.host, clauseId });
  }
  const rank = ({ kind }: NamedDocument) => NAMED_KINDS.indexOf(kind);
  return [...found.values()].toSorted((a, b) => rank(a) - rank(b));
}

/** Kinds whose name alone, without a word like "policy", names a document if the address agrees. */
const BY_NAME: ReadonlySet<NamedKind> = new Set(['cookies', 'state']);

/** What a link leads to, by its words; by its address where the words say nothing. */
function kindOf(label: string, { host, path }: WebAddress, own: boolean): NamedKind | null {
  if (label.length > LONGEST_LABEL) return null;
  const address = `${host} ${path}`.replaceAll(/[-_/.?&=%+]+/g, ' ');
  const words = SILENT.test(label) ? address : label;
  if (DOING.test(words)) return null;
  const [kind, pattern] = BY_WORDS.find(([, one]) => one.test(words)) ?? [null, null];
  if (kind === 'partners') return kind;
  const named = TEXT.test(words) && (kind !== null || PRIVACY.test(words));
  if (!own) return named ? 'others' : null;
  if (named) return kind ?? 'privacy';
  return kind !== null && BY_NAME.has(kind) && pattern.test(address) ? kind : null;
}
