/** What the reader should not take the panel for, and how to drive it by keyboard. */
import { HonestyRows, type HonestyProps } from './HonestyRows.tsx';
import { useWording } from './wording.ts';

/** The last lines of the panel; `rests` is known once everything is read. */
export function HonestyFooter({
  rests,
  onKeys,
}: {
  rests: HonestyProps | null;
  onKeys: () => void;
}) {
  const { text } = useWording();
  return (
    <footer class="honesty">
      {rests !== null && (
        <>
          <h2 class="honesty-title">{text('honesty_title')}</h2>
          <HonestyRows {...rests} />
        </>
      )}
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
