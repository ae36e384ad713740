/** Turns the blocks that are read into the lines that clauses are cut from. */
import type { Line } from '../core/text/cut-clauses.ts';
import { bodyType, rankOf } from './headings.ts';
import type { Block } from './model.ts';
import { TabHeadings } from './tabs.ts';

/** Lines with the blocks they came from; headings that stand elsewhere in the page have none. */
export interface BlockLines {
  readonly lines: readonly Line[];
  readonly sources: readonly (Block | null)[];
}

function lineOf(block: Block, level: number): Line {
  const { text, row, depth } = block;
  if (level > 0) return { kind: 'heading', text, level, group: 0, depth: 0 };
  const group = block.group === null ? 0 : block.group.index + 1;
  if (row === null) {
    const kind = block.item === null ? 'para' : 'item';
    return { kind, text, level: 0, group: block.item === null ? 0 : group, depth };
  }
  const columns = row.columns === null ? {} : { columns: row.columns };
  const silent = row.header ? { silent: true } : {};
  return { kind: 'row', text, level: 0, group, depth: 0, ...columns, ...silent };
}

/** Lines of `blocks`, in order. */
export function linesOf(blocks: readonly Block[]): BlockLines {
  const body = bodyType(blocks);
  const tabs = new TabHeadings();
  const lines: Line[] = [];
  const sources: (Block | null)[] = [];
  for (const [index, block] of blocks.entries()) {
    const level = rankOf(block, blocks[index - 1], blocks[index + 1], body);
    const line = lineOf(block, level);
    const heading = tabs.before(block, line);
    if (heading !== null) {
      lines.push(heading);
      sources.push(null);
    }
    lines.push(line);
    sources.push(block);
  }
  return { lines, sources };
}
