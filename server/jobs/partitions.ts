import type { Database } from '@intakt/database';

const PARTITION_ROWS = 10_000_000;

/** The partition after the present one exists before the ledger reaches it. */
export async function keepPartitionsAhead(db: Database): Promise<void> {
  await db.system(async (tx) => {
    const [head] = await tx.query<{ size: number }>('select size from ledger_head');
    const next = Math.floor(head!.size / PARTITION_ROWS) + 1;
    const name = `ledger_event_${next}`;
    const [present] = await tx.query<{ found: boolean }>('select to_regclass($1) is not null as found', [name]);
    if (present!.found) return;
    await tx.query(
      `create table if not exists ${name} partition of ledger_event for values from (${next * PARTITION_ROWS}) to (${(next + 1) * PARTITION_ROWS})`,
    );
    await tx.query(`alter table ${name} alter column body set storage external`);
    await tx.query(`alter table ${name} enable row level security`);
    await tx.query(`alter table ${name} force row level security`);
    await tx.query(`create policy owner_all on ${name} for all to current_user using (true) with check (true)`);
  });
}
