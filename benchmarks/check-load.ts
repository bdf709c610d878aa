import type { Database } from '@intakt/database';
import { READ_TABLES } from '@intakt/database/migrations';
import type { BenchHouse } from './bench-house.ts';
import { MIXED_TYPES, type MixedMessages } from './mixed-messages.ts';

const LEAST_ENTITLED = 3;
const LEAST_ROWS = 2;

export interface LoadFigures {
  entitled_per_event: number;
  rows_per_event: number;
}

/** The aim holds for events with audiences of three or more and two or more read rows each: looks whether these are. */
export async function checkLoad(
  { db, house }: BenchHouse,
  messages: MixedMessages,
  sample: number,
): Promise<LoadFigures> {
  const events: { entitled: number; rows: number }[] = [];
  for (const { by, command } of messages.mixed(sample * MIXED_TYPES.length)) {
    const [result] = await house.recorder.record({ organisation: by }, [command]);
    if (!result?.ok) throw result?.refusal;
    const event = { entitled: await entitledTo(db, result.sequence), rows: await rowsWrittenWith(db, result.sequence) };
    if (event.entitled < LEAST_ENTITLED || event.rows < LEAST_ROWS)
      throw new Error(`A ${command.type} reaches ${event.entitled} partners and ${event.rows} rows: too light a load.`);
    events.push(event);
  }
  return {
    entitled_per_event: mean(events.map((event) => event.entitled)),
    rows_per_event: mean(events.map((event) => event.rows)),
  };
}

async function entitledTo(db: Database, sequence: number): Promise<number> {
  const [row] = await db.system((tx) =>
    tx.query<{ count: number }>('select cardinality(entitled) as count from ledger_event where sequence = $1', [
      sequence,
    ]),
  );
  return row!.count;
}

/** Rows that carry the number of the transaction that wrote the event; nothing else was in it. */
async function rowsWrittenWith(db: Database, sequence: number): Promise<number> {
  const counts = READ_TABLES.map(
    (table) => `select count(*) as n from ${table} where xmin::text = (select xmin from written)::text`,
  );
  const [row] = await db.system((tx) =>
    tx.query<{ count: number }>(
      `with written as (select xmin from ledger_event where sequence = $1) select sum(n)::int as count from (${counts.join(' union all ')}) counts`,
      [sequence],
    ),
  );
  return row!.count;
}

const mean = (values: number[]): number =>
  Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1));
