/**
 * The opt-out actions of a page: everything a reader can do here, taken from clauses that offer a
 * choice, a right or a signal, and from links that name a choice wherever they stand.
 */
import type { Clause, PageDocument, PageLink } from '../clause.ts';
import type { Finding } from '../findings.ts';
import type { TopicCode } from '../topics.ts';
import type { OptOutAction } from './action.ts';
import { namesChoice, stopsWhat } from './stops.ts';
import { textTargets } from './targets.ts';

/** Topics that make a clause one that offers something to do. */
const OFFERING: readonly TopicCode[] = ['OPT', 'RGT', 'SIG'];

/** Links that only lead to more to read. */
const READING =
  /^(?:(?:the\s+|our\s+|their\s+|its\s+|this\s+)?(?:[\w.&’'-]+(?:\s+[\w.&’'-]+){0,3}\s+)?(?:privacy|cookie|data)\s+(?:policy|notice|statement)|terms(?:\s+(?:of|and)\s+.*)?|learn more|read more|more information|back to top|home)\.?$/i;

type Draft = Omit<OptOutAction, 'id'>;

/**
 * Actions in document order, those outside the text last; no two have the same type and target.
 * Addresses that are not http(s), mailto or tel are refused. Ids are `a0`, `a1`, ….
 */
export function findActions(page: PageDocument, findings: readonly Finding[]): OptOutAction[] {
  const topics = topicsByClause(findings);
  const links = Map.groupBy(page.links, ({ clauseId }) => clauseId);
  const drafts: Draft[] = [];
  for (const clause of page.clauses) {
    const own = topics.get(clause.id);
    if (!own || !OFFERING.some((topic) => own.has(topic))) {
      drafts.push(...choiceLinks(links.get(clause.id) ?? [], own ?? new Set()));
    } else {
      drafts.push(...clauseActions(clause, own, links.get(clause.id) ?? [], page.url));
    }
  }
  drafts.push(...choiceLinks(links.get(null) ?? [], new Set()));
  return distinct(drafts).map((draft, index) => ({ id: `a${index}`, ...draft }));
}

function topicsByClause(findings: readonly Finding[]): Map<string, Set<TopicCode>> {
  const topics = new Map<string, Set<TopicCode>>();
  for (const { clauseId, topic, stance } of findings) {
    // "You cannot opt out of service e-mails" offers nothing.
    if (topic === 'OPT' && stance === 'denies') continue;
    const own = topics.get(clauseId);
    if (own) own.add(topic);
    else topics.set(clauseId, new Set([topic]));
  }
  return topics;
}

function clauseActions(
  clause: Clause,
  topics: ReadonlySet<TopicCode>,
  links: readonly PageLink[],
  pageUrl: string,
): Draft[] {
  const useful = links.filter((link) => {
    if (HIDDEN_ADDRESS.test(link.href)) return false;
    return (
      namesChoice(`${link.label} ${link.href}`) ||
      !(READING.test(link.label) || within(link.href, pageUrl))
    );
  });
  const linked = useful.flatMap((link) => linkAction(link, topics, clause.text));
  const labels = useful.map(({ label }) => label.toLowerCase());
  // A link that is called like a setting is the way to it.
  const targets = textTargets(clause.text).filter(({ type, target }) => {
    return type !== 'setting' || !labels.some((label) => label.includes(target));
  });
  const written = targets.map((found): Draft => {
    const stops = stopsWhat(found.type === 'setting' ? found.label : clause.text, topics);
    return { ...found, host: '', stops, clauseId: clause.id };
  });
  return [...linked, ...written];
}

/** An address that a proxy hides from readers without scripts: nothing can be done with it. */
const HIDDEN_ADDRESS = /\/cdn-cgi\/l\/email-protection/;

/** Links and controls outside offering clauses count only when their own words name a choice. */
function choiceLinks(links: readonly PageLink[], topics: ReadonlySet<TopicCode>): Draft[] {
  return links
    .filter(({ label }) => namesChoice(label))
    .flatMap((link) => linkAction(link, topics, ''));
}

function linkAction(link: PageLink, topics: ReadonlySet<TopicCode>, context: string): Draft[] {
  const { label, clauseId } = link;
  const stops = stopsWhat(`${label} ${link.href}`, new Set());
  const decided = stops === 'other' ? stopsWhat(context, topics) : stops;
  if (link.kind !== 'link') {
    // A control that only runs a script of the page is named, not opened.
    const target = /^https?:/i.test(link.href) ? link.href : label;
    return [{ type: 'form', target, label, host: '', stops: decided, clauseId }];
  }
  const url = parse(link.href);
  switch (url?.protocol) {
    case 'http:':
    case 'https:':
      return [{ type: 'link', target: url.href, label, host: url.host, stops: decided, clauseId }];
    case 'mailto:': {
      const address = decoded(url.pathname).toLowerCase();
      return address.includes('@')
        ? [
            {
              type: 'email',
              target: address,
              label: label || address,
              host: '',
              stops: decided,
              clauseId,
            },
          ]
        : [];
    }
    case 'tel:':
      return [
        {
          type: 'phone',
          target: url.pathname.replace(/[^0-9A-Za-z+]/g, ''),
          label,
          host: '',
          stops: decided,
          clauseId,
        },
      ];
    default:
      return [];
  }
}

interface Address {
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
  readonly pathname: string;
}

/** Parses an absolute address without the DOM's `URL`; `null` when it is not one. */
function parse(href: string): Address | null {
  const match = /^([a-z][a-z0-9+.-]*:)(?:\/\/([^/?#]*))?([^?#]*)/i.exec(href.trim());
  if (!match) return null;
  const authority = match[2] ?? '';
  // What stands before an @ is a user name that can imitate a host.
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  return { href: href.trim(), protocol: match[1]!.toLowerCase(), host, pathname: match[3] ?? '' };
}

/** Undoes percent encoding; a malformed one is left as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a link only leads to another place of the same page. */
function within(href: string, pageUrl: string): boolean {
  const bare = (address: string) => address.replace(/#.*$/, '');
  return href.includes('#') && bare(href) === bare(pageUrl);
}

function distinct(drafts: readonly Draft[]): Draft[] {
  const seen = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = `${draft.type} ${draft.target.replace(/\/$/, '')}`;
    const known = seen.get(key);
    if (!known) seen.set(key, draft);
    else if (known.stops === 'other' && draft.stops !== 'other') {
      seen.set(key, { ...known, stops: draft.stops });
    }
  }
  return [...seen.values()];
}
