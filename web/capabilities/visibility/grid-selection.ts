/** A cell of the grid by its place: row among all shown rows, column among all shown columns. */
export interface Place {
  row: number;
  column: number;
}
export interface Selection {
  active: Place;
  /** Where a range that is being selected began. */
  anchor: Place;
}
export interface Size {
  rows: number;
  columns: number;
}

const MOVES: Record<string, Place> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};
const PAGE_ROWS = 10;
const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** Where a key leads; undefined when the key is none of the grid's. */
export function moved(
  selection: Selection,
  key: string,
  { extend, far }: { extend: boolean; far: boolean },
  size: Size,
): Selection | undefined {
  const target = targetOf(selection.active, key, far, size);
  if (!target) return undefined;
  const active = { row: clamp(target.row, size.rows), column: clamp(target.column, size.columns) };
  return { active, anchor: extend ? selection.anchor : active };
}

function targetOf({ row, column }: Place, key: string, far: boolean, size: Size): Place | undefined {
  if (key === 'Home') return { row: far ? 0 : row, column: 0 };
  if (key === 'End') return { row: far ? size.rows - 1 : row, column: size.columns - 1 };
  if (key === 'PageUp') return { row: row - PAGE_ROWS, column };
  if (key === 'PageDown') return { row: row + PAGE_ROWS, column };
  const move = MOVES[key];
  if (!move) return undefined;
  return far
    ? {
        row: move.row === 0 ? row : move.row * size.rows,
        column: move.column === 0 ? column : move.column * size.columns,
      }
    : { row: row + move.row, column: column + move.column };
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}
export const rangeOf = ({ active, anchor }: Selection): Range => ({
  top: Math.min(active.row, anchor.row),
  bottom: Math.max(active.row, anchor.row),
  left: Math.min(active.column, anchor.column),
  right: Math.max(active.column, anchor.column),
});

export const isWithin = (range: Range | undefined, row: number, column: number): boolean =>
  range !== undefined && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;

/** The range as tab-separated text, with plain numbers that a spreadsheet reads in any language. */
export function toTsv(range: Range, cell: (row: number, column: number) => number | string): string {
  const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, offset) => range.top + offset);
  const columns = Array.from({ length: range.right - range.left + 1 }, (_, offset) => range.left + offset);
  return rows.map((row) => columns.map((column) => String(cell(row, column))).join('\t')).join('\n');
}
