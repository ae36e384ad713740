/**
 * Cuts text into the words the model sees, exactly like `training/clausemark/words.py`.
 *
 * A word is a run of letters and digits (Unicode categories L and N); apostrophes and invisible joiners
 * between two such runs belong to it. A few punctuation marks are words of their own because they tell a
 * heading from a sentence and a lead-in from a statement. Everything else (spaces, emoji, symbols) only
 * separates.
 */

/** A word in the form in which the model looks it up, with its place (UTF-16 units) in the text. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** UTF-16 units of a word that count; longer words are cut (no English word of policies is longer). */
export const MAX_WORD = 24;

const MARKS = '.,:;?!()@/%&+-–—•"“”';
const INVISIBLE = ['\u00AD', '\u200C', '\u200D', '\u2060', '\uFEFF'];
const JOINERS = ["'", '’', ...INVISIBLE];
const ALPHANUMERIC = /^[\p{L}\p{N}]$/u;

const SEPARATOR = 0;
const LETTER = 1;
const MARK = 2;
const JOINER = 3;

/** What each ASCII unit is; anything else is looked at one by one. */
const ASCII = Uint8Array.from({ length: 128 }, (_, unit) => classOf(String.fromCharCode(unit)));

function classOf(char: string): number {
  if (ALPHANUMERIC.test(char)) return LETTER;
  if (MARKS.includes(char)) return MARK;
  return JOINERS.includes(char) ? JOINER : SEPARATOR;
}

/** Class of the character at `at` and its length in units. */
function classAt(text: string, at: number): { kind: number; units: number } {
  const point = text.codePointAt(at) ?? 0;
  if (point < 128) return { kind: ASCII[point] ?? SEPARATOR, units: 1 };
  const char = String.fromCodePoint(point);
  return { kind: classOf(char), units: char.length };
}

/** End of the run of letters and digits that begins at `at`. */
function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (unit < 128) {
      if (ASCII[unit] !== LETTER) return end;
      end += 1;
    } else {
      const next = classAt(text, end);
      if (next.kind !== LETTER) return end;
      end += next.units;
    }
  }
  return end;
}

/** End of the word that begins at `at`: runs joined by apostrophes or invisible joiners. */
function wordEnd(text: string, at: number): number {
  let end = runEnd(text, at);
  for (;;) {
    let next = end;
    while (next < text.length && classAt(text, next).kind === JOINER) next += 1;
    if (next === end || next >= text.length || classAt(text, next).kind !== LETTER) return end;
    end = runEnd(text, next);
  }
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** The form in which a word is looked up: NFKC, lower case, plain apostrophes, at most MAX_WORD units. */
function normalise(raw: string): string {
  if (isAscii(raw)) return raw.toLowerCase().slice(0, MAX_WORD);
  let word = raw.replace(/[–—]/g, '-').replace(/[“”]/g, '"').replaceAll('’', "'");
  for (const joiner of INVISIBLE) word = word.replaceAll(joiner, '');
  return word.normalize('NFKC').toLowerCase().slice(0, MAX_WORD);
}

/** The words of a text in order. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const { kind, units } = classAt(text, at);
    if (kind === LETTER) {
      const end = wordEnd(text, at);
      found.push({ word: normalise(text.slice(at, end)), start: at, end });
      at = end;
    } else {
      if (kind === MARK) {
        found.push({ word: normalise(text.slice(at, at + units)), start: at, end: at + units });
      }
      at += units;
    }
  }
  return found;
}
