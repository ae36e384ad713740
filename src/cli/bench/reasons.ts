/** Says for every page that falls short what is missing or too much, as far as a program can tell. */
import type { Gold } from './corpus.ts';
import { Letters, lettersOf, passagesOf } from './gold.ts';
import type { Row } from './rows.ts';
import type { Visit } from './visit.ts';

/** Pages below these are explained. */
const RECALL = 0.95;
const PRECISION = 0.9;
/** A passage of which so much was read is cut short, not left out. */
const PARTLY = 0.5;
/** Gold that stands in the page to a lesser share is of another document or day. */
const SAME_TEXT = 0.9;
/** Gold that is shorter than this share of what Readability keeps is one document of several. */
const WHOLE = 0.7;

/** Why a page falls short. Counts are passages of the gold; texts say what is too much. */
export interface Reasons {
  readonly id: string;
  readonly source: string;
  readonly recall: number | null;
  readonly bodyRecall: number | null;
  readonly precision: number | null;
  /** Missing passages by cause. */
  readonly missing: Readonly<Record<string, number>>;
  readonly tooMuch: readonly string[];
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function missingBy(visit: Visit, passages: readonly string[]): Record<string, number> {
  const read = new Letters(visit.document.text);
  const body = new Letters(visit.bodyText);
  const outside = new Letters(visit.textOutsideConsent);
  const parts = visit.skipped.map((part) => ({ ...part, letters: new Letters(part.text) }));
  const causes: Record<string, number> = {};
  for (const passage of passages) {
    if (read.holds(passage) || !body.holds(passage)) continue;
    const part = parts.find(({ letters }) => letters.holds(passage));
    const where = part === undefined ? '' : `left out as ${part.reason}`;
    const shown = part?.hidden === true ? ', not displayed' : '';
    const consent = outside.holds(passage) ? '' : ', in a consent dialog';
    const cause =
      read.shareOf(passage) >= PARTLY
        ? 'partly read'
        : `${where === '' ? 'in no single part' : where}${shown}${consent}`;
    causes[cause] = (causes[cause] ?? 0) + 1;
  }
  return causes;
}

function tooMuchOf(visit: Visit, gold: Gold): string[] {
  const whole = new Letters(gold.passages.join('\n'));
  const readable = new Letters(visit.readability.text);
  const stands = new Letters(visit.bodyText).shareOf(whole.text);
  const found: string[] = [];
  if (stands < SAME_TEXT) {
    found.push(`the gold is of another text or day: ${percent(stands)} of it stands in the page`);
  }
  if (whole.text.length < WHOLE * readable.text.length) {
    const share = whole.text.length / readable.text.length;
    found.push(`the page holds more than the gold: ${percent(share)} of what Readability keeps`);
  }
  let [extra, kept] = [0, 0];
  for (const line of visit.document.text.split('\n')) {
    const letters = lettersOf(line);
    const other = letters.length * (1 - whole.shareOf(letters));
    extra += other;
    if (readable.holds(letters)) kept += other;
  }
  if (extra > 0) found.push(`Readability keeps ${percent(kept / extra)} of what is not gold`);
  return found;
}

/** Reasons for a page below the bounds; `null` for all others. */
export function reasonsOf(row: Row, visit: Visit, gold: Gold | undefined): Reasons | null {
  const { id, source, recall, bodyRecall, precision } = row;
  const lacks = recall !== null && recall < RECALL;
  const exceeds = precision !== null && precision < PRECISION;
  if (gold === undefined || (!lacks && !exceeds)) return null;
  const missing = lacks ? missingBy(visit, passagesOf(gold.passages)) : {};
  const tooMuch = exceeds ? tooMuchOf(visit, gold) : [];
  return { id, source, recall, bodyRecall, precision, missing, tooMuch };
}
