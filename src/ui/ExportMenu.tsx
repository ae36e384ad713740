/** What can be taken along: Markdown, JSON, and a label to print. */
import { useRef, useState } from 'preact/hooks';
import { ControlIcon } from './icons.tsx';
import type { MessageKey } from './translate.ts';
import { useWording } from './wording.ts';

/** What the page of the export shall do at once. */
export type ExportKind = 'markdown' | 'json' | 'label';

/** What the menu asks of its owner. */
export interface ExportCallbacks {
  /** Shows the report in a tab of our own. `private`: not from a private window. */
  readonly onExport: (kind: ExportKind) => Promise<'opened' | 'private' | 'failed'>;
}

const KINDS = ['markdown', 'json', 'label'] as const satisfies readonly ExportKind[];

type Outcome = 'working' | 'opened' | 'private' | 'failed';

/** A button with its menu; the outcome of a choice is said in the menu itself. */
export function ExportMenu({ onExport }: ExportCallbacks) {
  const { text } = useWording();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const toggle = (shown: boolean) => {
    setOutcome(null);
    setOpen(shown);
  };
  const tell = async (done: Promise<Outcome>) => {
    setOutcome('working');
    setOutcome(await done);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    // The panel's keys mean something else.
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    toggle(false);
    button.current?.focus();
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (open && relatedTarget !== null && !root.current?.contains(relatedTarget as Node)) {
      toggle(false);
    }
  };

  const item = (key: MessageKey, chosen: () => Promise<Outcome>) => (
    <li key={key}>
      <button type="button" class="menu-item" onClick={() => void tell(chosen())}>
        {text(key)}
      </button>
    </li>
  );
  return (
    <div class="export" ref={root} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        type="button"
        class="tool"
        ref={button}
        title={text('export_title')}
        aria-expanded={open}
        onClick={() => toggle(!open)}
      >
        <ControlIcon name="export" />
        <span class="sr-only">{text('export_title')}</span>
      </button>
      {open && (
        <div class="menu">
          <ul>{KINDS.map((kind) => item(`export_${kind}`, () => onExport(kind)))}</ul>
          <p class="menu-outcome" role="status">
            {outcome !== null && text(`export_${outcome}`)}
          </p>
        </div>
      )}
    </div>
  );
}
