/** What the page bundle offers here; it is built from `src/page`, which commands do not import. */
import type { PageDocument } from '../../core/clause.ts';
import type { Detection } from '../../core/detection.ts';
import type { Span } from '../../core/text/sentences.ts';

/** A read page. */
export interface LivePage {
  readonly document: PageDocument;
  rangeOf(clauseId: string): Range | null;
  blockOf(clauseId: string): Element | null;
  skippedElement(partId: string): Element | null;
  readRanges(): Range[];
  reanchor(): { readonly moved: readonly string[]; readonly lost: readonly string[] };
}

/** The painter of highlights. */
export interface Painter {
  paint(marks: readonly { id: string; topic: string; range: Range }[]): void;
  setActive(ranges: readonly Range[] | null): void;
  setRead(ranges: readonly Range[] | null): void;
  findingsAt(event: MouseEvent): readonly string[];
  clear(): void;
}

/** The bundle. */
export interface PageCode {
  readonly HighlightPainter: new () => Painter;
  readonly Revealer: new () => {
    reveal(range: Range, options: { reducedMotion: boolean; moveFocus: boolean }): boolean;
    undo(): void;
  };
  readonly cutSentences: (text: string) => readonly Span[];
  readonly gatherSignals: (document: Document, location: { readonly href: string }) => unknown;
  readonly detect: (signals: unknown) => Detection;
  readonly findPolicyLinks: (document: Document, location: { readonly href: string }) => unknown;
  readonly readPage: (document: Document, options?: { include: readonly Element[] }) => LivePage;
}
