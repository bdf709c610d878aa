import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EventCommand } from '@intakt/contract';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { shareOut } from './load.ts';

/**
 * What Intakt is measured against: a table with primary key and time index that takes the same payloads, nothing
 * validated, authorised, projected, secured or proved. Written as a programmer in a hurry would want it to be fastest.
 */
export const PEER_TABLE = `
  create table bench_peer (id bigint primary key, occurred_at timestamptz not null, payload text not null);
  create index on bench_peer (occurred_at);`;

export interface PeerRow {
  id: number;
  command: EventCommand;
}
type Load = (client: pg.PoolClient, rows: PeerRow[]) => Promise<unknown>;

const insertArray: Load = (client, rows) =>
  client.query(
    `insert into bench_peer select r.id, r.occurred_at, r.payload from jsonb_to_recordset($1::jsonb) as r (id bigint, occurred_at timestamptz, payload text)`,
    [
      JSON.stringify(
        rows.map(({ id, command }) => ({ id, occurred_at: command.occurredAt, payload: JSON.stringify(command) })),
      ),
    ],
  );

const insertUnnest: Load = (client, rows) =>
  client.query('insert into bench_peer select * from unnest($1::bigint[], $2::timestamptz[], $3::text[])', [
    rows.map(({ id }) => id),
    rows.map(({ command }) => command.occurredAt),
    rows.map(({ command }) => JSON.stringify(command)),
  ]);

const copy: Load = (client, rows) => {
  const lines = rows.map(
    ({ id, command }) => `${id}\t${command.occurredAt}\t${escapeForCopy(JSON.stringify(command))}\n`,
  );
  return pipeline(Readable.from([lines.join('')]), client.query(copyFrom('copy bench_peer from stdin')));
};

const escapeForCopy = (text: string): string => text.replaceAll('\\', '\\\\');

const LOADS: Record<string, Load> = { copy, unnest: insertUnnest, 'jsonb array': insertArray };

/** A way of loading, over so many connections. */
export interface PeerLoad {
  name: string;
  connections: number;
  load: Load;
}

/** The embedded database refuses COPY FROM STDIN, and its one session makes a second connection useless. */
export const peerLoads = (kind: 'embedded' | 'postgresql'): PeerLoad[] =>
  Object.entries(LOADS)
    .filter(([name]) => kind === 'postgresql' || name !== 'copy')
    .flatMap(([name, load]) =>
      (kind === 'postgresql' ? [1, 2] : [1]).map((connections) => ({
        name: `${name} × ${connections}`,
        connections,
        load,
      })),
    );

/** Loads all batches, each its own commit. */
export const loadBatches = (pool: pg.Pool, { load, connections }: PeerLoad, batches: PeerRow[][]): Promise<void> =>
  overConnections(pool, connections, batches, load);

/** Each connection inserts one row at a time and waits until it is committed. */
export const insertSingles = (pool: pg.Pool, connections: number, rows: PeerRow[]): Promise<void> =>
  overConnections(pool, connections, rows, (client, { id, command }) =>
    client.query('insert into bench_peer values ($1, $2, $3)', [id, command.occurredAt, JSON.stringify(command)]),
  );

async function overConnections<T>(
  pool: pg.Pool,
  count: number,
  items: T[],
  work: (client: pg.PoolClient, item: T) => Promise<unknown>,
): Promise<void> {
  const clients = await Promise.all(Array.from({ length: count }, () => pool.connect()));
  const idle = [...clients];
  try {
    await shareOut(items, count, async (item) => {
      const client = idle.pop()!;
      await work(client, item);
      idle.push(client);
    });
  } finally {
    for (const client of clients) client.release();
  }
}
