/** How much was read, and the audit of it: what was read, what was not and why, and what to do about it. */
import { useState } from 'preact/hooks';
import type { CoverageView } from '../core/view.ts';
import { skippedInOrder } from './reading-order.ts';
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

/** Length of a sample whose text goes on; characters, as {@link ../core/clause.ts} says. */
const SAMPLE_LENGTH = 120;

/** Skipped parts shown before "show all". */
const SHOWN_AT_FIRST = 5;

/** Props of {@link Coverage}. */
export interface CoverageProps extends CoverageCallbacks {
  readonly coverage: CoverageView;
  readonly coverageOpen: boolean;
  readonly onCoverageOpen: (open: boolean) => void;
}

/** The line "… of the text read", with the audit behind it. */
export function Coverage({
  coverage,
  coverageOpen,
  onCoverageOpen,
  onAudit,
  ...callbacks
}: CoverageProps) {
  const { text, percent } = useWording();
  const [all, setAll] = useState(false);
  const skipped = skippedInOrder(coverage.skipped);
  const shown = all ? skipped : skipped.slice(0, SHOWN_AT_FIRST);
  return (
    <details
      class="coverage"
      data-low={coverage.low ? 'true' : undefined}
      open={coverageOpen}
      onToggle={(event) => onCoverageOpen(event.currentTarget.open)}
    >
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
        {shown.map((part) => (
          <Skipped key={part.id} part={part} {...callbacks} />
        ))}
      </ul>
      {skipped.length > SHOWN_AT_FIRST && (
        <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text('actions_fewer') : text('actions_all', [skipped.length])}
        </button>
      )}
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
  const cut = part.sample.length >= SAMPLE_LENGTH;
  return (
    <li data-skipped-id={part.id}>
      {text(`skip_${part.reason.replace('-', '_') as SkipKey}`)}:{' '}
      <q class="sample">
        {part.sample}
        {cut && '…'}
      </q>
      {cut && <span class="sample-length"> {text('coverage_chars', [part.chars])}</span>}
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
