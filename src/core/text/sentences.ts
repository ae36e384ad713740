/**
 * Cuts a paragraph into sentences. Boundaries are proposed as the Unicode rules do (by
 * `Intl.Segmenter` itself where a script has no spaces); the rules here take away those that legal
 * text does not mean ("Art. 6 (1) (b)", "Acme Inc. and", "1. We collect"). They alone decide, so that
 * Node, Chromium and Firefox cut alike even where their segmenters should differ.
 */
import {
  ALWAYS_CONTINUES,
  BEFORE_NUMBERS,
  MAY_CONTINUE,
  SENTENCE_STARTERS,
} from './abbreviations.ts';

/** A piece of a text: UTF-16 offsets, `end` exclusive, no white space at either end. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence end: its mark, closing quotes and brackets, and the white space after them. */
const END = /[.!?…]["'”’»)\]\u200b-\u200d]*\s+$/u;
/** Ends of sentences in scripts that put no space after them. */
const IDEOGRAPHIC_END = /[。！？][」』”）]*\s*$/u;
/** What a new sentence can begin with. A remark in brackets and a bare number continue the one before,
 * as in the labelled data. */
const START =
  /^(?:["'“‘«„¿¡]*[\p{Lu}\p{Lt}\p{Lo}]|\d+(?:\.\d+)*[.)]?\s+\p{Lu}|\([\p{L}\d]{1,4}\)\s+\p{Lu}|[•●○▪·➢–—*§-]\s)/u;
/** A number or letter that only counts: "1.", "2.3.", "(a)", "iv.", "Article 13.". */
const ENUMERATOR =
  /^[("'“]*(?:(?:article|section|part|chapter|annex|clause|step)\s+)?(?:\d+(?:\.\d+)*|[ivxlc]{1,5}|\p{L})[.)]*\s*$/iu;
const LAST_WORD = /([^\s("'“‘[/]+)\.["'”’»)\]\u200b-\u200d]*\s+$/u;
const FIRST_WORD = /^["'“‘«„]*(\p{L}+(?:['’]\p{L}+)?)/u;

/** A full stop with no space after it, where a space was forgotten: "your data.Access to your data". */
const GLUED = /(\S*[\p{Ll})\]])["'”’]*[.!?]$/u;
const GLUED_START = /^\p{Lu}\p{Ll}*\s/u;
/** Words with stops inside: addresses. */
const ADDRESS = /[/@_]|www\./iu;

/** Longest look back and ahead of a boundary; abbreviations and first words are shorter. */
const WINDOW = 48;

/** Whether the full stop before `after` belongs to an abbreviation, so that the sentence goes on. */
function continues(before: string, after: string, sentenceSoFar: string): boolean {
  const word = LAST_WORD.exec(before)?.[1];
  if (word === undefined) return false;
  const starter = SENTENCE_STARTERS.has(FIRST_WORD.exec(after)?.[1] ?? '');
  const lower = word.toLowerCase();
  if (ALWAYS_CONTINUES.has(lower)) return true;
  if (BEFORE_NUMBERS.has(lower)) return /^\d/u.test(after);
  if (MAY_CONTINUE.has(lower)) return !starter;
  // An initial ("John F. Kennedy") or a section letter ("see section N. Additional …").
  if (/^\p{Lu}$/u.test(word)) return !starter || sentenceSoFar.length <= 3;
  // Initials written together: "R.J. Smith", "Washington D.C. office".
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return !starter;
  return false;
}

function isGlued(before: string, after: string): boolean {
  const word = GLUED.exec(before)?.[1];
  if (word === undefined || !GLUED_START.test(after) || ADDRESS.test(word)) return false;
  const lower = word.toLowerCase();
  return word.length > 2 && !ALWAYS_CONTINUES.has(lower) && !MAY_CONTINUE.has(lower);
}

function isBoundary(text: string, sentenceStart: number, at: number): boolean {
  const before = text.slice(Math.max(sentenceStart, at - WINDOW), at);
  if (IDEOGRAPHIC_END.test(before)) return true;
  const after = text.slice(at, at + WINDOW);
  if (!END.test(before)) return isGlued(before, after);
  if (!START.test(after)) return false;
  const soFar = at - sentenceStart <= WINDOW ? text.slice(sentenceStart, at) : before;
  if (ENUMERATOR.test(soFar)) return false;
  return !continues(before, after, soFar);
}

/** Trims white space off a span of `text`; `null` when nothing is left. */
function trimmed(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text[from]!)) from += 1;
  while (to > from && /\s/u.test(text[to - 1]!)) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

/** Scripts that end sentences without a space, which only the segmenter can part. */
const UNSPACED = /[。！？]/u;
let segmenter: Intl.Segmenter | null = null;

/**
 * Where sentences may begin, ascending. In scripts with spaces every boundary that the rules let
 * stand follows a mark and white space (or a capital), so that the segmenter, which takes the browser
 * long to set up, would add none.
 */
function proposals(text: string): number[] {
  if (UNSPACED.test(text)) {
    segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
    return Array.from(segmenter.segment(text), ({ index }) => index);
  }
  return Array.from(
    text.matchAll(/[.!?…]["'”’»)\]\u200b-\u200d]*(?:\s+|(?=\p{Lu}))/gu),
    (match) => match.index + match[0].length,
  );
}

/**
 * Sentences of `text` in order; together they hold every character that is not white space.
 * Linear in the length of the text.
 */
export function cutSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const at of proposals(text)) {
    if (at <= start || at >= text.length || !isBoundary(text, start, at)) continue;
    const span = trimmed(text, start, at);
    if (span !== null) spans.push(span);
    start = at;
  }
  const last = trimmed(text, start, text.length);
  if (last !== null) spans.push(last);
  return spans;
}
