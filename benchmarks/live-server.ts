import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Id } from '@intakt/contract';
import type { Database } from '@intakt/database';
import { newToken, tokenHash } from '@intakt/server/access/secrets.ts';
import { buildApp } from '@intakt/server/app.ts';
import { openBenchHouse } from './bench-house.ts';
import { makeNetwork, type NetworkSize, recordNetwork } from './network.ts';

/** What the process that measures says to the server it started, and hears from it. */
export type ToServer = 'entitled' | 'stop';
/** Given as its one argument, in JSON. */
export interface ServerPlan {
  size: NetworkSize;
  dataDir?: string;
}
export type FromServer =
  | { ready: { url: string; keys: Record<Id, string>; database: string; size: number } }
  | { entitled: { sequence: number; entitled: Id[] }[] };

const tell = (message: FromServer): boolean | undefined => process.send?.(message);

async function serve({ size, dataDir }: ServerPlan): Promise<void> {
  const { house, signing, db, close } = await openBenchHouse({ dataDir, maxConnections: 10 });
  const network = makeNetwork(size);
  await recordNetwork(house.recorder, network);
  const keys = await issueKeys(db, network.organisations);
  const app = await buildApp(house, signing);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const started = await headSize(db);
  tell({ ready: { url: `http://127.0.0.1:${port}`, keys, database: db.description, size: started } });
  process.on('message', async (message: ToServer) => {
    if (message === 'entitled') tell({ entitled: await entitledSince(db, started) });
    if (message !== 'stop') return;
    await house.feed.stop();
    await app.close();
    await close();
    process.disconnect?.();
  });
}

/** One key for each organisation, put where the server looks keys up. */
async function issueKeys(db: Database, organisations: Id[]): Promise<Record<Id, string>> {
  const keys = organisations.map((organisation) => ({ organisation, token: newToken('apiKey') }));
  const rows = keys.map(({ organisation, token }) => ({ id: randomUUID(), organisation, hash: tokenHash(token) }));
  await db.system((tx) =>
    tx.query(
      `insert into api_key (id, organisation, name, token_hash, roles, created_at)
       select k.id, k.organisation, 'bench', k.hash, '{planner}', now() from jsonb_to_recordset($1::jsonb) k (id text, organisation text, hash text)`,
      [JSON.stringify(rows)],
    ),
  );
  return Object.fromEntries(keys.map(({ organisation, token }) => [organisation, token]));
}

async function headSize(db: Database): Promise<number> {
  const [head] = await db.system((tx) => tx.query<{ size: number }>('select size from ledger_head'));
  return head!.size;
}

const entitledSince = (db: Database, size: number) =>
  db.system((tx) =>
    tx.query<{ sequence: number; entitled: Id[] }>(
      'select sequence, entitled from ledger_event where sequence > $1 order by sequence',
      [size],
    ),
  );

// Whoever started this server has ended without saying stop.
process.once('disconnect', () => process.exit());

await serve(JSON.parse(process.argv[2]!));
