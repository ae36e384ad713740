/** What the panel knows of the document besides its findings: other documents, laws, signals, the model. */
import type { NamedDocument, NamedKind } from '../../src/core/documents-named.ts';
import type { PanelView } from '../../src/core/view.ts';

function named(kind: NamedKind, label: string, href: string, clauseId = 'c4'): NamedDocument {
  return { kind, label, href, host: new URL(href).host, clauseId };
}

/** Version and SHA-256 of a model; the hash is that of no file. */
export const MODEL = { version: '2026.11-1', sha256: '3f'.repeat(32) } as const;

type Kept = Pick<PanelView, 'requests' | 'gpc' | 'honesty'>;

/** As most policies give it. */
export const KEPT: Kept = {
  requests: {
    language: 'en',
    url: 'https://www.northlake.example/privacy',
    laws: ['GDPR', 'CCPA/CPRA'],
  },
  gpc: { state: 'does', clauseIds: ['c20'] },
  honesty: {
    closedPercent: 12,
    documents: [
      named('cookies', 'Cookie Policy', 'https://www.northlake.example/cookies'),
      named('state', 'Notice for California', 'https://www.northlake.example/california'),
      named('children', 'Our notice for children', 'https://kids.northlake.example/notice'),
      named('partners', 'list of partners', 'https://partners.example/northlake'),
    ],
    model: MODEL,
  },
};

/** Very many documents, some with very long names, and one whose host only looks like another. */
export const KEPT_MUCH: Kept = {
  requests: { ...KEPT.requests!, laws: [] },
  gpc: { state: 'contradicts', clauseIds: ['m0', 'm3'] },
  honesty: {
    closedPercent: 0,
    documents: [
      named('cookies', 'c'.repeat(90), 'https://www.northlake.example/cookies'),
      ...Array.from({ length: 14 }, (_, index) =>
        named('others', `Privacy policy of carrier ${index + 1}`, `https://c${index}.example/p`),
      ),
      named('others', 'https://northlаke.example', 'https://northlаke.example/privacy'),
      named('others', 'a trap', 'javascript:alert(1)'),
    ],
    model: MODEL,
  },
};
