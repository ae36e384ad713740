/** What the reader should not take the panel for, and how to drive it by keyboard. */
import { useWording } from './wording.ts';

/** The last lines of the panel. */
export function HonestyFooter() {
  const { text } = useWording();
  return (
    <footer class="honesty">
      <p>
        <strong>{text('honesty_not_advice')}</strong> {text('honesty_local')}
      </p>
      <details>
        <summary>{text('honesty_how')}</summary>
        <p>{text('honesty_confidence')}</p>
        <p>{text('honesty_not_found')}</p>
      </details>
      <details class="keys">
        <summary>{text('keys_title')}</summary>
        <dl>
          <dt>
            <kbd>J</kbd> <kbd>K</kbd>
          </dt>
          <dd>{text('keys_step')}</dd>
          <dt>
            <kbd>Enter</kbd>
          </dt>
          <dd>{text('keys_jump')}</dd>
          <dt>
            <kbd>Home</kbd> <kbd>End</kbd>
          </dt>
          <dd>{text('keys_ends')}</dd>
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>{text('keys_search')}</dd>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{text('keys_close')}</dd>
        </dl>
      </details>
    </footer>
  );
}
