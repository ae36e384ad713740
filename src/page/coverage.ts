/** Accounts for all text of a page: how much was read, and what was left out and why. */
import type { Coverage, SkippedPart, SkipReason } from '../core/clause.ts';
import type { Block, Verdict } from './model.ts';

/** Length of a part's sample, in characters. */
const SAMPLE = 120;
/** Left out of the total: no document has its text there. */
const FURNITURE: ReadonlySet<SkipReason> = new Set([
  'navigation',
  'footer',
  'header',
  'dialog',
  'form',
  'contents',
  'link-list',
]);

/**
 * Coverage of a page, and the element of each skipped part by the part's id. Blocks in `consent` are read
 * although their verdict says otherwise.
 */
export function coverageOf(
  blocks: readonly Block[],
  verdicts: readonly Verdict[],
  consent: ReadonlySet<Block>,
): { coverage: Coverage; elements: Map<string, Element> } {
  const parts = new Map<Element, { reason: SkipReason; chars: number; sample: string }>();
  let readChars = 0;
  let leftOut = 0;
  let closedChars = 0;
  for (const [index, block] of blocks.entries()) {
    const verdict = consent.has(block) ? null : verdicts[index];
    const { length } = block.text;
    if (verdict == null) {
      readChars += length;
      if (!isShown(block.box.element)) closedChars += length;
      continue;
    }
    if (!FURNITURE.has(verdict.reason)) leftOut += length;
    const part = parts.get(verdict.box.element) ?? { reason: verdict.reason, chars: 0, sample: '' };
    part.chars += length;
    if (part.sample.length < SAMPLE) {
      part.sample = `${part.sample} ${block.text}`.trim().slice(0, SAMPLE);
    }
    parts.set(verdict.box.element, part);
  }
  const elements = new Map<string, Element>();
  const skipped: SkippedPart[] = [];
  for (const [element, part] of parts) {
    const id = `s${skipped.length}`;
    elements.set(id, element);
    skipped.push({ id, ...part });
  }
  const totalChars = readChars + leftOut;
  const ratio = totalChars === 0 ? 0 : readChars / totalChars;
  return { coverage: { ratio, readChars, totalChars, closedChars, skipped }, elements };
}

/** False inside what is closed. By the prototype: a form's field of that name would answer for it. */
function isShown(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element);
}
