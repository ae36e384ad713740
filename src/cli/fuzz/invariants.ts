/** What must hold of every page that was read. Runs in the page. */
import type { Span } from '../../core/text/sentences.ts';
import type { LivePage } from './page-code.ts';

/** Faults told of one kind at the most. */
const TOLD = 3;

function bare(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

function told(what: string, cases: readonly string[]): string[] {
  return cases.slice(0, TOLD).map((one) => `${what}: ${one.slice(0, 300)}`);
}

/** Every clause is the page's own text at its place, in order; no text is lost between sentences. */
export function faultsOf(
  live: LivePage,
  cutSentences: (text: string) => readonly Span[],
): string[] {
  const { clauses, text, coverage } = live.document;
  const wrong = clauses.filter(({ id, text: own }) => {
    return bare(live.rangeOf(id)?.toString() ?? 'no range') !== bare(own);
  });
  const misplaced = clauses.filter(({ start, end, text: own }, index) => {
    const before = clauses[index - 1];
    const ordered = before === undefined || before.end <= start;
    return !ordered || start >= end || text.slice(start, end) !== own || own.trim() !== own;
  });
  const lossy = text.split('\n').filter((line) => {
    const kept = cutSentences(line).map(({ start, end }) => line.slice(start, end));
    return bare(kept.join('')) !== bare(line);
  });
  const { ratio, readChars, totalChars } = coverage;
  const counted = ratio >= 0 && ratio <= 1 && readChars <= totalChars;
  return [
    ...told(
      'range differs from quote',
      wrong.map(({ id, text: own }) => `${id} “${own}” / “${String(live.rangeOf(id))}”`),
    ),
    ...told(
      'clause is not where it says',
      misplaced.map(({ id, start, end, text: own }) => `${id} ${start}–${end} “${own}”`),
    ),
    ...told('sentences lose text', lossy),
    ...(counted ? [] : [`coverage ${ratio} of ${readChars}/${totalChars}`]),
  ];
}

/** After the page has changed a clause has a range with text in it, or is told as lost. */
export function faultsAfterChange(live: LivePage, lost: readonly string[]): string[] {
  const gone = new Set(lost);
  return told(
    'clause after a change',
    live.document.clauses.flatMap(({ id, text }) => {
      const range = live.rangeOf(id);
      if ((range === null) !== gone.has(id)) return [`${id} is lost and is not: ${text}`];
      return range !== null && range.toString().trim() === '' ? [`${id} is empty: ${text}`] : [];
    }),
  );
}
