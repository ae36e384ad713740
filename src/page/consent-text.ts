/**
 * What a page's consent dialog says. It is no part of the policy, but it states what the site does with
 * cookies, often plainer than the policy, and where each can be refused: it is read after the policy,
 * marked as the dialog's. Only its sentences, its lists of cookies and their headings are; what is to
 * be pressed or ticked stays out.
 */
import { isBanner, isConsentTool } from './banner.ts';
import { isConsentDialog } from './consent.ts';
import { headingRank } from './elements.ts';
import type { Block, Box, Survey, Verdict } from './model.ts';
import { proseOf } from './prose.ts';
import { MENTION } from './signals.ts';

/**
 * The dialog is read with a text that mentions personal data at least so often, in characters a mention.
 * Of 417 policies and 169 other pages (terms, articles) 414 and 15 do.
 */
const MENTION_CHARS = 1000;
/** Mentions at the least, so that a menu does not count. */
const MIN_MENTIONS = 4;

/** Words without which no dialog asks for consent to cookies. */
const SUBJECT = /cookie|consent/i;

function asksForConsent(box: Box): boolean {
  if (isConsentTool(box)) return true;
  return (
    SUBJECT.test(box.element.textContent ?? '') && (isConsentDialog(box.element) || isBanner(box))
  );
}

/** Outermost boxes that ask for consent and of which nothing is read otherwise, in order. */
function consentBoxes({ boxes }: Survey, verdicts: readonly Verdict[]): Box[] {
  const found: Box[] = [];
  let read = 0;
  const readBefore = verdicts.map((verdict) => (verdict === null ? read++ : read));
  readBefore.push(read);
  for (const box of boxes) {
    if (box.prose === 0 || box.index < (found.at(-1)?.end ?? 0)) continue;
    const skipped = readBefore[box.firstBlock] === readBefore[box.endBlock];
    if (skipped && asksForConsent(box)) found.push(box);
  }
  return found;
}

/** Whether a text is about personal data: on other pages a consent dialog says nothing of the text. */
function isAboutData(blocks: readonly Block[]): boolean {
  let [chars, mentions] = [0, 0];
  for (const { text } of blocks) {
    chars += text.length;
    mentions += text.match(MENTION)?.length ?? 0;
  }
  return mentions >= MIN_MENTIONS && mentions * MENTION_CHARS >= chars;
}

/** Blocks of the page's consent dialogs that are worth reading, each text once, in order. */
export function consentBlocks(survey: Survey, verdicts: readonly Verdict[]): Block[] {
  const read = survey.blocks.filter((_, index) => verdicts[index] === null);
  if (!isAboutData(read)) return [];
  const known = new Set(read.map(({ text }) => text));
  const chosen: Block[] = [];
  for (const { firstBlock, endBlock } of consentBoxes(survey, verdicts)) {
    let heading: Block | null = null;
    for (const block of survey.blocks.slice(firstBlock, endBlock)) {
      if (block.headed !== null && headingRank(block.headed.element) > 0) heading = block;
      else if ((block.row !== null || proseOf(block) > 0) && !known.has(block.text)) {
        if (heading !== null) chosen.push(heading);
        heading = null;
        chosen.push(block);
        known.add(block.text);
      }
    }
  }
  return chosen;
}
