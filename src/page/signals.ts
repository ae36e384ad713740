/**
 * Looks at a page in stages, each dearer than the one before, and stops as soon as the page cannot be
 * a policy: nearly every page ends at the first stage, which searches the page's text once.
 */
import type { PageSignals, PartSignals } from '../core/detect/signals.ts';
import { isConsentDialog } from './consent.ts';
import { readPart } from './signal-blocks.ts';

/** Words that no policy does without, one stem for each language that detection knows. */
export const MENTION =
  /personn?[ae]l|privacy|cookie|data prot|your data|daten|datos|dati\b|gegevens|dados|osobow|dan(e|ych)\b|donn.es|[个個]人/gi;

/** Mentions a policy has at the least; a menu and a footer together stay below. */
const MIN_MENTIONS = 4;

/**
 * Characters of text for each mention at the most. The sparsest policy of the calibration pages has one
 * in 2,000 characters of collapsed text, half of the articles fewer than one in 14,000.
 */
const MENTION_CHARS = 4000;

/** Text searched for mentions: most of what follows in larger pages is data of scripts. */
const SEARCHED_CHARS = 600_000;

/** Signals of a page. Cheap enough for every page that is opened; reads only, never lays out. */
export function gatherSignals(document: Document, location: { href: string }): PageSignals {
  const parts: PartSignals[] = [];
  const keep = (root: Node, place: PartSignals['place'], title: string): void => {
    const dialogs: Element[] = [];
    parts.push(...readPart(root, place, title, dialogs));
    for (const dialog of dialogs) {
      if (isWorthReading(dialog)) keep(dialog, 'dialog', '');
    }
  };
  for (const each of readableDocuments(document)) {
    if (!isWorthMeasuring(each)) continue;
    const place = each === document ? 'page' : 'frame';
    try {
      keep(each.body, place, each.title);
    } catch {
      // Nested too deep, or its forms name fields like properties of theirs: judged by its bare text.
      parts.push(...readPart(new Text(each.body.textContent!), place, each.title, []));
    }
  }
  return { address: location.href, parts };
}

/** The document and the documents of its frames, as far as they have a body and scripts may read them. */
function readableDocuments(document: Document | null): Document[] {
  if (!document?.body) return [];
  const frames = [...document.querySelectorAll<HTMLIFrameElement>('iframe,frame')];
  return [document, ...frames.flatMap((frame) => readableDocuments(frame.contentDocument))];
}

/** Whether reading a document is worth it, by its bare text. */
function isWorthMeasuring({ body }: Document): boolean {
  let code = 0;
  for (const script of body.querySelectorAll('script,style')) code += script.textContent!.length;
  return speaksEnough(body.textContent!, code) || speaksEnough(shadowText(body), 0);
}

/** Whether `text`, `code` characters of which are scripts and styles, could be a policy's. */
function speaksEnough(text: string, code: number): boolean {
  const mentions = text.slice(0, SEARCHED_CHARS).match(MENTION)?.length ?? 0;
  const chars = Math.min(text.length, SEARCHED_CHARS) - code;
  return mentions >= MIN_MENTIONS && mentions * MENTION_CHARS >= chars;
}

/** Text of the open shadow roots below a node. */
function shadowText(root: ParentNode): string {
  let text = '';
  for (const element of root.querySelectorAll('*')) {
    const shadow = element.shadowRoot;
    // A field can stand in for its form's shadow root, but has no host.
    if (shadow?.host) text += `${shadow.textContent} ${shadowText(shadow)}`;
  }
  return text;
}

/** Whether a dialog is shown and does not ask for consent. */
function isWorthReading(dialog: Element): boolean {
  return !isConsentDialog(dialog) && dialog.checkVisibility({ visibilityProperty: true });
}
