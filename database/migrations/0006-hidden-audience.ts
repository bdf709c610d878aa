import { type Kysely, sql } from 'kysely';

/**
 * Who else may see a row is itself nobody's business: a supplier's audience would tell one customer of the
 * others. Row security goes on reading these columns; the request role may not. Every later migration that
 * adds a table with such a column calls this again at its end.
 */
export async function hideAudience(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ table: string; columns: string }>`
    select c.relname as "table", string_agg(quote_ident(a.attname), ', ') filter (where a.attname not in ('audience', 'entitled')) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relname <> 'inbox_message' and has_table_privilege('intakt_request', c.oid, 'select')
    group by c.relname having bool_or(a.attname in ('audience', 'entitled'))`.execute(db);
  for (const { table, columns } of rows) {
    await sql.raw(`revoke select on ${table} from intakt_request`).execute(db);
    await sql.raw(`grant select (${columns}) on ${table} to intakt_request`).execute(db);
  }
}
