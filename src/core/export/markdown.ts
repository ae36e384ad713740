/** A report as Markdown that people keep, mail or file: readable as it stands, and checkable. */
import { gpcStatement } from '../actions/gpc.ts';
import { headline } from '../headline.ts';
import type { Report } from '../report.ts';
import { stanceKey, stateKey } from '../state-words.ts';
import { TOPICS, type TopicCode } from '../topics.ts';
import type { Message } from '../view.ts';
import { LOW_COVERAGE } from '../view.ts';
import { escaped, linked } from './escape.ts';
import type { ExportWords } from './words.ts';

/** The whole report; every quote is word for word, every address is shown in full. Ends with a line break. */
export function markdownOf(report: Report, words: ExportWords): string {
  const parts = [
    title(report),
    facts(report, words),
    badges(report, words),
    actions(report, words),
    topics(report, words),
    documents(report, words),
    `${words.message({ key: 'honesty_not_advice' })} ${words.message({ key: 'honesty_not_found' })}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function title({ document }: Report): string {
  const { site, title: own } = document;
  const name = [site, own === site ? '' : own].filter(Boolean).map((part) => escaped(part!));
  return `# ${name.join(': ') || linked(document.url)}`;
}

/** Where, when and what was read, by what. */
function facts({ document, coverage, model, exported }: Report, words: ExportWords): string {
  const rows: (readonly [string, string])[] = [
    ['export_address', linked(document.url)],
    ['export_read_at', exported === undefined ? '' : escaped(words.time(exported.readAt))],
    [
      'export_effective',
      document.effectiveDate === null ? '' : escaped(words.date(document.effectiveDate)),
    ],
    ['honesty_language', escaped(words.language(document.language))],
    ['export_coverage', words.percent(Math.round(coverage.ratio * 100))],
    ['export_text_hash', exported === undefined ? '' : `\`${exported.textSha256}\``],
    ['honesty_model', `${escaped(model.version)}, SHA-256 \`${model.sha256}\``],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `- ${words.message({ key })}: ${value}`)
    .join('\n');
}

function heading(words: ExportWords, message: Message): string {
  return `## ${words.message(message)}`;
}

function badges(report: Report, words: ExportWords): string {
  const lines = headline(report.summary, report.findings).map(({ group, sentences }) => {
    const name = words.message({ key: `headline_name_${group}` });
    return `- **${name}:** ${sentences.map((one) => words.message(one)).join(' ')}`;
  });
  return [heading(words, { key: 'headline_label' }), '', ...lines].join('\n');
}

function actions({ actions: found, findings }: Report, words: ExportWords): string {
  const { state } = gpcStatement(findings);
  const lines = found.map(({ stops, label, target, type }) => {
    const shown = type === 'link' || type === 'form' ? linked(target) : escaped(target);
    const detail = label === target || type === 'setting' || type === 'address' ? '' : `: ${shown}`;
    return `- ${words.message({ key: `stops_${stops}` })}: ${escaped(label)}${detail}`;
  });
  return [
    heading(words, { key: 'actions_title' }),
    '',
    ...lines,
    `- ${words.message({ key: `gpc_${state.replace('-', '_')}` })}`,
  ].join('\n');
}

function topics(report: Report, words: ExportWords): string {
  const name = (code: TopicCode) => words.message({ key: `topic_${code}` });
  const found = TOPICS.filter(({ code }) => report.summary[code].state !== 'not-found');
  const missing = TOPICS.filter(({ code }) => report.summary[code].state === 'not-found');
  const sections = found.map(({ code }) => {
    const { state, findingIds } = report.summary[code];
    const ids = new Set(findingIds);
    const quotes = report.findings
      .filter(({ id }) => ids.has(id))
      .map(({ stance, quote }) => {
        return `- ${words.message({ key: stanceKey(stance, code) })}: “${escaped(quote)}”`;
      });
    const said = words.message({ key: stateKey(state, code, false) });
    return [`### ${name(code)}: ${said}`, '', ...quotes].join('\n');
  });
  const silent = missing.map(({ code }) => name(code)).join(', ');
  const low = report.coverage.ratio < LOW_COVERAGE;
  const unfound = words.message({ key: low ? 'state_not_found_low' : 'state_not_found' });
  return [
    heading(words, { key: 'found_title' }),
    ...sections,
    ...(silent === '' ? [] : [`${unfound}: ${silent}`]),
  ].join('\n\n');
}

function documents({ documents: named = [] }: Report, words: ExportWords): string {
  if (named.length === 0) return '';
  const lines = named.map(({ kind, label, href }) => {
    return `- ${words.message({ key: `named_${kind}` })}: ${escaped(label)}: ${linked(href)}`;
  });
  return [heading(words, { key: 'honesty_documents_title' }), '', ...lines].join('\n');
}
