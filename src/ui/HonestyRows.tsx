/** What the findings rest on: what was read, what was not, in which language and by which model. */
import type { ComponentChildren } from 'preact';
import type { CoverageView, DocumentView, HonestyView } from '../core/view.ts';
import { NamedDocuments } from './NamedDocuments.tsx';
import { useWording } from './wording.ts';

/** Digits of the model's hash that are shown; an export holds all 64. */
const HASH_DIGITS = 12;

/** Everything the rows speak of. */
export interface HonestyProps {
  readonly honesty: HonestyView;
  readonly document: DocumentView;
  readonly coverage: CoverageView;
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="honesty-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** One row for each, with the documents that were not read behind a line that counts them. */
export function HonestyRows({ honesty, document, coverage }: HonestyProps) {
  const { text, percent, language } = useWording();
  const { closedPercent, documents, model } = honesty;
  const parts = coverage.skipped.length;
  return (
    <dl class="honesty-rows">
      <Row name={text('honesty_read')}>
        {text('coverage', [percent(coverage.percent)])}, {text('fact_words', [document.words])}
        {closedPercent > 0 && <>. {text('honesty_closed', [percent(closedPercent)])}</>}
      </Row>
      <Row name={text('honesty_left_out')}>
        {parts === 0 ? text('coverage_nothing_skipped') : text('honesty_parts', [parts])}
      </Row>
      <Row name={text('honesty_not_read')}>
        {documents.length === 0 ? (
          text('honesty_documents_none')
        ) : (
          <details>
            <summary>{text('honesty_documents', [documents.length])}</summary>
            <NamedDocuments documents={documents} />
          </details>
        )}
      </Row>
      <Row name={text('honesty_language')}>
        {document.language === 'und'
          ? text('status_language_unknown')
          : language(document.language)}
        {'. '}
        {text('honesty_english_only')}
      </Row>
      <Row name={text('honesty_model')}>
        {model.version}, <code>{model.sha256.slice(0, HASH_DIGITS)}</code>
      </Row>
    </dl>
  );
}
