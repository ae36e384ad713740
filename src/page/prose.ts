/** Running text against labels and menus. */
import type { Block } from './model.ts';

/** Fewer characters than this outside links are a label, a menu entry or a short list item. */
const SHORT = 40;
/** So many characters are running text whether or not they end like a sentence. */
const LONG = 80;

/** Running text of a block outside links, in characters; 0 for labels, menus and short items. */
export function proseOf(block: Pick<Block, 'text' | 'linkChars'>): number {
  const own = block.text.length - block.linkChars;
  if (own < SHORT) return 0;
  return own >= LONG || /[.:;!?]["'”’)]*$/u.test(block.text) ? own : 0;
}
