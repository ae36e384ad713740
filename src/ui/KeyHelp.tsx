/** The keys of the panel, in a small dialog of its own. */
import { useEffect, useRef } from 'preact/hooks';
import { ControlIcon } from './icons.tsx';
import type { MessageKey } from './translate.ts';
import { useWording } from './wording.ts';

/** Keys and what they do, as the panel and the browser obey them. */
const KEYS = [
  [['J'], 'keys_next'],
  [['K'], 'keys_previous'],
  [['Enter'], 'keys_jump'],
  [['Home', 'End'], 'keys_ends'],
  [['/'], 'keys_search'],
  [['?'], 'keys_help'],
  [['Esc'], 'keys_close'],
  [['Alt+Shift+M'], 'keys_toggle'],
] as const satisfies readonly (readonly [readonly string[], MessageKey])[];

/**
 * The dialog. It takes focus, gives it back to where it was, and closes with Escape, its button, or
 * when focus goes elsewhere.
 */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { text } = useWording();
  const dialog = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const root = dialog.current?.getRootNode() as ShadowRoot;
    const before = root.activeElement as HTMLElement | null;
    button.current?.focus({ preventScroll: true });
    // Not when the reader has gone elsewhere by himself.
    const inside = dialog.current;
    return () => {
      const { activeElement } = root;
      if (activeElement === null || inside?.contains(activeElement)) {
        before?.focus({ preventScroll: true });
      }
    };
  }, []);

  return (
    <div
      class="key-help"
      role="dialog"
      aria-labelledby="keys-title"
      ref={dialog}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        // Keys of the panel must not work behind the dialog that lists them.
        if (event.key !== 'Tab') event.stopPropagation();
        if (event.key !== 'Escape' && event.key !== '?') return;
        event.preventDefault();
        onClose();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget !== null && !dialog.current?.contains(relatedTarget as Node)) onClose();
      }}
    >
      <div class="key-help-head">
        <h2 class="part-title" id="keys-title">
          {text('keys_title')}
        </h2>
        <button
          type="button"
          class="tool"
          ref={button}
          title={text('keys_hide')}
          onClick={() => onClose()}
        >
          <ControlIcon name="close" />
          <span class="sr-only">{text('keys_hide')}</span>
        </button>
      </div>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text(does)}</dd>
          </div>
        ))}
      </dl>
      <p class="key-help-note">{text('keys_note')}</p>
    </div>
  );
}
