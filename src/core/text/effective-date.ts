/** Reads the date that a policy gives itself: "Last updated: March 3, 2025". */

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '((?:19|20)\\d\\d)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

/** How dates are written, with the order of year, month and day in the match. */
const FORMS: readonly (readonly [
  RegExp,
  (m: RegExpMatchArray) => [string, string, string | null],
])[] = [
  [new RegExp(`\\b${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})\\b`, 'i'), (m) => [m[1]!, m[2]!, m[3]!]],
  [new RegExp(`\\b${MONTH}\\.?\\s+${DAY},?\\s+${YEAR}\\b`, 'i'), (m) => [m[3]!, m[1]!, m[2]!]],
  [
    new RegExp(`\\b${DAY}[\\s-]+(?:of\\s+)?${MONTH}\\.?,?[\\s-]+${YEAR}\\b`, 'i'),
    (m) => [m[3]!, m[2]!, m[1]!],
  ],
  [new RegExp(`\\b(\\d{1,2})([-/.])(\\d{1,2})\\2${YEAR}\\b`, 'i'), (m) => numeric(m)],
];

/**
 * `03/04/2024` is the 4th of March in the United States and the 3rd of April elsewhere. A number
 * above 12 tells; dots are never American; else the date is ambiguous and no day is given (month '').
 */
function numeric(match: RegExpMatchArray): [string, string, string | null] {
  const [, first = '', mark, second = '', year = ''] = match;
  if (first === second) return [year, first, second];
  if (Number(first) > 12 || mark === '.') return [year, second, first];
  if (Number(second) > 12) return [year, first, second];
  return [year, '', null];
}

/** Words that announce the date from which a text holds, or at which it was changed. */
const EFFECTIVE =
  /\b(?:effective|in force|in effect|valid (?:from|as of)|enters? into force|came into force|takes? effect)\b/i;
const CHANGED =
  /\b(?:last\s+(?:updated?|revised?|modified|changed|amended|reviewed|edited|revision|modification|update)|updated?|revised|modified|revision\s+date|date\s+of\s+(?:last\s+)?(?:revision|update)|version|amended|posted|as\s+of|date)\b/i;
/** How far behind such words (characters) the date may stand. */
const REACH = 60;

function toIso([year, month, day]: [string, string, string | null]): string | null {
  const number = /^\d+$/.test(month)
    ? Number(month)
    : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const date = Number(day);
  if (
    number < 1 ||
    number > 12 ||
    !(date >= 1) ||
    date > new Date(Number(year), number, 0).getDate()
  ) {
    return null;
  }
  return `${year}-${String(number).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function dateIn(text: string): string | null {
  let best: { index: number; iso: string | null } | null = null;
  for (const [form, parts] of FORMS) {
    const match = form.exec(text);
    if (match !== null && (best === null || match.index < best.index)) {
      best = { index: match.index, iso: toIso(parts(match)) };
    }
  }
  return best?.iso ?? null;
}

function announced(text: string, words: RegExp): string | null {
  for (const match of text.matchAll(new RegExp(words, 'gi'))) {
    const after = text.slice(match.index, match.index + match[0].length + REACH);
    const iso = dateIn(after);
    if (iso !== null) return iso;
  }
  return null;
}

/**
 * Effective date of a document as `YYYY-MM-DD`, else `null`. It is looked for in the first lines,
 * then in the last: a date "effective" before one "last updated", both only with a year, a month
 * and a day that exist. Dates inside long sentences are about something else.
 */
export function effectiveDate(lines: readonly string[]): string | null {
  const short = lines.filter((line) => line.length <= 300);
  const places = [short.slice(0, 40), short.slice(-25).toReversed()];
  for (const place of places) {
    for (const words of [EFFECTIVE, CHANGED]) {
      for (const [index, line] of place.entries()) {
        const label = words.test(line) && line.length < 40 && !/\d/.test(line);
        const text = label ? `${line} ${place[index + 1] ?? ''}` : line;
        const iso = announced(text, words);
        if (iso !== null) return iso;
      }
    }
  }
  return null;
}
