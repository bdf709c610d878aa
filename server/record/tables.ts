import type { Database } from '@intakt/database';
import type { Tables } from './row-set.ts';

interface CatalogueRow {
  table: string;
  column: string;
  type: string;
  position: number | null;
}

/** Keys and columns of all tables, from the catalogue: the migration is the only place where they are written. */
export async function readTables(db: Database): Promise<Tables> {
  const rows = await db.system((tx) =>
    tx.query<CatalogueRow>(`
      select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, array_position(i.indkey::int2[], a.attnum) as position
      from pg_class c
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = current_schema()::regnamespace
      order by c.relname, a.attnum`),
  );
  return Object.fromEntries(
    Object.entries(Object.groupBy(rows, (row) => row.table)).map(([table, columns]) => [table, describe(columns!)]),
  );
}

const describe = (columns: CatalogueRow[]): Tables[string] => ({
  key: columns
    .filter((c) => c.position !== null)
    .sort((a, b) => a.position! - b.position!)
    .map(({ column, type }) => ({ column, type })),
  columns: columns.map(({ column, type }) => ({ column, type })),
});
