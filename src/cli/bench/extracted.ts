/** A read page as `analyze` writes it, before classification: no labels, no findings. */
import type { SavedPage } from './corpus.ts';
import type { Visit } from './visit.ts';

/** The analyze object of a visit, with what classification adds left empty. */
export function extractedOf(page: SavedPage, visit: Visit): Record<string, unknown> {
  const { document, detection } = visit;
  const { url, title, language, effectiveDate, words, text, coverage } = document;
  return {
    schema: 'clausemark/1',
    file: `${page.id}.html`,
    engine: 'bench:pages',
    document: { url, title, ...detection, language, effectiveDate, words, text },
    coverage,
    clauses: document.clauses.map((clause) => ({ ...clause, labels: [], scores: {} })),
    links: document.links,
    foreignFrames: document.foreignFrames,
  };
}
