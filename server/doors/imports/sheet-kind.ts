import type { EventCommand, EventType } from '@intakt/contract';
import type { CellError, Cells, Column } from './columns.ts';
import type { Found, Network } from './network.ts';

/** One kind of sheet: its columns, what a row is about, and the event that states it. */
export interface SheetKind {
  columns: Column[];
  /** Which object a row means. References in `cells` have become ids. */
  identify: (cells: Cells, network: Network) => Identified;
  /** What the event says of the merged row: what was there, and over it what the sheet gives. */
  toEvent: (merged: Cells, network: Network) => { type: EventType; data: EventCommand['data'] };
  /** Columns that only find the object and are not compared. */
  keys: string[];
}

export interface Identified {
  /** For people: what the row is about. */
  key: string;
  cells: Cells;
  /** The object as it is, in the columns' own terms; absent when the row creates it. */
  present?: Cells;
  errors: CellError[];
}

/** Replaces texts by the ids they mean, and says which mean nothing. */
export function resolveReferences(
  cells: Cells,
  finders: Record<string, (text: string) => Found>,
): { cells: Cells; errors: CellError[] } {
  const resolved: Cells = { ...cells };
  const errors: CellError[] = [];
  for (const [field, find] of Object.entries(finders)) {
    const text = cells[field];
    if (typeof text !== 'string') continue;
    const found = find(text);
    if (found.ok) resolved[field] = found.id;
    else errors.push({ field, value: text, message: found.message });
  }
  return { cells: resolved, errors };
}

/** The members that are there, and no others: contract objects are closed. */
export function pick(cells: Cells, ...fields: string[]): Record<string, unknown> {
  return Object.fromEntries(fields.filter((field) => cells[field] !== undefined).map((field) => [field, cells[field]]));
}
