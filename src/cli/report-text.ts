/** A report as people read it on a terminal. */
import { headline } from '../core/headline.ts';
import type { Report } from '../core/report.ts';
import { TOPICS } from '../core/topics.ts';
import type { Words } from './catalogue.ts';

/** Longest part of a quote that is printed, characters. */
const QUOTE_CHARS = 160;

/** Quotes printed under each topic. */
const QUOTES = 3;

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function cut(text: string): string {
  return text.length <= QUOTE_CHARS ? text : `${text.slice(0, QUOTE_CHARS - 1)}…`;
}

function topicLines(report: Report, words: Words): string[] {
  return TOPICS.flatMap(({ code }) => {
    const { state, findingIds } = report.summary[code];
    if (state === 'not-found') return [];
    const name = words({ key: `topic_${code}` });
    const found = report.findings.filter(({ id }) => findingIds.includes(id));
    const title = `  ${name}: ${words({ key: `state_${state}` })} (${found.length})`;
    const quotes = found.slice(0, QUOTES).map(({ quote, stance, confidence }) => {
      return `    ${stance === 'does' ? '+' : stance === 'denies' ? '-' : '~'} “${cut(quote)}” ${percent(confidence)}`;
    });
    const more = found.length > QUOTES ? [`    … and ${found.length - QUOTES} more`] : [];
    return [title, ...quotes, ...more];
  });
}

function missingLine(report: Report, words: Words): string[] {
  const missing = TOPICS.filter(({ code }) => report.summary[code].state === 'not-found');
  if (missing.length === 0) return [];
  const names = missing.map(({ code }) => words({ key: `topic_${code}` })).join(', ');
  return [`${words({ key: 'state_not_found' })}: ${names}`];
}

function actionLines(report: Report, words: Words): string[] {
  if (report.actions.length === 0) return [];
  const lines = report.actions.map(({ stops, type, label, target }) => {
    return `  ${words({ key: `stops_${stops}` })}: ${cut(label)} (${type}: ${target})`;
  });
  return [words({ key: 'actions_title' }), ...lines];
}

/** The report with badge, headline sentences, topics, quotes and opt-out actions; no line break at its end. */
export function reportText(report: Report, words: Words): string {
  const { document, coverage, badge } = report;
  const badges = headline(report.summary, report.findings).map(({ group, sentences }) => {
    return `  ${words({ key: `headline_name_${group}` })}: ${sentences.map(words).join(' ')}`;
  });
  const dated = document.effectiveDate === null ? '' : `, dated ${document.effectiveDate}`;
  return [
    `${report.file}: ${document.title}`,
    `  ${words({ key: `kind_${document.kind}` })} (${percent(document.confidence)}), ${document.language}, ${document.words} words${dated}`,
    `  ${document.reasons.join('; ')}`,
    `  ${words({ key: 'coverage', args: [percent(coverage.ratio)] })}; badge: ${badge.state}${badge.text === '' ? '' : ` ${badge.text}`}`,
    ...badges,
    words({ key: 'found_title' }),
    ...topicLines(report, words),
    ...missingLine(report, words),
    ...actionLines(report, words),
  ].join('\n');
}
