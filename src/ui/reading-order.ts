/** In which order things are shown to somebody who reads only the first of them. */
import type { ActionStops, OptOutAction } from '../core/actions/action.ts';
import type { SkippedPart, SkipReason } from '../core/clause.ts';
import { STANCES } from '../core/topics.ts';
import type { FindingView, TopicView } from '../core/view.ts';
import { isUnsure } from './confidence.ts';

/** Rows of one section that are shown among the sentences; cookie tables have hundreds. */
const ROWS_FIRST = 3;

/** Findings that are further rows of a table whose first rows are shown before them. */
export function furtherRows(findings: readonly FindingView[]): ReadonlySet<FindingView> {
  const tables = Map.groupBy(
    findings.filter(({ kind }) => kind === 'row'),
    ({ section }) => section.join('\n'),
  );
  return new Set([...tables.values()].flatMap((rows) => rows.slice(ROWS_FIRST)));
}

/**
 * A topic's findings in document order, with further rows of tables behind the sentences, and those
 * that the model is unsure of at the end. Where the
 * policy says both, the surest sentence of each side comes first: they only mean something together.
 */
export function findingsInOrder({ state, findings }: TopicView): readonly FindingView[] {
  const sides = state === 'contradicts' ? STANCES : [];
  const first = sides.flatMap((stance) => {
    const own = findings.filter((finding) => finding.stance === stance);
    return own.toSorted((a, b) => b.confidence - a.confidence).slice(0, 1);
  });
  const rest = findings.filter((finding) => !first.includes(finding));
  const unsure = rest.filter(({ confidence }) => isUnsure(confidence));
  const sure = rest.filter((finding) => !unsure.includes(finding));
  const further = furtherRows(sure);
  return [...first, ...sure.filter((finding) => !further.has(finding)), ...further, ...unsure];
}

/** The heading that all findings stand under, mostly the document's title; `null` when there is none. */
export function sharedSection(topics: readonly TopicView[]): string | null {
  const paths = topics.flatMap(({ findings }) =>
    findings.filter(({ consent }) => consent !== true).map(({ section }) => section),
  );
  const tops = new Set(paths.filter((path) => path.length > 0).map((path) => path[0]));
  const [top] = tops;
  return tops.size === 1 && top !== undefined && paths.length > 1 ? top : null;
}

/** What an action stops, from what most readers come for to what they may also want. */
const STOPS: readonly ActionStops[] = [
  'sale',
  'ads',
  'cookies',
  'marketing',
  'ai',
  'data',
  'other',
];

/** Labels that say nothing by themselves, so that two of them need not be the same thing. */
const SAYS_NOTHING =
  /^(?:please )?(?:click |tap |see |visit |go )?(?:to )?(?:here|this|link|page|more|(?:this |our )(?:link|page|form|website|site))\W*$/iu;

/** Whether a label says what it leads to. */
export function saysSomething(label: string): boolean {
  return !SAYS_NOTHING.test(label.trim());
}

/**
 * Actions by what they stop, those that can be carried out from here first, else in document order. Those that a reader could not tell apart (same
 * words, same purpose, same host) are shown once, and a named setting not beside the link to it.
 */
export function actionsInOrder(actions: readonly OptOutAction[]): readonly OptOutAction[] {
  const links = actions.filter(({ type }) => type === 'link' || type === 'form');
  const linked = (target: string) =>
    links.some(({ label }) => label.toLowerCase().includes(target.toLowerCase()));
  const rank = ({ stops, type }: OptOutAction) =>
    2 * STOPS.indexOf(stops) + (type === 'setting' || type === 'address' ? 1 : 0);
  const seen = new Set<string>();
  return actions
    .filter(({ type, stops, label, host, target }) => {
      if (type === 'setting' && linked(target)) return false;
      if (!saysSomething(label)) return true;
      const key = [type, stops, host, label.toLowerCase()].join(' ');
      const known = seen.has(key);
      seen.add(key);
      return !known;
    })
    .toSorted((a, b) => rank(a) - rank(b));
}

/** Reasons for which text counts as not read: it might belong to the policy after all. */
const DOUBTFUL: ReadonlySet<SkipReason> = new Set(['aside', 'other']);

/**
 * Skipped parts with those first that might belong to the policy, else in document order. Of parts
 * that read the same ("back to top" after every section) only the first is listed.
 */
export function skippedInOrder(parts: readonly SkippedPart[]): readonly SkippedPart[] {
  const rank = ({ reason }: SkippedPart) => (DOUBTFUL.has(reason) ? 0 : 1);
  const nameOf = ({ reason, chars, sample }: SkippedPart) => `${reason} ${chars} ${sample}`;
  const first = new Map<string, SkippedPart>();
  for (const part of parts) if (!first.has(nameOf(part))) first.set(nameOf(part), part);
  return [...first.values()].toSorted((a, b) => rank(a) - rank(b));
}
