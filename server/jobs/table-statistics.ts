import type { Database } from '@intakt/database';

/** The ledger has grown so much since the last look, in shares of it and in events. */
const GROWTH = 1.5;
const LEAST_EVENTS = 500;
/** A few thousand rows of a table tell its indexes apart, and take milliseconds. */
const TARGET = 10;

/**
 * Lets the database look at how its tables are filled whenever the ledger has grown by half. Nobody else does on the embedded one,
 * and a server's autovacuum comes a minute late or is off; until then it may look rows up by an index that holds thousands
 * under the same beginning, and takes the longer the more there are.
 */
export class TableStatistics {
  #size = 0;

  async refresh(db: Database): Promise<void> {
    const [head] = await db.system((tx) => tx.query<{ size: number }>('select size from ledger_head'));
    if (head!.size < this.#size * GROWTH + LEAST_EVENTS) return;
    this.#size = head!.size;
    const tables = await db.system((tx) => tx.query<{ name: string }>(INDEXED_TWICE));
    // One at a time, so that nothing waits for long.
    for (const { name } of tables)
      await db.system(async (tx) => {
        await tx.query(`set local default_statistics_target = ${TARGET}`);
        await tx.query(`analyze "${name}"`);
      });
  }
}

/** Where there is one index only, there is nothing to choose; and what autovacuum looks at, it looks at more closely. */
const INDEXED_TWICE = `
  select t.relname as name from pg_class t join pg_index i on i.indrelid = t.oid
    left join pg_stat_user_tables s on s.relid = t.oid
  where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r' and s.last_autoanalyze is null
  group by t.relname having count(*) > 1 order by 1`;
