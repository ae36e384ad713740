/** What the reader should not take the panel for, and how to drive it by keyboard. */
import { useWording } from './wording.ts';

/** The last lines of the panel. */
export function HonestyFooter({ onKeys }: { onKeys: () => void }) {
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
      <button type="button" class="more" onClick={() => onKeys()}>
        {text('keys_title')}
      </button>
    </footer>
  );
}
