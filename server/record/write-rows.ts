import type { RowSet, Tables } from './row-set.ts';

/** A statement over the rows of one JSON parameter, `$1`; `slot` names what it is about. */
export interface Statement {
  slot: string;
  text: string;
  value: string;
}

/** One upsert per touched table, and one delete where rows went. */
export function rowStatements(rows: RowSet, tables: Tables): Statement[] {
  const statements: Statement[] = [];
  for (const { table, upserts, removals } of rows.changes()) {
    if (upserts.length > 0)
      statements.push({
        slot: `upsert ${table}`,
        text: textOf('upsert', table, tables),
        value: JSON.stringify(upserts),
      });
    if (removals.length > 0)
      statements.push({
        slot: `delete ${table}`,
        text: textOf('delete', table, tables),
        value: JSON.stringify(removals),
      });
  }
  return statements;
}

const texts = new Map<string, string>();

function textOf(kind: 'upsert' | 'delete', table: string, tables: Tables): string {
  const known = texts.get(`${kind} ${table}`);
  if (known) return known;
  const text = kind === 'upsert' ? upsertText(table, tables) : deleteText(table, tables);
  texts.set(`${kind} ${table}`, text);
  return text;
}

function upsertText(table: string, tables: Tables): string {
  const { columns } = tables[table]!;
  const key = tables[table]!.key.map(({ column }) => column);
  const changed = columns.filter((column) => !key.includes(column));
  return `insert into ${table} (${columns.join(', ')})
    select ${columns.map((column) => `r.${column}`).join(', ')} from json_populate_recordset(null::${table}, $1::json) r
    on conflict (${key.join(', ')}) do update set ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}`;
}

function deleteText(table: string, tables: Tables): string {
  const match = tables[table]!.key.map(({ column, type }) => `t.${column} = (r ->> '${column}')::${type}`);
  return `delete from ${table} t using json_array_elements($1::json) r where ${match.join(' and ')}`;
}
