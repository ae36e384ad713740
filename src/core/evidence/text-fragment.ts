/**
 * Links to a stretch of a page's text, as browsers understand them: `#:~:text=[prefix-,]start[,end][,-suffix]`
 * (WICG Text Fragments, https://wicg.github.io/scroll-to-text-fragment/). A browser shows the first place that
 * matches, so a link is made longer until the first place is the right one.
 */

/** The parts of a text directive; `start` alone is the whole stretch. */
export interface TextDirective {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
  readonly suffix?: string;
}

/** Longest stretch that is written out in full, UTF-16 units: what Chromium's own links do. */
const WHOLE_UP_TO = 300;

/** Words that stand for the beginning and the end of a longer stretch, from few to many. */
const END_WORDS = [4, 8, 12];

/** Words of context before and after, from few to many. */
const CONTEXT_WORDS = [3, 6, 12];

/** A block of text ends here: a line, or a cell of a table row. No part of a directive may hold one. */
const BREAK = /[\n\t]/u;
const WORD = /[\p{L}\p{N}]/u;

/** Address of `url` that leads to `text.slice(start, end)`. `text` is the page's, one line for each block. */
export function linkToText(url: string, text: string, start: number, end: number): string {
  return `${addressOf(url)}:~:${encodeDirective(directiveFor(text, start, end))}`;
}

/** The address up to and with its `#`. A fragment goes, unless it names a view of a single-page application. */
function addressOf(url: string): string {
  const at = url.indexOf('#');
  if (at < 0) return `${url}#`;
  return /^#[/!]/u.test(url.slice(at)) ? url : url.slice(0, at + 1);
}

/** Writes a directive. `-`, `,` and `&` mean something in it, and brackets in many places that hold links. */
export function encodeDirective({ prefix, start, end, suffix }: TextDirective): string {
  const encode = (part: string) =>
    encodeURIComponent(part.toWellFormed()).replaceAll(
      /[-!'()*]/gu,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const parts = [
    prefix === undefined ? null : `${encode(prefix)}-`,
    encode(start),
    end === undefined ? null : encode(end),
    suffix === undefined ? null : `-${encode(suffix)}`,
  ];
  return `text=${parts.filter((part) => part !== null).join(',')}`;
}

/** The shortest of a few directives whose first match in `text` is the stretch; else the most exact one. */
export function directiveFor(text: string, start: number, end: number): TextDirective {
  const folded = fold(text);
  const bare = bareDirectives(text.slice(start, end));
  const candidates = [
    ...bare,
    ...CONTEXT_WORDS.flatMap((count) => withContext(text, start, end, count, bare.at(-1)!)),
  ];
  const right = candidates.find((candidate) => {
    const match = firstMatch(folded, candidate);
    return match !== null && match.start === start && match.end === end;
  });
  return right ?? candidates.at(-1)!;
}

/** Directives without context: the whole stretch, or its first and last words. */
function bareDirectives(stretch: string): TextDirective[] {
  const blocks = stretch.split(BREAK).filter((block) => WORD.test(block));
  const [first = stretch, last = first] = [blocks[0], blocks.at(-1)];
  if (blocks.length <= 1 && stretch.length <= WHOLE_UP_TO) return [{ start: first }];
  return END_WORDS.map((count) => {
    return { start: firstWords(first, count), end: lastWords(last, count) };
  });
}

function withContext(
  text: string,
  start: number,
  end: number,
  count: number,
  bare: TextDirective,
): TextDirective[] {
  const before = text.slice(0, start).trimEnd().split(BREAK).at(-1) ?? '';
  const after = text.slice(end).trimStart().split(BREAK, 1)[0] ?? '';
  const prefix = WORD.test(before) ? { prefix: lastWords(before, count) } : {};
  const suffix = WORD.test(after) ? { suffix: firstWords(after, count) } : {};
  return [
    { ...bare, ...prefix },
    { ...bare, ...suffix },
    { ...bare, ...prefix, ...suffix },
  ];
}

function firstWords(block: string, count: number): string {
  return block.trim().split(/\s+/u).slice(0, count).join(' ');
}

function lastWords(block: string, count: number): string {
  return block.trim().split(/\s+/u).slice(-count).join(' ');
}

/** Upper and lower case alike, every place where it was. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (char) => {
    const small = char.toLowerCase();
    return small.length === char.length ? small : char;
  }).join('');
}

/** Where a browser would find `directive` first in text that was folded; `null` where it finds nothing. */
function firstMatch(
  folded: string,
  directive: TextDirective,
): { readonly start: number; readonly end: number } | null {
  const [prefix, start, end, suffix] = (['prefix', 'start', 'end', 'suffix'] as const).map(
    (part) => (directive[part] === undefined ? undefined : fold(directive[part])),
  );
  const stands = (part: string | undefined, at: number) =>
    part === undefined || (folded.startsWith(part, at) && whole(folded, at, at + part.length));
  for (const at of places(folded, prefix ?? start!)) {
    const from = prefix === undefined ? at : skipSpace(folded, at + prefix.length);
    if (!stands(start, from)) continue;
    const to = from + start!.length;
    if (end === undefined) {
      if (stands(suffix, skipSpace(folded, to))) return { start: from, end: to };
      continue;
    }
    for (const last of places(folded, end, to)) {
      const after = last + end.length;
      if (stands(suffix, skipSpace(folded, after))) return { start: from, end: after };
    }
    return null;
  }
  return null;
}

/** Where `part` stands in whole words, from `from` on. */
function* places(folded: string, part: string, from = 0): Generator<number> {
  // Nothing stands everywhere, and at the end of the text for ever.
  if (part === '') return;
  for (let at = folded.indexOf(part, from); at >= 0; at = folded.indexOf(part, at + 1)) {
    if (whole(folded, at, at + part.length)) yield at;
  }
}

/** Whether neither end of a stretch is inside a word. */
function whole(text: string, start: number, end: number): boolean {
  const inside = (at: number) => WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '');
  return !inside(start) && !inside(end);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/u.test(text[at] ?? '')) at += 1;
  return at;
}
