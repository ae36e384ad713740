/** Names the panels of tabs: their labels stand elsewhere in the page, apart from what they head. */
import type { Line } from '../core/text/cut-clauses.ts';
import { collapse } from '../core/text/collapse.ts';
import type { Block } from './model.ts';

/** A panel's rank lies between that of the heading it stands under and the next one. */
const BETWEEN = 0.5;

function panelOf(block: Block): Element | null {
  return block.box.element.closest('[role="tabpanel"]');
}

/** The panel's name: its own label, or the text of the tab that opens it. */
function nameOf(panel: Element): string {
  const own = panel.getAttribute('aria-label');
  if (own !== null) return collapse(own);
  const root = panel.getRootNode() as Document | ShadowRoot;
  const id = panel.getAttribute('aria-labelledby')?.split(/\s+/)[0];
  const label = id === undefined ? null : root.getElementById(id);
  return collapse(label?.textContent ?? '');
}

/** Adds the headings that tab panels give to the lines in them. One for each document. */
export class TabHeadings {
  #panel: Element | null = null;
  #level = 0;
  #rank = 0;

  /** The heading to put before `line`, where a panel begins or ends; else `null`. */
  before(block: Block, line: Line): Line | null {
    const panel = panelOf(block);
    const changed = panel !== this.#panel;
    const name = changed && panel !== null ? nameOf(panel) : '';
    const ended = this.#panel !== null;
    this.#panel = panel;
    if (changed && !ended) this.#rank = this.#level + BETWEEN;
    if (line.kind === 'heading') this.#level = line.level;
    if (!changed || (name === '' && !ended) || (name !== '' && name === line.text)) return null;
    return { kind: 'heading', text: name, level: this.#rank, group: 0, depth: 0, virtual: true };
  }
}
