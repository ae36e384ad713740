import { sectionPath } from '../../src/core/clause.ts';
import type { Finding } from '../../src/core/findings.ts';
import { sectionStarts } from '../../src/core/reading-spot.ts';
import { HighlightPainter, type Mark } from '../../src/page/highlight.ts';
import type { LivePage } from '../../src/page/read.ts';
import type { SectionItem } from '../../src/page/reading-position.ts';
import { Revealer, type RevealOptions } from '../../src/page/reveal.ts';

/** The findings' places in the page: where they are, how they are marked, what was opened for them. */
export class Place {
  readonly #painter = new HighlightPainter();
  readonly #revealer = new Revealer();
  readonly #clicked: (findingId: string) => void;
  readonly #signal: AbortSignal;
  #heard = new WeakSet<Document>();
  #live: LivePage | null = null;
  #marks: readonly Mark[] = [];
  /** Findings that were looked at for marking; those without a range have no mark. */
  #marked = 0;
  #active: string | null = null;
  #included: Element[] = [];
  #audited = false;

  /** `clicked` is told of findings whose text the reader clicks in the page. */
  constructor(clicked: (findingId: string) => void, signal: AbortSignal) {
    this.#clicked = clicked;
    this.#signal = signal;
    signal.addEventListener('abort', () => {
      this.#painter.clear();
      this.#revealer.undo();
    });
  }

  get live(): LivePage | null {
    return this.#live;
  }

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** Where the sections of the document start. */
  get sections(): readonly SectionItem[] {
    return sectionStarts(this.#live?.document.clauses ?? []).flatMap(({ id, heading }) => {
      const range = this.rangeOf(id);
      return range === null ? [] : [{ id: `${id}-section`, range, path: sectionPath(heading) }];
    });
  }

  /** Elements that the reader asked to be read although they would be skipped. */
  get included(): readonly Element[] {
    return this.#included;
  }

  /** Starts with a new reading; no finding is marked. */
  reset(live: LivePage | null): void {
    this.#live = live;
    this.#active = null;
    this.#marks = [];
    this.#marked = 0;
    this.#painter.clear();
    this.audit(this.#audited);
  }

  /** Forgets what was asked to be read: the page is another one now. */
  forget(): void {
    this.#included = [];
    this.#audited = false;
    this.reset(null);
  }

  /** Tints everything that was read, or stops. */
  audit(wanted: boolean): void {
    this.#audited = wanted;
    this.#painter.setRead(wanted ? (this.#live?.readRanges() ?? null) : null);
  }

  /** Brings a skipped part before the reader's eyes; false when it stays hidden or is gone. */
  showSkipped(partId: string, options: RevealOptions): boolean {
    const element = this.#live?.skippedElement(partId);
    if (!element) return false;
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    this.#active = null;
    this.#painter.setActive([range]);
    return this.#revealer.reveal(range, options);
  }

  /** Will read a skipped part from the next reading on. */
  include(partId: string): void {
    const element = this.#live?.skippedElement(partId);
    if (element) this.#included = [...this.#included, element];
  }

  /** Marks findings; those whose text is gone are left out. */
  mark(findings: readonly Finding[]): void {
    this.#marks = this.#marksOf(findings);
    this.#marked = findings.length;
    this.#painter.paint(this.#marks);
    this.#paintActive();
    this.#listen(this.#marks);
  }

  /** Marks the findings that were added to `findings` since; the others stay as they are. */
  markMore(findings: readonly Finding[]): void {
    const more = this.#marksOf(findings.slice(this.#marked));
    this.#marks = [...this.#marks, ...more];
    this.#marked = findings.length;
    this.#painter.paintMore(more);
    this.#listen(more);
  }

  /** Where a clause is now; `null` when it is gone. */
  rangeOf(clauseId: string): Range | null {
    return this.#live?.rangeOf(clauseId) ?? null;
  }

  /** Makes one clause stand out, or none. */
  activate(clauseId: string | null): void {
    this.#active = clauseId;
    this.#paintActive();
  }

  /** Shows where findings stand, without moving the page; none any more for an empty list. */
  preview(findingIds: readonly string[]): void {
    if (this.#signal.aborted) return;
    const ranges = this.#marks
      .filter(({ id }) => findingIds.includes(id))
      .map(({ range }) => range);
    this.#painter.setPreview(ranges);
  }

  /** Brings a clause before the reader's eyes; false when it stays hidden or is gone. */
  reveal(clauseId: string, options: RevealOptions): boolean {
    const range = this.rangeOf(clauseId);
    return range !== null && this.#revealer.reveal(range, options);
  }

  /**
   * After the page has changed: finds the clauses again. Answers with the ids of those that are gone,
   * or `null` when all stand where they stood.
   */
  reanchor(): ReadonlySet<string> | null {
    const change = this.#live?.reanchor();
    if (!change || change.moved.length + change.lost.length === 0) return null;
    this.audit(this.#audited);
    return new Set(change.lost);
  }

  #marksOf(findings: readonly Finding[]): Mark[] {
    return findings.flatMap(({ id, topic, clauseId }) => {
      const range = this.rangeOf(clauseId);
      return range === null ? [] : [{ id, topic, range }];
    });
  }

  #paintActive(): void {
    const range = this.#active === null ? null : this.rangeOf(this.#active);
    this.#painter.setActive(range === null ? null : [range]);
  }

  #listen(marks: readonly Mark[]): void {
    for (const { range } of marks) this.#listenIn(range.startContainer.ownerDocument);
  }

  #listenIn(document: Document | null): void {
    if (document === null || this.#heard.has(document)) return;
    this.#heard.add(document);
    document.addEventListener('click', (event) => this.#onClick(event), { signal: this.#signal });
  }

  /** Only real clicks on text: not the end of selecting some, and a link or a control keeps its own meaning. */
  #onClick(event: MouseEvent): void {
    const target = event.composedPath()[0] as Partial<Element> | undefined;
    const selected = event.view?.getSelection()?.isCollapsed === false;
    if (
      selected ||
      !event.isTrusted ||
      target?.closest?.('a, button, input, select, textarea, label, summary')
    ) {
      return;
    }
    const [id] = this.#painter.findingsAt(event);
    if (id !== undefined) this.#clicked(id);
  }
}
