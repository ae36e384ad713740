/** Whose policy this is, with its own facts, and how much of it was read. */
import type { CoverageView, DocumentView } from '../core/view.ts';
import { useWording } from './wording.ts';

/** Site, title, kind, date and length of the document. `headingRef` receives focus on opening. */
export function DocumentHeader({
  document,
  coverage,
}: {
  document: DocumentView;
  coverage: CoverageView | null;
}) {
  const { text, date } = useWording();
  const kind = text(`kind_${document.kind}`);
  const facts = [
    // Most titles already say what the document is.
    ...(document.title.toLowerCase() === kind.toLowerCase() ? [] : [kind]),
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
      {coverage !== null && document.words > 0 && <CoverageLine coverage={coverage} />}
    </header>
  );
}

function CoverageLine({ coverage }: { coverage: CoverageView }) {
  const { text, percent } = useWording();
  const line = (
    <>
      <meter class="coverage-bar" min={0} max={100} value={coverage.percent} aria-hidden="true" />
      <span>{text('coverage', [percent(coverage.percent)])}</span>
    </>
  );
  const low = coverage.low ? 'true' : undefined;
  if (coverage.skipped.length === 0) {
    return (
      <p class="coverage" data-low={low}>
        {line}
      </p>
    );
  }
  return (
    <details class="coverage" data-low={low}>
      <summary>{line}</summary>
      <p>{text('coverage_skipped')}</p>
      <ul>
        {coverage.skipped.map((part) => (
          <li key={part.id}>
            {text(`skip_${part.reason.replace('-', '_') as SkipKey}`)}:{' '}
            <q class="sample">{part.sample}</q>
            {part.chars > part.sample.length && (
              <span class="sample-length"> {text('coverage_chars', [part.chars])}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

type Underscored<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${B}` : S;
type SkipKey = Underscored<CoverageView['skipped'][number]['reason']>;
