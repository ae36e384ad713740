/** Turns the blocks that are read into the lines that clauses are cut from. */
import type { Line } from '../core/text/cut-clauses.ts';
import { bodyFontSize, rankOf } from './headings.ts';
import type { Block } from './model.ts';

/** Lines of `blocks`, one for one and in order. */
export function linesOf(blocks: readonly Block[]): Line[] {
  const size = bodyFontSize(blocks);
  return blocks.map((block, index): Line => {
    const level = rankOf(block, blocks[index + 1], size);
    const { text, row } = block;
    const group = block.group === null ? 0 : block.group.index + 1;
    if (level > 0) return { kind: 'heading', text, level, group: 0, depth: 0 };
    if (row !== null) {
      return {
        kind: 'row',
        text,
        level: 0,
        group,
        depth: 0,
        ...(row.columns === null ? {} : { columns: row.columns }),
        ...(row.header ? { silent: true } : {}),
      };
    }
    const item = block.item !== null;
    return {
      kind: item ? 'item' : 'para',
      text,
      level: 0,
      group: item ? group : 0,
      depth: block.depth,
    };
  });
}
