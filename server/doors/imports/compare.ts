import type { EventCommand } from '@intakt/contract';
import type { CellError, Cells, Value } from './columns.ts';
import type { BillComponent, Network } from './network.ts';
import type { SheetRow } from './read-sheet.ts';
import type { SheetKind } from './sheet-kind.ts';

export interface ComparedRow {
  row: number;
  action: 'create' | 'change' | 'same' | 'error';
  key: string;
  changes: { field: string; old?: Value; new: Value }[];
  errors: CellError[];
}
export interface Comparison {
  rows: ComparedRow[];
  commands: EventCommand[];
}

/** Row by row: what it would create or change, what is wrong with it. A field that the sheet leaves empty stays. */
export function compare(
  kind: SheetKind,
  sheet: SheetRow[],
  { network, importId }: { network: Network; importId: string },
): Comparison {
  const rows: ComparedRow[] = [];
  const commands: EventCommand[] = [];
  const firstRows = new Map<string, number>();
  let known = network;
  for (const line of sheet) {
    const compared = compareRow(kind, line, { network: known, firstRows });
    rows.push(compared.row);
    if (!compared.merged) continue;
    const { type, data } = kind.toEvent(compared.merged, known);
    commands.push({ type, source: 'import', id: `${importId}/${line.row}`, occurredAt: network.now, data });
    known = withBill(known, data);
  }
  return { rows, commands };
}

/** Each row of a bill restates the whole bill, so the next row must build on this one. */
function withBill(network: Network, data: unknown): Network {
  const bill = data as { parent?: string; components?: BillComponent[] };
  if (!bill.parent || !bill.components) return network;
  const others = network.bills.filter((row) => row.parent !== bill.parent);
  return { ...network, bills: [...others, { parent: bill.parent, components: bill.components }] };
}

function compareRow(
  kind: SheetKind,
  { row, cells: given, errors: mistakes }: SheetRow,
  { network, firstRows }: { network: Network; firstRows: Map<string, number> },
): { row: ComparedRow; merged?: Cells } {
  const { key, cells, present, errors } = kind.identify(given, network);
  const all = [...mistakes, ...errors, ...repeated(kind, cells, { row, firstRows })];
  if (all.length > 0) return { row: { row, action: 'error', key, changes: [], errors: all } };
  const changes = differences(kind, cells, present);
  if (present && changes.length === 0) return { row: { row, action: 'same', key, changes, errors: [] } };
  return {
    row: { row, action: present ? 'change' : 'create', key, changes, errors: [] },
    merged: { ...present, ...cells },
  };
}

/** Two rows about one object would make the outcome depend on their order. */
function repeated(
  kind: SheetKind,
  cells: Cells,
  { row, firstRows }: { row: number; firstRows: Map<string, number> },
): CellError[] {
  const identity = JSON.stringify(kind.keys.map((field) => cells[field]));
  const first = firstRows.get(identity);
  if (first === undefined) {
    firstRows.set(identity, row);
    return [];
  }
  return [{ field: kind.keys[0] ?? '', value: '', message: `Row ${first} is about the same object` }];
}

export function differences(
  kind: Pick<SheetKind, 'keys' | 'columns'>,
  cells: Cells,
  present: Cells | undefined,
): ComparedRow['changes'] {
  return kind.columns
    .filter(({ field }) => !kind.keys.includes(field) && cells[field] !== undefined)
    .flatMap(({ field }) => {
      const [old, value] = [present?.[field], cells[field]!];
      if (isSame(old, value)) return [];
      return [{ field, ...(old === undefined ? {} : { old }), new: value }];
    });
}

const isSame = (old: Value | undefined, value: Value): boolean =>
  JSON.stringify(sorted(old)) === JSON.stringify(sorted(value));
const sorted = (value: Value | undefined): unknown => (Array.isArray(value) ? [...value].sort() : value);
