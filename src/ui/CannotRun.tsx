/** The popup of the toolbar button on pages that no extension may read. */
import type { CannotRunReason } from '../core/runnable.ts';
import { BrandMark } from './icons.tsx';
import { useWording } from './wording.ts';

/** Says why this page cannot be read, and what might help. */
export function CannotRun({ reason }: { reason: CannotRunReason }) {
  const { text, locale, direction } = useWording();
  return (
    <main class="popup" lang={locale} dir={direction} data-reason={reason}>
      <BrandMark size={28} />
      <div>
        <h1>{text('cannot_title')}</h1>
        <p>{text(`cannot_${reason}`)}</p>
      </div>
    </main>
  );
}
