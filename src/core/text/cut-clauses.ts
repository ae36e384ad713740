/**
 * Cuts read lines into clauses with the context that the labelled data gives them: section path,
 * lead-in of a list and the line before.
 */
import type { Clause, ClauseKind } from '../clause.ts';
import { cutSentences } from './sentences.ts';
import type { Span } from './sentences.ts';

/** A line of a read document: a heading, a paragraph, a paragraph of a list item, a table row. */
export interface Line {
  readonly kind: 'heading' | ClauseKind;
  /** White space collapsed; the cells of a row are parted by tabs. */
  readonly text: string;
  /** Rank of a heading: 1 is the outermost. 0 for all else. */
  readonly level: number;
  /** Number that all lines of one list or one table share, unique in the document. 0 outside. */
  readonly group: number;
  /** Nesting of the list, from 1. 0 outside. */
  readonly depth: number;
  /** Column names of a row's cells in order, where the table states them. */
  readonly columns?: readonly string[];
  /**
   * A heading that names a section although it stands elsewhere (a tab's label): not in the text.
   * Without text it ends such a section.
   */
  readonly virtual?: boolean;
  /** Text that gives no clause: the row that names a table's columns. */
  readonly silent?: boolean;
  /** Text of the site's consent dialog. */
  readonly consent?: boolean;
}

/** Where a clause came from: the line and the offsets within the line's text. */
export interface ClausePlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The text of a document and its clauses; `places[i]` belongs to `clauses[i]`. */
export interface CutDocument {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly places: readonly ClausePlace[];
}

/** The labelled data keeps this much of a section path, from its end. */
export const HEADING_LIMIT = 200;
/** The labelled data keeps this much of a lead-in, from its end. */
export const LEAD_LIMIT = 240;

const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * A row as the labelled data writes it: `Name: _ga | Purpose: Statistics`, or cells parted by bars
 * where the table has no column names. Empty cells are left out.
 */
export function rowAsLabelled(text: string, columns: readonly string[] = []): string {
  return text
    .split('\t')
    .map((cell, index) => {
      const column = columns[index] ?? '';
      return cell !== '' && column !== '' && column !== cell ? `${column}: ${cell}` : cell;
    })
    .filter((cell) => cell !== '')
    .join(' | ');
}

/** Numbers that the labelled data leaves off: "3.4." and "iii." anywhere, "(c)" before list items. */
const NUMBER = /^(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]{2,5})\.\s+(?=\p{Lu})/u;
const ITEM_NUMBER = /^(?:\(\w{1,4}\)|\w{1,3}\))\s+/u;

/** Spans of the sentences of a line, without the numbers that they begin with. */
function sentencesOf({ text, kind }: Line): Span[] {
  return cutSentences(text).map(({ start, end }, index) => {
    const sentence = text.slice(start, end);
    const item = kind === 'item' && index === 0;
    const number = NUMBER.exec(sentence) ?? (item ? ITEM_NUMBER.exec(sentence) : null);
    const length = number?.[0].length ?? 0;
    return length < sentence.length ? { start: start + length, end } : { start, end };
  });
}

/** Section path from the open headings, outermost headings dropped first when it is too long. */
function pathOf(open: readonly { text: string }[]): string {
  let from = 0;
  let path = open.map((heading) => heading.text).join(' > ');
  while (path.length > HEADING_LIMIT && from < open.length - 1) {
    from += 1;
    path = open
      .slice(from)
      .map((heading) => heading.text)
      .join(' > ');
  }
  return path;
}

/** Keeps the lead-in of each list and table: the line before it, where that ends with a colon. */
class LeadIns {
  readonly #byGroup = new Map<number, string>();

  leadOf(line: Line, before: Line | undefined): string {
    if (line.group === 0) return '';
    const known = this.#byGroup.get(line.group);
    if (known !== undefined) return known;
    const introduces =
      before !== undefined &&
      (before.kind === 'para' || before.kind === 'item') &&
      before.group !== line.group &&
      /[:：]$/u.test(before.text);
    const lead = introduces ? before.text.slice(-LEAD_LIMIT).trim() : '';
    this.#byGroup.set(line.group, lead);
    return lead;
  }
}

/** Joins `lines` into one text (one line each) and cuts them into clauses. Linear in their length. */
export function cutClauses(lines: readonly Line[]): CutDocument {
  const parts: string[] = [];
  const clauses: Clause[] = [];
  const places: ClausePlace[] = [];
  const open: { level: number; text: string }[] = [];
  const leadIns = new LeadIns();
  let offset = 0;
  let heading = '';
  let prev = '';
  let before: Line | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.virtual !== true) parts.push(line.text);
    if (line.kind === 'heading') {
      while (open.length > 0 && open.at(-1)!.level >= line.level) open.pop();
      if (line.text !== '') open.push({ level: line.level, text: line.text });
      heading = pathOf(open);
      if (line.virtual !== true) prev = line.text;
    } else if (line.silent !== true) {
      const lead = leadIns.leadOf(line, before);
      const row = line.kind === 'row';
      const spans = row ? [{ start: 0, end: line.text.length }] : sentencesOf(line);
      for (const { start, end } of spans) {
        const text = line.text.slice(start, end);
        if (!HAS_WORD.test(text)) continue;
        clauses.push({
          id: `c${clauses.length}`,
          index: clauses.length,
          kind: line.kind,
          heading,
          lead,
          prev,
          text,
          start: offset + start,
          end: offset + end,
          ...(row && line.columns !== undefined ? { columns: line.columns } : {}),
          ...(line.consent === true ? { consent: true } : {}),
        });
        places.push({ line: index, start, end });
        prev = row ? rowAsLabelled(text, line.columns) : text;
      }
    }
    before = line;
    if (line.virtual !== true) offset += line.text.length + 1;
  }
  return { text: parts.join('\n'), clauses, places };
}
