import type { RecordedEvent } from '@intakt/contract';
import type { Database, Transaction } from '@intakt/database';
import { READ_TABLES } from '@intakt/database/migrations';
import type { Projection, Projections } from './projection.ts';
import { RowSet, type Tables } from './row-set.ts';
import { readTables } from './tables.ts';
import { rowParts } from './write-rows.ts';

const PAGE = 500;

/**
 * Empties the read tables and replays the whole ledger into them, in one transaction: readers see the old
 * tables until the new ones are complete. Nobody records meanwhile, because the head row is locked.
 */
export async function rebuild(db: Database, projections: Projections): Promise<{ events: number }> {
  const tables = await readTables(db);
  return db.system(async (tx) => {
    const [head] = await tx.query<{ size: number }>('select size from ledger_head where id = 1 for update');
    await tx.query(`delete from ${READ_TABLES.join('; delete from ')}`);
    for (let after = 0; after < head!.size; after += PAGE) await replayPage(tx, projections, tables, after);
    return { events: head!.size };
  });
}

async function replayPage(tx: Transaction, projections: Projections, tables: Tables, after: number): Promise<void> {
  const bodies = await tx.query<{ body: string }>(
    'select body from ledger_event where sequence > $1 and sequence <= $2 order by sequence',
    [after, after + PAGE],
  );
  const events = bodies.map(({ body }) => JSON.parse(body) as RecordedEvent);
  const rows = new RowSet(tables);
  const needsOf = (event: RecordedEvent) =>
    (projections[event.type] as Projection | undefined)?.needs(event, rows) ?? [];
  for (let round = 0; round < 2; round++) await rows.load(tx, events.flatMap(needsOf));
  for (const event of events) {
    for (let round = 0; round < 4 && !rows.isComplete(needsOf(event)); round++) await rows.load(tx, needsOf(event));
    (projections[event.type] as Projection | undefined)?.apply(event, rows);
  }
  for (const { text, values } of rowParts(rows.changes(), tables))
    await tx.query(`with head as (select) ${text}`, values);
}
