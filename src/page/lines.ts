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

/** Ends every section: what follows stands under none of the document's headings. */
const SECTIONS_END: Line = {
  kind: 'heading',
  text: '',
  level: 0,
  group: 0,
  depth: 0,
  virtual: true,
};

/** Lines of the document's blocks, in order, then those of its consent dialogs, marked as such. */
export function linesOf(own: readonly Block[], consent: readonly Block[]): BlockLines {
  const document = linesIn(own);
  if (consent.length === 0) return document;
  const dialog = linesIn(consent);
  const marked = dialog.lines.map((line): Line => ({ ...line, consent: true }));
  return {
    lines: [...document.lines, SECTIONS_END, ...marked],
    sources: [...document.sources, null, ...dialog.sources],
  };
}

function linesIn(blocks: readonly Block[]): BlockLines {
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
