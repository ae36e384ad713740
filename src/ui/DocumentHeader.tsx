/** Whose policy this is, with its own facts, and how much of it was read. */
import type { CoverageView, DocumentView } from '../core/view.ts';
import { Coverage, type CoverageProps } from './Coverage.tsx';
import { useWording } from './wording.ts';

/** Site, title, kind, date and length of the document. `headingRef` receives focus on opening. */
export function DocumentHeader({
  document,
  coverage,
  ...rest
}: Omit<CoverageProps, 'coverage'> & {
  document: DocumentView;
  coverage: CoverageView | null;
}) {
  const { text, date } = useWording();
  const kind = text(`kind_${document.kind}`);
  const facts = [
    // Most titles already say what the document is.
    ...(document.title.toLowerCase().includes(kind.toLowerCase()) ? [] : [kind]),
    ...(document.effectiveDate === null
      ? []
      : [text('fact_effective', [date(document.effectiveDate)])]),
    ...(document.words > 0
      ? [text('fact_words', [document.words]), text('fact_minutes', [document.minutes])]
      : []),
  ];
  return (
    <header class="document">
      <h2 class="site">{document.site}</h2>
      {document.title !== '' && document.title !== document.site && (
        <p class="title" lang={document.language === 'und' ? undefined : document.language}>
          {document.title}
        </p>
      )}
      <p class="facts">
        {facts.map((fact) => (
          <span key={fact} class="fact">
            {fact}
          </span>
        ))}
      </p>
      {coverage !== null && document.words > 0 && <Coverage coverage={coverage} {...rest} />}
    </header>
  );
}
