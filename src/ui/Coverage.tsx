/** How much was read, and the audit of it: what was read, what was not and why, and what to do about it. */
import type { CoverageView } from '../core/view.ts';
import { useWording } from './wording.ts';

/** What a reader can ask of the audit; `partId` is that of a skipped part. */
export interface CoverageCallbacks {
  /** Tint everything that was read in the page, or stop. */
  readonly onAudit: (wanted: boolean) => void;
  /** Show where a skipped part stands. */
  readonly onShowSkipped: (partId: string) => void;
  /** Read a skipped part as well, and judge the page again. */
  readonly onReadSkipped: (partId: string) => void;
}

/** The line "… of the text read", with the audit behind it. */
export function Coverage({
  coverage,
  onAudit,
  ...callbacks
}: CoverageCallbacks & { coverage: CoverageView }) {
  const { text, percent } = useWording();
  return (
    <details class="coverage" data-low={coverage.low ? 'true' : undefined}>
      <summary>
        <meter class="coverage-bar" min={0} max={100} value={coverage.percent} aria-hidden="true" />
        <span>{text('coverage', [percent(coverage.percent)])}</span>
      </summary>
      <label class="audit">
        <input
          type="checkbox"
          checked={coverage.audited}
          onChange={(event) => onAudit(event.currentTarget.checked)}
        />
        {text('audit_show_read')}
      </label>
      <p>{text(coverage.skipped.length === 0 ? 'coverage_nothing_skipped' : 'coverage_skipped')}</p>
      <ul>
        {coverage.skipped.map((part) => (
          <Skipped key={part.id} part={part} {...callbacks} />
        ))}
      </ul>
    </details>
  );
}

function Skipped({
  part,
  onShowSkipped,
  onReadSkipped,
}: Omit<CoverageCallbacks, 'onAudit'> & { part: CoverageView['skipped'][number] }) {
  const { text } = useWording();
  const name = part.sample.slice(0, 40);
  return (
    <li data-skipped-id={part.id}>
      {text(`skip_${part.reason.replace('-', '_') as SkipKey}`)}:{' '}
      <q class="sample">{part.sample}</q>
      {part.chars > part.sample.length && (
        <span class="sample-length"> {text('coverage_chars', [part.chars])}</span>
      )}
      <span class="skipped-actions">
        <button
          type="button"
          class="more"
          aria-label={text('action_show_clause_of', [name])}
          onClick={() => onShowSkipped(part.id)}
        >
          {text('action_show_clause')}
        </button>
        <button
          type="button"
          class="more"
          aria-label={text('audit_read_part_of', [name])}
          onClick={() => onReadSkipped(part.id)}
        >
          {text('audit_read_part')}
        </button>
      </span>
    </li>
  );
}

type Underscored<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${B}` : S;
type SkipKey = Underscored<CoverageView['skipped'][number]['reason']>;
