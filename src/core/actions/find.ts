/**
 * The opt-out actions of a page: everything a reader can do here, taken from clauses that offer a
 * choice, a right or a signal, and from links that name a choice wherever they stand.
 */
import type { Clause, PageDocument, PageLink } from '../clause.ts';
import type { Finding } from '../findings.ts';
import type { OptOutAction } from './action.ts';
import { choiceLinks, linkAction, usefulLinks, type Draft } from './links.ts';
import { contactOffers, offersOf, type Offer } from './offering.ts';
import { settingTargets } from './settings.ts';
import { stopsWhat } from './stops.ts';
import { textTargets } from './targets.ts';

/** A link in a text no longer than this stands alone or behind a name. */
const LINE = 160;

/** Words of a link that leads to settings. */
const SETTING = /settings?|preferences|account|profile|dashboard|choices|controls|\bads?\b/i;

/**
 * Actions in document order, those outside the text last; no two have the same type and target.
 * Addresses that are not http(s), mailto or tel are refused. Ids are `a0`, `a1`, ….
 */
export function findActions(page: PageDocument, findings: readonly Finding[]): OptOutAction[] {
  const offers = offersOf(page, findings);
  const contacts = contactOffers(page, findings, offers);
  const links = Map.groupBy(page.links, ({ clauseId }) => clauseId);
  const drafts: Draft[] = [];
  for (const clause of page.clauses) {
    const own = links.get(clause.id) ?? [];
    const offer = offers.get(clause.id) ?? contacts.get(clause.id);
    if (!offer) {
      drafts.push(...choiceLinks(own, new Set(), page.url));
    } else if (contacts.has(clause.id)) {
      drafts.push(...clauseActions(clause, offer, own, page.url).filter(isContact));
    } else {
      drafts.push(...clauseActions(clause, offer, own, page.url));
    }
  }
  drafts.push(...choiceLinks(links.get(null) ?? [], new Set(), page.url));
  return distinct(drafts).map((draft, index) => ({ id: `a${index}`, ...draft }));
}

function isContact({ type }: Draft): boolean {
  return type === 'email' || type === 'phone' || type === 'address';
}

function clauseActions(
  clause: Clause,
  { topics, continues }: Offer,
  links: readonly PageLink[],
  pageUrl: string,
): Draft[] {
  const { id, text } = clause;
  const useful = usefulLinks(links, text, continues && text.length <= LINE, pageUrl);
  const linked = useful.flatMap((link) => linkAction(link, topics, text, pageUrl));
  const shown = links.flatMap(({ label, href }) => [label, href]);
  const written = textTargets(text, continues)
    // An address that the page links is told by its link.
    .filter(({ type, target }) => type !== 'link' || !shown.some((own) => sameAddress(own, target)))
    .map(({ type, target, label, host }): Draft => {
      return { type, target, label, host, stops: stopsWhat([text], topics), clauseId: id };
    });
  // A link in the same sentence is the way to a setting of the site.
  const reached = linked.some(({ type, target, label: own }) => {
    return (type === 'link' || type === 'form') && SETTING.test(`${own} ${target}`);
  });
  const settings = (continues ? [] : settingTargets(text, topics))
    .filter(({ ofSite }) => !(ofSite && reached))
    .map(({ target, label }): Draft => {
      const mail = target === 'unsubscribe link' || target === 'reply stop';
      const stops = mail ? 'marketing' : stopsWhat([label, text], topics);
      return { type: 'setting', target, label, host: '', stops, clauseId: id };
    });
  return [...linked, ...written, ...settings];
}

/** Whether an address that is written is the one that a link shows or leads to. */
function sameAddress(shown: string, written: string): boolean {
  const [one, other] = [shown, written].map((address) => {
    return address.toLowerCase().replace(/^https?:\/\/(?:www\.)?|^www\.|\/+$/g, '');
  });
  return one !== undefined && one.includes('.') && other !== undefined && other.startsWith(one);
}

/** One action for each type and target, the first; it stops what most of its mentions say. */
function distinct(drafts: readonly Draft[]): Draft[] {
  const same = Map.groupBy(drafts, ({ type, target }) => `${type} ${target.replace(/\/$/, '')}`);
  return Array.from(same.values(), (mentions): Draft => {
    const said = Map.groupBy(
      mentions.map(({ stops }) => stops).filter((stops) => stops !== 'other'),
      (stops) => stops,
    );
    const [most] = [...said].toSorted(([, one], [, other]) => other.length - one.length);
    const first = mentions[0]!;
    return { ...first, stops: most?.[0] ?? first.stops };
  });
}
