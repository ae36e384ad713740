/** The kinds of changes that make mutants. Each takes a page as text and gives another one. */
import { Buffer } from 'node:buffer';
import { partsOf } from './markup.ts';
import type { Part } from './markup.ts';
import { ATTRIBUTES, CHARACTERS, NAMES, SHEETS, SOUP, WRAPS } from './pieces.ts';
import type { Step } from './plan.ts';

type Mutation = (html: string, step: Step) => string;

/** Elements that hold an element at the most, as steps up from one that was hit at random. */
const CLIMB = 6;
/** Longest piece that is copied, UTF-16 units: a few doublings must not make a page of megabytes. */
const COPY_LIMIT = 200_000;
/** A huge attribute, UTF-16 units. */
const HUGE = 300_000;
/** Depth of nesting: more than the parser builds (512). */
const DEEP = 600;

function one<T>(all: readonly T[], { pick }: Step): T {
  return all[pick % all.length]!;
}

/** A name of an element as a pattern: pages write names with any character in them. */
function escaped(name: string): string {
  return name.replaceAll(/[^\w-]/gu, '.');
}

/** The element at a share of all elements, or one of those around it. */
function partAt(parts: readonly Part[], at: number, pick: number): Part | null {
  let part = parts[Math.floor(at * parts.length)];
  for (let up = Math.floor(pick / 7) % CLIMB; up > 0 && part !== undefined; up -= 1) {
    part = parts[part.parent] ?? part;
  }
  return part ?? null;
}

function splice(html: string, from: number, to: number, text: string): string {
  return html.slice(0, from) + text + html.slice(to);
}

/** A mutation of one element. */
function ofPart(change: (html: string, part: Part, step: Step) => string): Mutation {
  return (html, step) => {
    const part = partAt(partsOf(html), step.at, step.pick);
    return part === null ? html : change(html, part, step);
  };
}

/** A mutation of the text (not the tags) of one element. */
function ofText(change: (text: string, step: Step) => string): Mutation {
  return ofPart((html, { inner, close }, step) => {
    const content = html
      .slice(inner, close)
      .replace(/(^|>)([^<]+)/gu, (_, tag: string, text: string) => {
        return tag + change(text, step);
      });
    return splice(html, inner, close, content);
  });
}

/** Bytes of one encoding read as another, from a place on. */
function misread(html: string, { at, pick }: Step): string {
  const from = Math.floor(at * html.length);
  const bytes = Buffer.from(html.slice(from), 'utf8');
  const [as, bytesRead] = one<[string, Uint8Array]>(
    [
      ['windows-1252', bytes],
      ['utf-8', Buffer.from(html.slice(from), 'latin1')],
      ['utf-8', bytes.subarray(1)],
      ['shift_jis', bytes],
      ['utf-16le', bytes.subarray(0, 20_000)],
    ],
    { pick } as Step,
  );
  return html.slice(0, from) + new TextDecoder(as).decode(bytesRead);
}

function move(html: string, { at, to, pick }: Step): string {
  const parts = partsOf(html);
  const part = partAt(parts, at, pick);
  const target = partAt(parts, to, pick);
  if (part === null || target === null) return html;
  const piece = html.slice(part.start, part.end);
  const place = target.inner;
  if (place <= part.start) {
    return html.slice(0, place) + piece + html.slice(place, part.start) + html.slice(part.end);
  }
  if (place < part.end) return html;
  return html.slice(0, part.start) + html.slice(part.end, place) + piece + html.slice(place);
}

function inFrame(html: string, { start, end }: Part): string {
  const content = html.slice(start, end).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return splice(html, start, end, `<iframe srcdoc="${content}"></iframe>`);
}

/** The mutations by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  delete: ofPart((html, { start, end }) => splice(html, start, end, '')),
  deleteTags: ofPart((html, { start, inner, close, end }) => {
    return html.slice(0, start) + html.slice(inner, close) + html.slice(end);
  }),
  duplicate: ofPart((html, { start, end }, { pick }) => {
    const times = end - start > COPY_LIMIT / 50 ? 1 : 1 + (pick % 50);
    return end - start > COPY_LIMIT
      ? html
      : splice(html, end, end, html.slice(start, end).repeat(times));
  }),
  move,
  nest: ofPart((html, { start, end }, step) => {
    const name = one(NAMES, step);
    const depth = 1 + (step.pick % DEEP);
    const piece = `<${name}>`.repeat(depth) + html.slice(start, end) + `</${name}>`.repeat(depth);
    return splice(html, start, end, piece);
  }),
  unclose: ofPart((html, { close, end }) => splice(html, close, end, '')),
  uncloseAll: (html, step) => html.replaceAll(new RegExp(`</${one(NAMES, step)}\\s*>`, 'giu'), ''),
  swapTag: ofPart((html, { start, inner, close, end }, step) => {
    const to = one(NAMES, step);
    const tag = html.slice(start, inner).replace(/^<[^\s/>]+/u, `<${to}`);
    const closing = end > close ? `</${to}>` : '';
    return html.slice(0, start) + tag + html.slice(inner, close) + closing + html.slice(end);
  }),
  swapAllTags: ofPart((html, { name }, step) => {
    return html.replaceAll(
      new RegExp(`(</?)${escaped(name)}(?=[\\s/>])`, 'giu'),
      (_, tag: string) => {
        return tag + one(NAMES, step);
      },
    );
  }),
  wrap: ofPart((html, { start, end }, step) => {
    const [before, after] = one(WRAPS, step);
    return splice(html, start, end, before + html.slice(start, end) + after);
  }),
  wrapContent: ofPart((html, { inner, close }, step) => {
    const [before, after] = one(WRAPS, step);
    return splice(html, inner, close, before + html.slice(inner, close) + after);
  }),
  frame: ofPart(inFrame),
  attribute: ofPart((html, { start, name }, step) => {
    const at = start + name.length + 1;
    return splice(html, at, at, ` ${one(ATTRIBUTES, step)} `);
  }),
  attributeAll: ofPart((html, { name }, step) => {
    const tag = new RegExp(`<${escaped(name)}(?=[\\s/>])`, 'giu');
    return html.replaceAll(tag, () => `<${name} ${one(ATTRIBUTES, step)} `);
  }),
  hugeAttribute: ofPart((html, { start, name }, { pick }) => {
    const at = start + name.length + 1;
    const value = (pick % 2 === 0 ? 'x ' : 'privacy').repeat(HUGE / 7);
    return splice(
      html,
      at,
      at,
      ` ${['class', 'id', 'aria-label', 'title', 'data-x'][pick % 5]}="${value}" `,
    );
  }),
  sheet: (html, step) => {
    const sheet = `<style>${one(SHEETS, step)}</style>`;
    return step.at < 0.5 ? html + sheet : html.replace(/<body[^>]*>|$/iu, (tag) => tag + sheet);
  },
  soup: (html, step) => {
    const at = Math.floor(step.at * html.length);
    return splice(html, at, at, one(SOUP, step));
  },
  between: ofText((text, step) => text.replaceAll(' ', ` ${one(CHARACTERS, step)}`)),
  within: ofText((text, step) =>
    text.replaceAll(/(?<=\p{L})(?=[aeiou])/gu, () => one(CHARACTERS, step)),
  ),
  reverse: ofText((text) => `\u202e${[...text].toReversed().join('')}`),
  unspaced: ofText((text) => text.replaceAll(/\s+/gu, '')),
  endless: ofText((text) => text.replaceAll(/[.!?:;]/gu, ' ')),
  shouted: ofText((text) => text.toUpperCase()),
  homoglyphs: ofText((text) => text.replaceAll('e', '\u0435').replaceAll('o', '\u043e')),
  misread,
  truncate: (html, { at }) => html.slice(0, Math.floor((0.2 + 0.8 * at) * html.length)),
};
