/** Recognises lines and small parts that stand inside a document and are none of it, by their words. */
import type { SkipReason } from '../core/clause.ts';
import type { Block, Box } from './model.ts';

const TOP_LINK =
  /^[\s↑⇑^«»<>]*(?:(?:back|return|go|jump|scroll|move)\s+(?:up\s+)?to\s+(?:the\s+)?(?:top|index|contents?|table of contents|start)(?:\s+of\s+(?:the\s+)?page)?|top(?:\s+of\s+(?:the\s+)?page)?|top)[\s↑⇑^«»<>.]*$/i;
const MORE_LINK =
  /^(?:(?:read|learn|show|see|view|find out)\s+(?:more|less|all)|(?:expand|collapse|open|close)\s+(?:all|section)s?|print(?:\s+(?:this\s+)?(?:page|policy))?|download(?:\s+(?:as\s+)?pdf)?|share|close|menu|search|skip to (?:main )?content)[\s.…>»→]*$/i;
/** Longest of those, in characters. */
const LABEL_LIMIT = 60;

/** What parts the links of a menu that is one line of text. */
const BARS = /\s*[|•·]\s*/u;
/** Entries and share of linked text from which such a line is a menu, and its greatest length. */
const MENU = { entries: 3, linked: 0.7, limit: 300 } as const;

/** Who owns the page, as the last line of a document without a footer. */
const OWNER = /^(?:copyright\b|©|\(c\)\s*\d{4})/i;
const OWNER_LIMIT = 160;

function isMenu({ text, linkChars }: Block): boolean {
  if (text.length > MENU.limit || linkChars < MENU.linked * text.length) return false;
  return text.split(BARS).filter((entry) => entry !== '').length >= MENU.entries;
}

function isLabel({ text, linkChars, box }: Block): boolean {
  if (text.length >= LABEL_LIMIT) return false;
  if (TOP_LINK.test(text)) return true;
  if (!MORE_LINK.test(text)) return false;
  return linkChars > 0 || box.controls > 0 || box.element.closest('a, button') !== null;
}

/** Why a line inside a document is none of its text; `null` when nothing speaks against it. */
export function furnitureOf(block: Block): SkipReason | null {
  if (isLabel(block) || isMenu(block)) return 'navigation';
  const { text } = block;
  const owner = text.length <= OWNER_LIMIT && OWNER.test(text);
  return owner && /\b\d{4}\b|all rights reserved/i.test(text) ? 'footer' : null;
}

const QUESTION =
  /\b(?:was|is|did|were) (?:this|the|our) (?:page|article|answer|content|section|information|topic|document)s?\b.{0,24}?\b(?:help|useful)/i;
/** Greatest length of a form that asks for an opinion of the page, and of what stands before the question. */
const SURVEY = { limit: 700, before: 60 } as const;

/** Whether a part asks whether the page was helpful. */
export function isSurvey({ element, controls, links, chars }: Box): boolean {
  if (controls + links === 0 || chars > SURVEY.limit) return false;
  const asked = (element.textContent ?? '').replace(/\s+/gu, ' ').trim().search(QUESTION);
  return asked >= 0 && asked <= SURVEY.before;
}
