import type { Cells } from './columns.ts';
import type { Row } from './network.ts';

/** Sheets of 20,000 rows look into tables of as many, so each table is indexed once for each way of looking. */
const INDEXES = new WeakMap<object[], Map<string, Map<string, unknown[]>>>();

export function rowsBy<T>(rows: (T & object)[], name: string, keysOf: (row: T) => string[]): Map<string, T[]> {
  const indexes = INDEXES.get(rows) ?? new Map<string, Map<string, Row[]>>();
  INDEXES.set(rows, indexes);
  const known = indexes.get(name);
  if (known) return known as Map<string, T[]>;
  const index = new Map<string, T[]>();
  for (const row of rows) for (const key of new Set(keysOf(row))) index.set(key, [...(index.get(key) ?? []), row]);
  indexes.set(name, index);
  return index;
}

export const findById = (rows: Row[], id: string): Row | undefined =>
  rowsBy(rows, 'id', (row) => [row.id]).get(id)?.[0];

/** The row whose fields are those of the cells. */
export function findByFields(rows: Row[], fields: string[], cells: Cells): Row | undefined {
  const keyOf = (values: Cells): string => JSON.stringify(fields.map((field) => values[field]));
  return rowsBy(rows, fields.join(' '), (row) => [keyOf(row)]).get(keyOf(cells))?.[0];
}
