/**
 * Which clauses of a page offer the reader something to do, and about what: the model's findings first,
 * then the words of the clause, then the clause that introduces it ("… in one of these ways:").
 */
import type { Clause, PageDocument } from '../clause.ts';
import type { Finding } from '../findings.ts';
import type { TopicCode } from '../topics.ts';

/** Why a clause counts, and the topics that say what its actions stop. */
export interface Offer {
  readonly topics: ReadonlySet<TopicCode>;
  /** Whether only the clause before or above it offers something: it then adds the way to do it. */
  readonly continues: boolean;
}

/** Topics that make a clause one that offers something to do. */
const OFFERING: readonly TopicCode[] = ['OPT', 'RGT', 'SIG'];

/** Words that offer a choice or a request whatever the model says. */
const BY_WORDS =
  /\bopt(?:ing)?[\s-]?out\b|\bunsubscrib|\bexercis\w+ (?:your|these|those|any|this|the|one)\b|\b(?:submit|make|initiate|send)\w* (?:a|an|your|this|these|such|the) (?:\w+ ){0,2}requests?\b|\bwithdraw (?:your|this|that) consent\b|\bdo not sell\b|\b(?:manage|control|delete|disable|block|refuse|reject)\b[^.;]{0,40}\bcookies?\b|\bcookies?\b[^.;]{0,80}\b(?:manage|control|delete|disable|block|refuse|reject)\b/i;

/** "You cannot opt out of service e-mails" offers nothing. */
const REFUSES = /\b(?:cannot|can ?not|can['’]t|may not|unable to|no (?:way|option) to)\b/i;

/** The reader is told to get in touch, without a target in that clause. */
const CONTACT_US =
  /\b(?:contact(?:ing)?|writ(?:e|ing) to|e-?mail(?:ing)?|reach(?:ing)?(?: out to)?) us\b|\bcontact (?:details|information)\b/i;

/** Contacts for something else. */
const OTHER_DESK =
  /copyright|\bDMCA\b|infring|\bpress\b|\bmedia inquir|\bsales\b|investor|billing|feedback/i;

/** A line such as a street, a name or a link alone; longer ones are sentences of their own. */
const SHORT = 90;

/** The offers of a page by clause id. */
export function offersOf(page: PageDocument, findings: readonly Finding[]): Map<string, Offer> {
  const found = topicsByClause(findings);
  const offers = new Map<string, Offer>();
  const byText = new Map<string, Offer>();
  const linked = new Set(page.links.map(({ clauseId }) => clauseId));
  for (const [index, clause] of page.clauses.entries()) {
    const offer = ownOffer(clause, found.get(clause.id));
    const given = offer ?? inherited(clause, page.clauses[index - 1], offers, byText, linked);
    if (!given) continue;
    offers.set(clause.id, given);
    byText.set(clause.text, given);
  }
  return offers;
}

/**
 * The clauses that only give contact details, with the topics of the offer that sends the reader there
 * ("contact us as described below"): empty where no offer does.
 */
export function contactOffers(
  page: PageDocument,
  findings: readonly Finding[],
  offers: ReadonlyMap<string, Offer>,
): Map<string, Offer> {
  const sent = page.clauses.flatMap(({ id, text }) => {
    const offer = offers.get(id);
    return offer?.continues === false && CONTACT_US.test(text) ? [offer] : [];
  });
  const offer = sent.find(({ topics }) => topics.has('RGT')) ?? sent[0];
  if (!offer) return new Map();
  const contacts = findings.filter(({ topic, clauseId, quote }) => {
    return topic === 'CON' && !offers.has(clauseId) && !OTHER_DESK.test(quote);
  });
  return new Map(
    contacts.map(({ clauseId }) => [clauseId, { topics: offer.topics, continues: true }]),
  );
}

/** What is said of each clause; a topic that it denies or withholds is kept apart. */
interface Said {
  readonly topics: Set<TopicCode>;
  refuses: boolean;
}

function topicsByClause(findings: readonly Finding[]): Map<string, Said> {
  const topics = new Map<string, Said>();
  for (const { clauseId, topic, stance } of findings) {
    const own = topics.get(clauseId) ?? { topics: new Set(), refuses: false };
    topics.set(clauseId, own);
    if (stance === 'denies' && OFFERING.includes(topic)) own.refuses = true;
    else own.topics.add(topic);
  }
  return topics;
}

function ownOffer({ text }: Clause, said: Said | undefined): Offer | undefined {
  const topics = said?.topics ?? new Set();
  if (OFFERING.some((topic) => topics.has(topic))) return { topics, continues: false };
  if (said?.refuses || !BY_WORDS.test(text) || REFUSES.test(text)) return undefined;
  return { topics, continues: false };
}

function inherited(
  clause: Clause,
  before: Clause | undefined,
  offers: ReadonlyMap<string, Offer>,
  byText: ReadonlyMap<string, Offer>,
  linked: ReadonlySet<string | null>,
): Offer | undefined {
  const lead = clause.lead ? byText.get(clause.lead) : undefined;
  if (lead) return { topics: lead.topics, continues: true };
  const last = before && offers.get(before.id);
  if (!last || before.heading !== clause.heading) return undefined;
  const goesOn =
    before.text.endsWith(':') ||
    (last.continues && isLine(before, linked) && isLine(clause, linked));
  return goesOn ? { topics: last.topics, continues: true } : undefined;
}

function isLine({ id, text }: Clause, linked: ReadonlySet<string | null>): boolean {
  return text.length <= SHORT || linked.has(id);
}
