/** Opt-out actions from the links and controls of a page. */
import type { PageLink } from '../clause.ts';
import type { TopicCode } from '../topics.ts';
import type { OptOutAction } from './action.ts';
import { isProgram, namesChoice, stopsWhat } from './stops.ts';

/** An action before it has an id. */
export type Draft = Omit<OptOutAction, 'id'>;

/** Links that only lead to more to read. */
const READING =
  /^(?:(?:the\s+|our\s+|their\s+|its\s+|this\s+)?(?:[\w.&’'-]+(?:\s+[\w.&’'-]+){0,3}\s+)?(?:privacy|cookie|data)\s+(?:policy|notice|statement)|(?:our\s+)?terms(?:\s+(?:of|and)\s+.*)?|learn more|read more|more information|back to top|home|how we .*|.*\bmetrics\b.*)\.?$/i;

/** Addresses that only lead to more to read: another policy, a law or an authority. */
const READING_ADDRESS =
  /^https?:\/\/[^/]+\/(?:.*\/)?privacy(?:[-_/]?(?:policy|notice|statement|explanation))?(?:\.\w+)?\/?(?:[?#].*)?$|^https?:\/\/[^/]+\.gov(?:\.\w\w)?\/./i;

/** Labels that are the thing to do, or an address written out. */
const ACTING =
  /\b(?:here|click|form|e-?mail|request|contact|link|settings?|preferences|page|tool|portal|cent(?:er|re)|website|manag|delet|download|access|updat|chang|submit|sending|instructions|profile|account|ticket|this)|^(?:https?:\/\/)?[\w.-]+\.\w{2,}\/\S|@/i;

/** Words right before a label that send the reader there. */
const INTRODUCED =
  /(?:\b(?:visit(?:ing)?|click(?:ing)?(?: on)?|go(?:ing)? to|via|through|using|use|complet(?:e|ing)|fill(?:ing)? (?:in|out)|submit(?:ting)?|see|by|access|contact(?:ing)?|please|select(?:ing)?|consult|follow(?:ing)?|adjust(?:ing)?|at|on)\s+(?:our|the|this|their|its|a|an|your)?|:)\s*["“(]?$/i;

/** A label that is the name of a browser, and addresses of the help of browsers. */
const BROWSER =
  /^(?:(?:google|mozilla|microsoft|apple|windows)\s+)*(?:chrome|firefox|safari|edge|internet explorer|opera|brave)\b.{0,30}$/i;
const BROWSER_HELP = /^https?:\/\/[^/]*\b(?:support|help)\b|^https?:\/\/.*cookie/i;

/** An address that a proxy hides from readers without scripts: nothing can be done with it. */
const HIDDEN_ADDRESS = /\/cdn-cgi\/l\/email-protection/;

/**
 * The links of a clause that offers something which are a way to do it. A link of a clause that only
 * `continues` an offer ("manage cookies in: Chrome, Firefox, …") needs no words of its own.
 */
export function usefulLinks(
  links: readonly PageLink[],
  text: string,
  continues: boolean,
  pageUrl: string,
): PageLink[] {
  return links.filter(({ label, href }) => {
    if (HIDDEN_ADDRESS.test(href)) return false;
    if (isProgram(href) || namesChoice(`${label} ${href}`)) return true;
    if (READING.test(label) || READING_ADDRESS.test(href) || within(href, pageUrl)) return false;
    const contact = /^(?:mailto|tel):/i.test(href);
    return contact || continues || ACTING.test(label) || sends(text, label);
  });
}

function sends(text: string, label: string): boolean {
  const at = text.indexOf(label);
  return at > 0 && INTRODUCED.test(text.slice(Math.max(0, at - 40), at));
}

/** Links and controls outside offering clauses count only when their own words name a choice. */
export function choiceLinks(
  links: readonly PageLink[],
  topics: ReadonlySet<TopicCode>,
  pageUrl: string,
): Draft[] {
  return links
    .filter(({ href }) => !within(href, pageUrl))
    .flatMap((link) => {
      if (namesChoice(link.label)) return linkAction(link, topics, '', pageUrl);
      // "Manage cookies in" stands elsewhere; the name of a browser leads to its own help.
      return BROWSER.test(link.label) && BROWSER_HELP.test(link.href)
        ? linkAction(link, topics, 'cookies', pageUrl)
        : [];
    });
}

/** The action of one link or control; none for an address that cannot be acted on. */
export function linkAction(
  link: PageLink,
  topics: ReadonlySet<TopicCode>,
  context: string,
  pageUrl: string,
): Draft[] {
  const { label, clauseId } = link;
  const stops = stopsWhat([`${label} ${link.href}`, context], topics);
  const draft = { label, host: '', stops, clauseId };
  const url = parse(link.href);
  // An e-mail address that leads elsewhere is found in the text; where the link leads is no use.
  if (/^\S+@\S+\.\w+$/.test(label) && url?.protocol !== 'mailto:') return [];
  const script = url?.protocol === 'javascript:' || samePage(link.href, pageUrl);
  if (script && !namesChoice(label)) return [];
  if (link.kind !== 'link' || script) {
    // A control that only runs a script of the page is named, not opened.
    const target = link.kind === 'form' && /^https?:/i.test(link.href) ? link.href : label;
    return [{ ...draft, type: 'form', target }];
  }
  switch (url?.protocol) {
    case 'http:':
    case 'https:':
      // Some write an e-mail address where the address of a page belongs.
      return url.user !== '' && /^\/?$/.test(url.pathname)
        ? [{ ...draft, type: 'email', target: `${url.user}@${url.host}`.replace(/\.$/, '') }]
        : [{ ...draft, type: 'link', target: url.href, host: url.host }];
    case 'mailto:': {
      const address = decoded(url.pathname).trim().toLowerCase();
      if (!address.includes('@')) return [];
      return [{ ...draft, type: 'email', target: address, label: label || address }];
    }
    case 'tel:': {
      const target = url.pathname.replace(/[^0-9A-Za-z+]/g, '');
      return [{ ...draft, type: 'phone', target }];
    }
    default:
      return [];
  }
}

interface Address {
  readonly href: string;
  readonly protocol: string;
  readonly user: string;
  readonly host: string;
  readonly pathname: string;
}

/** Parses an absolute address without the DOM's `URL`; `null` when it is not one. */
function parse(href: string): Address | null {
  const match = /^([a-z][a-z0-9+.-]*:)(?:\/\/([^/?#]*))?([^?#]*)/i.exec(href.trim());
  if (!match) return null;
  const authority = match[2] ?? '';
  // What stands before an @ is a user name that can imitate a host.
  const at = authority.lastIndexOf('@');
  return {
    href: href.trim(),
    protocol: match[1]!.toLowerCase(),
    user: authority.slice(0, Math.max(0, at)).toLowerCase(),
    host: authority.slice(at + 1).toLowerCase(),
    pathname: match[3] ?? '',
  };
}

/** Undoes percent encoding; a malformed one is left as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function bare(address: string): string {
  return address.replace(/#.*$/, '');
}

/** Whether a link only leads to another place of the same page. */
function within(href: string, pageUrl: string): boolean {
  return /#./.test(href) && bare(href) === bare(pageUrl);
}

/** Whether a link leads nowhere (`#`, or the page itself): a script of the page acts on it. */
function samePage(href: string, pageUrl: string): boolean {
  return !/#./.test(href) && bare(href) === bare(pageUrl);
}
