/** What the reader said against the model: how much of it there is, as a file, and the way to delete it. */
import { useWording } from './wording.ts';

/** A section of the options page. */
export function YourCorrections({
  count,
  onSave,
  onClear,
}: {
  count: number;
  onSave: () => void;
  onClear: () => void;
}) {
  const { text } = useWording();
  return (
    <section class="card" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{text('options_corrections')}</h2>
      <p>{text('options_corrections_body')}</p>
      <p class="outcome" role="status" data-corrections={count}>
        {text('options_corrections_count', [count])}
      </p>
      {count > 0 && (
        <div class="choices">
          <button type="button" class="button" data-corrections-save onClick={() => onSave()}>
            {text('options_corrections_save')}
          </button>
          <button type="button" class="button" data-corrections-clear onClick={() => onClear()}>
            {text('options_corrections_clear')}
          </button>
        </div>
      )}
    </section>
  );
}
