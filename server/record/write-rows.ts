import type { RowSet, Tables } from './row-set.ts';

/** A statement with exactly one parameter: its rows as JSON. */
export interface Statement {
  text: string;
  value: string;
}

const statementCache = new Map<string, string>();

/** One upsert per touched table, and one delete where rows went. */
export function rowStatements(rows: RowSet, tables: Tables): Statement[] {
  const statements: Statement[] = [];
  for (const { table, upserts, removals } of rows.changes()) {
    if (upserts.length > 0) statements.push({ text: upsertText(table, tables), value: JSON.stringify(upserts) });
    if (removals.length > 0) statements.push({ text: deleteText(table, tables), value: JSON.stringify(removals) });
  }
  return statements;
}

function upsertText(table: string, tables: Tables): string {
  const cached = statementCache.get(table);
  if (cached) return cached;
  const { columns } = tables[table]!;
  const key = tables[table]!.key.map(({ column }) => column);
  const changed = columns.filter((column) => !key.includes(column));
  const text = `insert into ${table} (${columns.join(', ')})
    select ${columns.map((column) => `r.${column}`).join(', ')} from json_populate_recordset(null::${table}, $1::json) r
    on conflict (${key.join(', ')}) do update set ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}`;
  statementCache.set(table, text);
  return text;
}

function deleteText(table: string, tables: Tables): string {
  const match = tables[table]!.key.map(({ column, type }) => `t.${column} = (r ->> '${column}')::${type}`).join(
    ' and ',
  );
  return `delete from ${table} t using jsonb_array_elements($1::jsonb) r where ${match}`;
}
