import type { Database } from '@intakt/database';
import { testDatabase } from '@intakt/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TableStatistics } from './table-statistics.ts';

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
}, 120_000);
afterAll(() => db?.close());

const ledgerHas = (events: number) => db.system((tx) => tx.query('update ledger_head set size = $1', [events]));
/** A look-up by the whole of the key, as record() makes it. */
const planOfLookUp = (): Promise<string> =>
  db.system(async (tx) => {
    await tx.query('set local enable_seqscan = off');
    const lines = await tx.query(`explain select r.* from json_array_elements('[]') k cross join lateral (
      select * from container_movement r where r.owner = k ->> 0 and r.partner = k ->> 1 and r.packaging = k ->> 2
        and r.sender = k ->> 3 and r.reference = k ->> 4 offset 0) r`);
    return JSON.stringify(lines);
  });

test('a row is looked up by its key once the ledger has grown and the tables were looked at', async () => {
  await db.system((tx) =>
    tx.query(`insert into container_movement (owner, partner, packaging, sender, reference, cause, moved_at, audience, sequence)
      select 'oem', 's1', 'KLT', 's1', 'N' || n, 'despatch', now(), '{oem}', n from generate_series(1, 3000) n`),
  );
  const statistics = new TableStatistics();
  await ledgerHas(100);
  await statistics.refresh(db);
  expect(await planOfLookUp()).toContain('container_movement_time');
  await ledgerHas(3000);
  await statistics.refresh(db);
  expect(await planOfLookUp()).toContain('container_movement_pkey');
});

test('nothing is looked at again before the ledger has grown by half', async () => {
  const statistics = new TableStatistics();
  await ledgerHas(3000);
  await statistics.refresh(db);
  await db.system((tx) => tx.query(`update container_movement set sequence = 1`));
  await ledgerHas(4000);
  const lastLook = async () =>
    (
      await db.system((tx) =>
        tx.query<{ at: string }>(
          `select last_analyze::text as at from pg_stat_user_tables where relname = 'container_movement'`,
        ),
      )
    )[0]!.at;
  const before = await lastLook();
  await statistics.refresh(db);
  expect(await lastLook()).toBe(before);
  await ledgerHas(6000);
  await statistics.refresh(db);
  expect(await lastLook()).not.toBe(before);
});
