import type { EventCommand, EventType, Instant } from '@intakt/contract';
import type { CellError, Cells, Column } from './columns.ts';
import type { Network } from './network.ts';

/**
 * A kind of sheet whose rows together make one document: a call-off over its days, a despatch advice over its handling
 * units. A document enters whole or not at all, as one event; rows of it that the sheet does not name stay.
 */
export interface DocumentKind {
  columns: Column[];
  /** Columns that find a row within its document; they are not compared. */
  keys: string[];
  /** Columns in which rows must agree: all of the document, or those that are the same in the column `by`. */
  shared: { by?: string; fields: string[] }[];
  /** Turns references into ids and fills in what follows from them. */
  resolve: (cells: Cells, network: Network) => Resolved;
  /** Every row of the documents as they are recorded, in the columns' own terms. */
  recorded: (network: Network) => { document: string; cells: Cells }[];
  toCommands: (rows: Cells[], network: Network) => DocumentEvent[];
}

export interface Resolved {
  /** Which document, for the machine and for people. */
  document: string;
  key: string;
  cells: Cells;
  errors: CellError[];
}
export interface DocumentEvent {
  type: EventType;
  occurredAt: Instant;
  data: EventCommand['data'];
}
