/** The label on one sheet of paper: what the policy says, black on white, with what makes it checkable. */
import { gpcStatement } from '../core/actions/gpc.ts';
import { headline, LEADS } from '../core/headline.ts';
import type { Report } from '../core/report.ts';
import { stateKey } from '../core/state-words.ts';
import { TOPICS } from '../core/topics.ts';
import { LOW_COVERAGE } from '../core/view.ts';
import { StateIcon } from './icons.tsx';
import { PrintActions } from './PrintActions.tsx';
import { useWording } from './wording.ts';

/** The sheet. Its length is bounded, whatever the page says: parts of the page are cut to a line or two. */
export function PrintLabel({ report }: { report: Report }) {
  const { text, message, date, number } = useWording();
  const { document, summary, findings } = report;
  const low = report.coverage.ratio < LOW_COVERAGE;
  const title = document.title === document.site ? '' : document.title;
  return (
    <article class="sheet">
      <header class="sheet-head">
        <p class="sheet-kind">{text('export_sheet')}</p>
        <h1 class="one-line">{document.site ?? document.url}</h1>
        <p class="one-line" {...(document.language === 'und' ? {} : { lang: document.language })}>
          {title}
        </p>
        <p class="sheet-facts">
          {[
            ...(document.effectiveDate === null
              ? []
              : [text('fact_effective', [date(document.effectiveDate)])]),
            text('fact_words', [document.words]),
            text('count_sentences', [findings.length]),
          ].join(' · ')}
        </p>
      </header>
      <section class="sheet-badges">
        {headline(summary, findings).map(({ group, state, sentences }) => (
          <div key={group} class="sheet-badge">
            <h2>{text(`headline_name_${group}`)}</h2>
            <p class="sheet-state">
              <StateIcon state={state} size={14} />
              {text(stateKey(state, LEADS[group][0], low))}
            </p>
            <p class="sheet-sentences">{sentences.map(message).join(' ')}</p>
          </div>
        ))}
      </section>
      <ul class="sheet-topics">
        {TOPICS.map(({ code }) => {
          const { state, findingIds } = summary[code];
          return (
            <li key={code} data-stance={state}>
              <StateIcon state={state} size={12} />
              <span class="sheet-topic">{text(`topic_${code}`)}</span>
              <span class="sheet-said">
                {text(stateKey(state, code, false))}
                {findingIds.length > 0 && ` (${number(findingIds.length)})`}
              </span>
            </li>
          );
        })}
      </ul>
      <PrintActions actions={report.actions} gpc={gpcStatement(findings).state} />
      <Proof report={report} />
    </article>
  );
}

/** Which text was read, when and by what: enough to check the label against the page. */
function Proof({ report }: { report: Report }) {
  const { text, percent, language, time } = useWording();
  const { document, coverage, model, exported } = report;
  const rows = [
    [text('export_address'), document.url],
    [text('export_read_at'), exported === undefined ? '' : time(exported.readAt)],
    [text('honesty_language'), document.language === 'und' ? '' : language(document.language)],
    [text('export_coverage'), percent(Math.round(coverage.ratio * 100))],
    [text('honesty_not_read'), text('honesty_documents', [report.documents?.length ?? 0])],
    [text('export_text_hash'), exported?.textSha256 ?? ''],
    [text('honesty_model'), `${model.version}, SHA-256 ${model.sha256}`],
  ] as const;
  return (
    <footer class="sheet-proof">
      <dl>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="one-line">{value}</dd>
            </div>
          ))}
      </dl>
      <p>
        <strong>{text('honesty_not_advice')}</strong> {text('honesty_local')}{' '}
        {text('honesty_not_found')}
      </p>
    </footer>
  );
}
