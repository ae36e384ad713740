/** Where the analysis stands, when there is more to say than the findings. */
import type { ComponentChildren } from 'preact';
import type { DocumentView, PanelStatus } from '../core/view.ts';
import { safeLinks } from './safe-link.ts';
import type { MessageKey } from './translate.ts';
import { useWording, type Wording } from './wording.ts';

/** What a reader can ask for from a state that is not an analysis. */
export interface StatusCallbacks {
  readonly onAnalyseAnyway: () => void;
  readonly onRetry: () => void;
}

/**
 * One line that says where the analysis stands: its title, and what is announced. Empty while
 * findings speak for themselves; progress is not announced step by step.
 */
export function statusText(status: PanelStatus, { text, language }: Wording): string {
  switch (status.kind) {
    case 'ready':
    case 'classifying':
      return '';
    case 'reading':
      return text('status_reading');
    case 'not-policy':
      return text('status_not_policy');
    case 'language':
      return status.language === 'und'
        ? text('status_language_unknown')
        : text('status_language', [language(status.language)]);
    case 'empty':
      return text('status_empty');
    case 'error':
      return text('status_error');
  }
}

/** The state's own part of the panel; nothing once everything is read. */
export function StatusView({
  status,
  document,
  onAnalyseAnyway,
  onRetry,
}: StatusCallbacks & { status: PanelStatus; document: DocumentView | null }) {
  const { text } = useWording();
  const retry = (
    <button type="button" class="button" onClick={() => onRetry()}>
      {text('retry')}
    </button>
  );
  switch (status.kind) {
    case 'ready':
      return null;
    case 'reading':
      return <Progress label={text('status_reading')} />;
    case 'classifying':
      return (
        <Progress
          label={text('status_classifying', [status.done, status.total])}
          done={status.done}
          total={status.total}
        />
      );
    case 'not-policy':
      return <NotPolicy status={status} document={document} onAnalyseAnyway={onAnalyseAnyway} />;
    case 'language':
      return <Language status={status} />;
    case 'empty':
      return (
        <Message title="status_empty" body="status_empty_body">
          {retry}
        </Message>
      );
    case 'error':
      return (
        <Message title="status_error" body={`error_${ERROR_KEYS[status.error]}`}>
          {/* An updated extension cannot be reached from this page any more: only reloading helps. */}
          {status.error !== 'extension-updated' && retry}
        </Message>
      );
  }
}

const ERROR_KEYS = {
  'model-damaged': 'model_damaged',
  'model-missing': 'model_missing',
  'background-gone': 'background_gone',
  'extension-updated': 'extension_updated',
  unexpected: 'unexpected',
} as const;

function Progress({ label, done, total }: { label: string; done?: number; total?: number }) {
  return (
    <div class="status" data-busy="true">
      <p id="progress-label">{label}</p>
      <progress
        class="progress"
        aria-labelledby="progress-label"
        {...(total ? { value: done ?? 0, max: total } : {})}
      />
    </div>
  );
}

function Message({
  title,
  body,
  children,
}: {
  title: MessageKey;
  body: MessageKey;
  children?: ComponentChildren;
}) {
  const { text } = useWording();
  return (
    <section class="status">
      <h2 class="status-title">{text(title)}</h2>
      <p>{text(body)}</p>
      {children}
    </section>
  );
}

function Language({ status }: { status: PanelStatus }) {
  const wording = useWording();
  return (
    <section class="status">
      <h2 class="status-title">{statusText(status, wording)}</h2>
      <p>{wording.text('status_language_body')}</p>
    </section>
  );
}

function NotPolicy({
  status,
  document,
  onAnalyseAnyway,
}: {
  status: Extract<PanelStatus, { kind: 'not-policy' }>;
  document: DocumentView | null;
  onAnalyseAnyway: () => void;
}) {
  const { text } = useWording();
  const links = safeLinks(status.links);
  return (
    <section class="status">
      <h2 class="status-title">{text('status_not_policy')}</h2>
      <p>{text(links.length > 0 ? 'status_not_policy_links' : 'status_not_policy_no_links')}</p>
      {links.length > 0 && (
        <ul class="policy-links">
          {links.map(({ href, label, host, kind }) => (
            <li key={href}>
              <a href={href} target="_blank" rel="noopener noreferrer">
                {label || text(`kind_${kind}`)}
              </a>
              <span class="action-detail">{host}</span>
            </li>
          ))}
        </ul>
      )}
      {document !== null && document.reasons.length > 0 && (
        <details class="reasons">
          <summary>{text('status_not_policy_why')}</summary>
          <ul lang="en">
            {document.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
      {document !== null && document.words > 0 && (
        <button type="button" class="button" onClick={() => onAnalyseAnyway()}>
          {text('analyse_anyway')}
        </button>
      )}
    </section>
  );
}
