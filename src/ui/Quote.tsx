/** A sentence of the page, word for word. */
import { Fragment } from 'preact';

/** The cells of a table row, which a quote has between tabs, stand below each other. */
export function Quote({ quote, lang }: { quote: string; lang: string | undefined }) {
  const cells = quote.split('\t');
  return (
    <q class="quote" lang={lang}>
      {cells.length === 1
        ? quote
        : cells.map((cell, index) => (
            <Fragment key={index}>
              {index > 0 && '\t'}
              <span class="cell">{cell}</span>
            </Fragment>
          ))}
    </q>
  );
}
