/** Whose policy this is, with its own facts, and how much of it was read. */
import type { CoverageView, DocumentView, PanelStatus } from '../core/view.ts';
import { Coverage, type CoverageProps } from './Coverage.tsx';
import { useWording } from './wording.ts';

/** States in which it matters what was read; in `empty` all that there is was left out. */
const AUDITABLE: ReadonlySet<PanelStatus['kind']> = new Set(['classifying', 'ready', 'empty']);

/** Site, title, kind, date and length of the document. `headingRef` receives focus on opening. */
export function DocumentHeader({
  document,
  status,
  coverage,
  ...rest
}: Omit<CoverageProps, 'coverage'> & {
  document: DocumentView;
  status: PanelStatus['kind'];
  coverage: CoverageView | null;
}) {
  const { text, date } = useWording();
  const kind = text(`kind_${document.kind}`);
  const facts = [
    // Most titles already say what the document is, and so does the panel of what it is not.
    ...(document.title.toLowerCase().includes(kind.toLowerCase()) || status === 'not-policy'
      ? []
      : [kind]),
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
      {coverage !== null &&
        AUDITABLE.has(status) &&
        document.words + coverage.skipped.length > 0 && <Coverage coverage={coverage} {...rest} />}
    </header>
  );
}
