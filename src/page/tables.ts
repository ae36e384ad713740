/** Tells tables that hold data from tables that only lay a page out, and names their columns. */
import { collapse, squeeze } from '../core/text/collapse.ts';
import type { BlockBuilder, Place } from './block-builder.ts';
import { isInlineByName } from './elements.ts';
import type { TableRow } from './model.ts';
import { walk } from './tree.ts';

/** What is known of a data table. */
export interface DataTable {
  /** Name of each column by its place, or `null` when the table names none. */
  readonly columns: readonly string[] | null;
  /** Rows that name the columns. */
  readonly headerRows: ReadonlySet<Element>;
  /** Place of each cell in the grid, spans counted. */
  readonly places: ReadonlyMap<Element, number>;
}

/** A cell with more text than this holds sections, not data: the table is read as a layout. */
const CELL_LIMIT = 1500;
/** A row with more text than this is read cell by cell. */
export const ROW_LIMIT = 1200;
/** Column names are short; a longer first row is a row like the others. */
const NAME_LIMIT = 160;

function rowsOf(table: Element): Element[] {
  if (table.localName === 'table') return [...(table as HTMLTableElement).rows];
  return [...table.querySelectorAll('[role="row"]')];
}

/** Cells of a row. */
export function cellsOf(row: Element): Element[] {
  if (row.localName === 'tr') return [...(row as HTMLTableRowElement).cells];
  return [...row.children].filter((child) =>
    /^(?:cell|gridcell|columnheader|rowheader)$/.test(child.getAttribute('role') ?? ''),
  );
}

function isHeaderCell(cell: Element): boolean {
  return cell.localName === 'th' || cell.getAttribute('role') === 'columnheader';
}

/** Characters of an element's text, roughly: white space counts once. */
function textLength(element: Element): number {
  return collapse(element.textContent ?? '').length;
}

function placesOf(rows: readonly Element[]): Map<Element, number> {
  const places = new Map<Element, number>();
  const busy: number[] = [];
  for (const row of rows) {
    let column = 0;
    for (const cell of cellsOf(row)) {
      while ((busy[column] ?? 0) > 0) column += 1;
      places.set(cell, column);
      const { colSpan = 1, rowSpan = 1 } = cell as HTMLTableCellElement;
      // Spans are numbers that the page chose: a huge one must not make us count to it.
      for (let i = 0; i < Math.min(colSpan, 50); i += 1) busy[column + i] = rowSpan;
      column += Math.min(colSpan, 50);
    }
    for (let i = 0; i < busy.length; i += 1) busy[i] = Math.max(0, (busy[i] ?? 0) - 1);
  }
  return places;
}

function headerOf(rows: readonly Element[]): Element | null {
  const first = rows[0];
  if (first === undefined) return null;
  const cells = cellsOf(first);
  const named =
    first.parentElement?.localName === 'thead' || (cells.length > 0 && cells.every(isHeaderCell));
  return named && cells.every((cell) => textLength(cell) <= NAME_LIMIT) ? first : null;
}

/** Reads a table's shape; `null` when it lays out a page (or a list) and holds no rows of data. */
export function dataTable(table: Element): DataTable | null {
  if (table.querySelector('table, h1, h2, [role="table"]') !== null) return null;
  const rows = rowsOf(table);
  const widths = rows.map((row) => cellsOf(row).length);
  if (rows.length < 2 || Math.max(...widths.slice(0, 50)) < 2) return null;
  const header = headerOf(rows);
  for (const row of header === null ? rows : []) {
    if (cellsOf(row).some((cell) => textLength(cell) > CELL_LIMIT)) return null;
  }
  const places = placesOf(rows);
  let columns: string[] | null = null;
  if (header !== null) {
    columns = [];
    for (const cell of cellsOf(header)) {
      const name = collapse(cell.textContent ?? '').replace(/\s*:$/u, '');
      const at = places.get(cell) ?? 0;
      const span = Math.min((cell as HTMLTableCellElement).colSpan ?? 1, 50);
      for (let i = 0; i < span; i += 1) columns[at + i] = name;
    }
  }
  return { columns, headerRows: new Set(header === null ? [] : [header]), places };
}

/** Whether an element is a table, by name or role. */
export function isTable(element: Element): boolean {
  if (element.localName === 'table') return true;
  return /^(?:table|grid)$/.test(element.getAttribute('role') ?? '');
}

/** Whether all text of a row stands in its cells: other text would lie in the row's range unread. */
function isAllInCells(row: Element): boolean {
  const bare = (element: Element) => squeeze(element.textContent ?? '').length;
  return cellsOf(row).reduce((sum, cell) => sum + bare(cell), 0) === bare(row);
}

/** Whether `element` is a row that can be read as one clause. */
export function isShortRow(element: Element): boolean {
  if (element.localName !== 'tr' && element.getAttribute('role') !== 'row') return false;
  // Text that is not read, inside a row, would lie in the row's range.
  if (element.querySelector('script, style, noscript, select, textarea, svg title') !== null) {
    return false;
  }
  return textLength(element) <= ROW_LIMIT && isAllInCells(element);
}

/** Adds a row's cells to `builder` as one block. */
export function addRow(row: Element, table: DataTable, builder: BlockBuilder, place: Place): void {
  const columns: string[] | null = table.columns === null ? null : [];
  const shape: TableRow = { columns, header: table.headerRows.has(row) };
  let depthOfLinks = 0;
  let isNew = true;
  for (const cell of cellsOf(row)) {
    isNew = true;
    walk(cell, {
      open(element) {
        if (element.localName === 'a') depthOfLinks += 1;
        if (!isInlineByName(element)) builder.addSpace();
        return true;
      },
      close(element) {
        if (element.localName === 'a') depthOfLinks -= 1;
        if (!isInlineByName(element)) builder.addSpace();
      },
      text(node) {
        if (isNew && /\S/u.test(node.data)) {
          isNew = false;
          columns?.push(table.columns?.[table.places.get(cell) ?? 0] ?? '');
        }
        const setting = { link: depthOfLinks > 0, bold: false };
        builder.add(node, 0, node.data.length, setting, { ...place, row: shape });
      },
    });
    builder.endCell();
  }
  builder.flush();
}
