/**
 * Looks at a page in stages, each dearer than the one before, and stops as soon as the page cannot be
 * a policy: nearly every page ends at the first stage, which searches the page's text once.
 */
import type { PageSignals, PartSignals } from '../core/detect/signals.ts';
import { detectLanguage } from '../core/language.ts';
import { isConsentDialog } from './consent.ts';
import { foreignPolicyFrames } from './foreign-frames.ts';
import { readPart } from './signal-blocks.ts';

/** Words that no policy does without, one stem for each language that detection knows. */
const MENTION =
  /personal|privacy|cookie|data protection|your data|personnel|datenschutz|daten\b|datos|dati\b|gegevens|dados|osobow|[个個]人|개인/gi;

/** Mentions a policy has at the least; a menu and a footer together stay below. */
const MIN_MENTIONS = 4;

/**
 * Characters of text for each mention at the most. The sparsest policy of the calibration pages has one
 * in 2,000 characters of collapsed text, half of the articles fewer than one in 14,000.
 */
const MENTION_CHARS = 4000;

/** Characters of text below which a page holds nothing to judge. */
const MIN_CHARS = 200;

/** Text searched for mentions: most of what follows in larger pages is data of scripts. */
const SEARCHED_CHARS = 600_000;

/** Text of a dialog below which it is not worth judging. */
const MIN_DIALOG_CHARS = 600;

/** How deep frames in frames are followed. */
const FRAME_DEPTH = 3;

/** Signals of a page. Cheap enough for every page that is opened; reads only, never lays out. */
export function gatherSignals(document: Document, location: { href: string }): PageSignals {
  const base = { address: location.href, language: 'und', parts: [] };
  const documents = readableDocuments(document, FRAME_DEPTH);
  const foreignFrames = foreignPolicyFrames(document, location);
  const stages = documents.map(stageOf);
  if (!stages.includes('read')) {
    const stage = stages.includes('unrelated') ? 'unrelated' : 'empty';
    return { ...base, stage, foreignFrames };
  }
  const parts: PartSignals[] = [];
  let text = '';
  let most = -1;
  const keep = (root: Node, place: PartSignals['place'], title: string): void => {
    const dialogs: Element[] = [];
    const read = readPart(root, place, title, (dialog) => dialogs.push(dialog));
    parts.push(...read.parts);
    if (read.parts[0].dataWords > most) [most, text] = [read.parts[0].dataWords, read.text];
    for (const dialog of dialogs) {
      if (isWorthReading(dialog)) keep(dialog, 'dialog', dialog.getAttribute('aria-label') ?? '');
    }
  };
  documents.forEach((each, index) => {
    if (stages[index] === 'read') keep(each.body, index === 0 ? 'page' : 'frame', each.title);
  });
  return { ...base, stage: 'read', language: detectLanguage(text), parts, foreignFrames };
}

/** The document and the documents of frames that scripts may read. */
function readableDocuments(document: Document, depth: number): Document[] {
  const found = [document];
  if (depth === 0) return found;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe,frame')) {
    const inner = frame.contentDocument;
    if (inner?.body) found.push(...readableDocuments(inner, depth - 1));
  }
  return found;
}

/** How far reading a document is worth it, by its bare text. */
function stageOf(document: Document): PageSignals['stage'] {
  const body = document.body as HTMLElement | null;
  if (body === null) return 'empty';
  const text = body.textContent ?? '';
  let code = 0;
  for (const script of body.querySelectorAll('script,style'))
    code += script.textContent?.length ?? 0;
  if (speaksEnough(text, code)) return 'read';
  const shadow = shadowText(body);
  if (shadow !== '' && speaksEnough(shadow, 0)) return 'read';
  return text.length - code + shadow.length < MIN_CHARS ? 'empty' : 'unrelated';
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
    if (shadow) text += `${shadow.textContent ?? ''} ${shadowText(shadow)}`;
  }
  return text;
}

/** Whether a dialog is shown, long enough for a policy, and does not ask for consent. */
function isWorthReading(dialog: Element): boolean {
  if ((dialog.textContent ?? '').length < MIN_DIALOG_CHARS || isConsentDialog(dialog)) return false;
  return dialog.checkVisibility({ visibilityProperty: true });
}
