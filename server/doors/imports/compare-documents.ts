import type { EventCommand } from '@intakt/contract';
import type { CellError, Cells, Value } from './columns.ts';
import { type ComparedRow, type Comparison, differences } from './compare.ts';
import type { DocumentKind, Resolved } from './document-kind.ts';
import type { Network } from './network.ts';
import type { SheetRow } from './read-sheet.ts';

/** As the contract bounds a schedule's quantities and a shipment's lines. */
const MOST_ROWS_OF_DOCUMENT = 2000;

interface Line extends Resolved {
  row: number;
}

/** Row by row as for master data, but the rows of one document stand or fall together. */
export function compareDocuments(
  kind: DocumentKind,
  sheet: SheetRow[],
  { network, importId }: { network: Network; importId: string },
): Comparison {
  const lines = sheet.map((line) => resolveLine(kind, line, network));
  const recorded = Map.groupBy(kind.recorded(network), ({ document }) => document);
  const commands: EventCommand[] = [];
  const rows = new Map<number, ComparedRow>();
  for (const [document, members] of Map.groupBy(lines, (line) => line.document)) {
    const present = (recorded.get(document) ?? []).map(({ cells }) => cells);
    const compared = compareDocument(kind, members, present);
    for (const row of compared.rows) rows.set(row.row, row);
    if (!compared.merged) continue;
    const id = `${importId}/${members[0]!.row}`;
    kind.toCommands(compared.merged, network).forEach((event, i) => {
      commands.push({ source: 'import', id: i === 0 ? id : `${importId}/${i}/${members[0]!.row}`, ...event });
    });
  }
  return { rows: lines.map((line) => rows.get(line.row)!), commands };
}

function resolveLine(kind: DocumentKind, { row, cells, errors }: SheetRow, network: Network): Line {
  const resolved = kind.resolve(cells, network);
  const unread = new Set(errors.map(({ field }) => field));
  return { ...resolved, row, errors: [...errors, ...resolved.errors.filter(({ field }) => !unread.has(field))] };
}

function compareDocument(
  kind: DocumentKind,
  lines: Line[],
  present: Cells[],
): { rows: ComparedRow[]; merged?: Cells[] } {
  const checked = lines.map((line) => ({ ...line, errors: [...line.errors, ...disagreements(kind, line, lines)] }));
  if (checked.some(({ errors }) => errors.length > 0)) return { rows: checked.map((line) => leftOut(line, checked)) };
  const merged = new Map(present.map((cells) => [rowKey(kind, cells), cells]));
  const rows = lines.map(({ row, key, cells }): ComparedRow => {
    const before = merged.get(rowKey(kind, cells));
    const changes = differences(kind, cells, before);
    merged.set(rowKey(kind, cells), { ...before, ...cells });
    const action = !before ? 'create' : changes.length > 0 ? 'change' : 'same';
    return { row, action, key, changes, errors: [] };
  });
  if (rows.every(({ action }) => action === 'same')) return { rows };
  return { rows, merged: [...merged.values()].map((cells) => ({ ...cells, ...sharedOf(kind, lines, cells) })) };
}

const rowKey = (kind: DocumentKind, cells: Cells): string =>
  JSON.stringify(kind.keys.map((field) => cells[field] ?? null));

/** What the sheet says of the whole document holds for the rows that it does not name as well. */
function sharedOf(kind: DocumentKind, lines: Line[], row: Cells): Cells {
  const said = kind.shared.flatMap(({ by, fields }) =>
    fields.map((field): [string, Value | undefined] => [field, firstSaying(lines, { by, field, row })?.cells[field]]),
  );
  return Object.fromEntries(said.filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

/** The first row that fills the column, among those that speak of the same. */
const firstSaying = (
  lines: Line[],
  { by, field, row }: { by: string | undefined; field: string; row: Cells },
): Line | undefined => lines.find(({ cells }) => cells[field] !== undefined && (!by || cells[by] === row[by]));

/** Two rows about one thing, or two that say different things of the whole, would make the outcome depend on their order. */
function disagreements(kind: DocumentKind, line: Line, lines: Line[]): CellError[] {
  if (lines.length > MOST_ROWS_OF_DOCUMENT)
    return [tell('', lines.length, `${line.key} has more than ${MOST_ROWS_OF_DOCUMENT} rows; split it`)];
  const twin = lines.find((other) => rowKey(kind, other.cells) === rowKey(kind, line.cells))!;
  const repeated =
    twin.row === line.row ? [] : [tell(kind.keys[0] ?? '', '', `Row ${twin.row} is about the same object`)];
  const others = kind.shared.flatMap(({ by, fields }) =>
    fields.flatMap((field) => {
      const first = firstSaying(lines, { by, field, row: line.cells });
      const value = line.cells[field];
      if (!first || value === undefined || first.cells[field] === value) return [];
      return [tell(field, value, `Row ${first.row} says ${first.cells[field]} of the same ${by ?? 'document'}`)];
    }),
  );
  return [...repeated, ...others];
}

const tell = (field: string, value: unknown, message: string): CellError => ({ field, value: String(value), message });

/** A document without some of its rows would say something that nobody meant. */
function leftOut({ row, key, errors }: Line, lines: Line[]): ComparedRow {
  const wrong = lines.find((line) => line.errors.length > 0)!;
  const because = [tell('', '', `Row ${wrong.row} of the same document has an error, so none of it is taken over`)];
  return { row, action: 'error', key, changes: [], errors: errors.length > 0 ? errors : because };
}
