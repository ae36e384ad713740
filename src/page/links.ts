/** Collects what a reader can act on: the links of the read text, and choices that stand outside. */
import { namesChoice } from '../core/actions/stops.ts';
import type { Clause, PageLink } from '../core/clause.ts';
import { collapse } from '../core/text/collapse.ts';
import { closestTo } from './clobbered.ts';
import type { Block, Survey } from './model.ts';

/** Labels are short; anything longer is text around a control. */
const LABEL_LIMIT = 120;

/** Finds the clause at an offset of a block; `null` where no clause stands (a heading). */
export type ClauseAt = (block: Block, offset: number) => string | null;

/** Finds clauses by their places, given in the order of the clauses. */
export function clauseFinder(
  clauses: readonly Clause[],
  anchors: readonly { readonly block: Block; readonly start: number; readonly end: number }[],
): ClauseAt {
  const byBlock = new Map<Block, number[]>();
  for (const [index, { block }] of anchors.entries()) {
    const known = byBlock.get(block);
    if (known === undefined) byBlock.set(block, [index]);
    else known.push(index);
  }
  return (block, offset) => {
    const at = byBlock.get(block)?.find((i) => offset < anchors[i]!.end);
    return at === undefined || offset < anchors[at]!.start ? null : clauses[at]!.id;
  };
}

function labelOf(element: Element): string {
  const text = collapse(element.textContent ?? '');
  if (text !== '') return text;
  const spoken = element.getAttribute('aria-label') ?? element.getAttribute('title');
  return collapse(spoken ?? element.querySelector('img[alt]')?.getAttribute('alt') ?? '');
}

/**
 * The absolute address in an attribute; the page's own when it is empty. Not by the property of that
 * name: in SVG it is an object, and a field called `action` takes its form's.
 */
function addressIn(element: Element, attribute: string): string {
  const { getAttribute } = Element.prototype;
  const address = getAttribute.call(element, attribute) ?? '';
  return URL.parse(address, element.baseURI)?.href ?? address;
}

function linksIn(block: Block, clauseAt: ClauseAt, seen: Map<Element, Set<string>>): PageLink[] {
  if (block.linkChars === 0) return [];
  const links: PageLink[] = [];
  for (const run of block.runs) {
    const anchor = closestTo(run.node.parentElement, 'a[href]');
    if (anchor === null) continue;
    const clauseId = clauseAt(block, run.start);
    const known = seen.get(anchor) ?? new Set();
    if (known.has(clauseId ?? '')) continue;
    seen.set(anchor, known.add(clauseId ?? ''));
    links.push({ kind: 'link', label: labelOf(anchor), href: addressIn(anchor, 'href'), clauseId });
  }
  return links;
}

function choiceOf(element: Element): PageLink | null {
  const name = element.localName;
  const link = name === 'a' && element.hasAttribute('href');
  if (!link && name !== 'button' && element.getAttribute('role') !== 'button') return null;
  const label = labelOf(element);
  if (label.length > LABEL_LIMIT || !namesChoice(label)) return null;
  if (link) {
    return { kind: 'link', label, href: addressIn(element, 'href'), clauseId: null };
  }
  const form = element.closest('form');
  if (form === null) return { kind: 'button', label, href: '', clauseId: null };
  return { kind: 'form', label, href: addressIn(form, 'action'), clauseId: null };
}

/** Links in `read` blocks with their clauses, then choices that stand elsewhere on the page. */
export function collectLinks(
  survey: Survey,
  read: readonly Block[],
  clauseAt: ClauseAt,
): PageLink[] {
  const seen = new Map<Element, Set<string>>();
  const links = read.flatMap((block) => linksIn(block, clauseAt, seen));
  for (const { element } of survey.boxes) {
    const choice = seen.has(element) ? null : choiceOf(element);
    if (choice !== null) links.push(choice);
  }
  return links;
}
