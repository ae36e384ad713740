/** The page of an export: the label, and what can be done with it. */
import { useState } from 'preact/hooks';
import type { Report } from '../core/report.ts';
import { PrintLabel } from './PrintLabel.tsx';
import { useWording } from './wording.ts';

/** Props of {@link ExportPage}. */
export interface ExportPageProps {
  /** `null` when it is no longer kept. */
  readonly report: Report | null;
  /** Name of the file that was saved last. */
  readonly saved: string | null;
  readonly markdown: () => string;
  readonly onSave: (kind: 'markdown' | 'json') => void;
  readonly onPrint: () => void;
}

/** Controls, which are not printed, and the sheet. */
export function ExportPage({ report, saved, markdown, onSave, onPrint }: ExportPageProps) {
  const { text, locale, direction } = useWording();
  const [copied, setCopied] = useState<boolean | null>(null);
  if (report === null) {
    return (
      <main class="page" lang={locale} dir={direction}>
        <h1>{text('export_gone')}</h1>
        <p>{text('export_gone_body')}</p>
      </main>
    );
  }
  const copy = async () => {
    // Our own pages always have a clipboard interface; the browser may refuse it all the same.
    const done = navigator.clipboard.writeText(markdown());
    setCopied(await done.then(() => true).catch(() => false));
  };
  const outcome =
    copied !== null
      ? text(copied ? 'export_copied' : 'export_refused')
      : saved === null
        ? ''
        : text('export_saved', [saved]);
  const save = (kind: 'markdown' | 'json') => {
    setCopied(null);
    onSave(kind);
  };
  return (
    <main class="page export-page" lang={locale} dir={direction}>
      <div class="export-tools">
        <button type="button" class="button" onClick={() => onPrint()}>
          {text('export_print')}
        </button>
        <button type="button" class="button" onClick={() => save('markdown')}>
          {text('export_markdown')}
        </button>
        <button type="button" class="button" onClick={() => save('json')}>
          {text('export_json')}
        </button>
        <button type="button" class="button" onClick={() => void copy()}>
          {text('export_copy')}
        </button>
        <p class="outcome" role="status">
          {outcome}
        </p>
      </div>
      <PrintLabel report={report} />
    </main>
  );
}
