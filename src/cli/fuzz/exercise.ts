/**
 * Runs in the page, built as a script: writes a mutant into the document, does with it all that an open
 * panel does (without the panel), and says what was not as it must be.
 */
import { faultsAfterChange, faultsOf } from './invariants.ts';
import { isSameMarkup, markupOf } from './markup-of.ts';
import { changePage } from './page-changes.ts';
import type { LivePage, PageCode, Painter } from './page-code.ts';
import { randomOf } from './random.ts';
import type { Random } from './random.ts';

/** What became of one mutant. Times in milliseconds. */
export interface Outcome {
  /** What was wrong; empty when nothing was. */
  readonly faults: readonly string[];
  readonly clauses: number;
  /** Characters of text that were read. */
  readonly chars: number;
  readonly kind: string;
  /** Our own work, step by step; the parser's and this file's are not in it. */
  readonly steps: Readonly<Record<string, number>>;
}

/** Topics to paint with, in turns: more than one so that highlights lie over each other. */
const TOPICS = ['TRK', 'SHR', 'OPT', 'SAL', 'RET'];
/** Clauses that are jumped to. */
const JUMPS = 4;
/** Longest wait for frames to load, ms. */
const FRAMES = 1000;

/** Not as properties of the document: a page's names may stand before them. */
const { open, write, close } = Document.prototype;

/** Writes `html` as this tab's document and waits for its frames. */
export async function show(html: string): Promise<void> {
  (open as () => Document).call(document);
  write.call(document, html);
  close.call(document);
  const start = performance.now();
  const frames = [...Document.prototype.querySelectorAll.call(document, 'iframe[srcdoc]')];
  const loading = () =>
    frames.some((frame) => {
      // Undefined in an element of that name which is none, as in SVG.
      const inner = (frame as Partial<HTMLIFrameElement>).contentDocument ?? null;
      return inner !== null && inner.URL !== 'about:srcdoc';
    });
  while (loading() && performance.now() - start < FRAMES) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Leaves an empty document, so that nothing of the last mutant is held. */
export async function clear(): Promise<void> {
  await show('<!doctype html><title>Empty</title>');
  // The engine keeps the last text that a pattern was tried on.
  /x/.exec('x');
  document.getSelection()?.removeAllRanges();
}

class Clock {
  readonly steps: Record<string, number> = {};

  run<T>(name: string, step: () => T): T {
    const start = performance.now();
    try {
      return step();
    } finally {
      this.steps[name] = (this.steps[name] ?? 0) + performance.now() - start;
    }
  }
}

function paint(painter: Painter, live: LivePage): void {
  const marks = live.document.clauses.flatMap(({ id, index }) => {
    const range = live.rangeOf(id);
    return range === null ? [] : [{ id, topic: TOPICS[index % TOPICS.length]!, range }];
  });
  painter.paint(marks);
  painter.setRead(live.readRanges());
  painter.setActive(marks.slice(0, 1).map(({ range }) => range));
}

function jump(code: PageCode, live: LivePage, painter: Painter, random: Random): () => void {
  const revealer = new code.Revealer();
  const { clauses } = live.document;
  for (let count = Math.min(JUMPS, clauses.length); count > 0; count -= 1) {
    const range = live.rangeOf(random.one(clauses)!.id);
    if (range === null) continue;
    revealer.reveal(range, { reducedMotion: true, moveFocus: count % 2 === 0 });
    const box = range.getClientRects()[0];
    // Not a click: of a link or a button the browser would follow it.
    const [clientX, clientY] = [(box?.x ?? 0) + 1, (box?.y ?? 0) + 1];
    const pointed = new MouseEvent('mousemove', { clientX, clientY });
    const hear = (event: Event) => painter.findingsAt(event as MouseEvent);
    addEventListener('mousemove', hear, { capture: true, once: true });
    range.startContainer.parentElement?.dispatchEvent(pointed);
    removeEventListener('mousemove', hear, { capture: true });
  }
  return () => revealer.undo();
}

/** What is left in the page after closing, compared with before. */
function leftovers(before: string, when: string): string[] {
  const faults: string[] = [];
  if (!isSameMarkup(markupOf(document), before))
    faults.push(`the page differs after closing (${when})`);
  if (CSS.highlights.size > 0) faults.push(`highlights are left (${when})`);
  if (document.adoptedStyleSheets.length > 0) faults.push(`a style sheet is left (${when})`);
  return faults;
}

/** Of the document as {@link show} wrote it: reads, paints, jumps, changes the page, finds again, closes. Throws what our code throws. */
export function exercise(seed: number): Outcome {
  const code = (globalThis as unknown as { ClausemarkPage: PageCode }).ClausemarkPage;
  const random = randomOf(seed);
  const clock = new Clock();
  const before = markupOf(document);
  const signals = clock.run('signals', () => code.gatherSignals(document, location));
  const { kind } = clock.run('detect', () => code.detect(signals));
  clock.run('links', () => code.findPolicyLinks(document, location));
  const live = clock.run('read', () => code.readPage(document));
  const { text, clauses, coverage } = live.document;
  const faults = faultsOf(live, code.cutSentences);
  const painter = new code.HighlightPainter();
  clock.run('paint', () => paint(painter, live));
  const undo = clock.run('jump', () => jump(code, live, painter, random));
  clock.run('close', () => {
    painter.clear();
    undo();
  });
  faults.push(...leftovers(before, 'first'));

  const part = random.one(coverage.skipped);
  const element = part === undefined ? null : live.skippedElement(part.id);
  if (element !== null) {
    const more = clock.run('include', () => code.readPage(document, { include: [element] }));
    faults.push(...faultsOf(more, code.cutSentences));
  }

  clock.run('paint', () => paint(painter, live));
  changePage(document, random);
  const { lost } = clock.run('reanchor', () => live.reanchor());
  faults.push(...faultsAfterChange(live, lost));
  const changed = markupOf(document);
  clock.run('paint', () => paint(painter, live));
  clock.run('close', () => painter.clear());
  faults.push(...leftovers(changed, 'changed'));
  return {
    faults: faults.slice(0, 20),
    clauses: clauses.length,
    chars: text.length,
    kind,
    steps: clock.steps,
  };
}
