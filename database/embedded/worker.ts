import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { ToEmbedded, WorkerSettings } from './messages.ts';
import { SharedSession } from './shared-session.ts';

/** The thread in which the embedded database lives, so that a long statement does not stop the server's main loop. */
const settings = workerData as WorkerSettings;
const database = await PGlite.create({
  ...(settings.directory ? { dataDir: settings.directory } : {}),
  ...(settings.snapshot ? { loadDataDir: new Blob([settings.snapshot as Uint8Array<ArrayBuffer>]) } : {}),
  extensions: { btree_gist, pg_trgm },
});
const busySince = new BigInt64Array(settings.busySince);
const session = new SharedSession(speak, { idleTransactionMs: settings.idleTransactionMs });

/** The main thread reads the clock and ends this thread when a statement takes too long: nothing inside can. */
async function speak(message: Uint8Array): Promise<Uint8Array> {
  Atomics.store(busySince, 0, BigInt(Date.now()));
  const answer = await database.execProtocolRaw(message);
  Atomics.store(busySince, 0, 0n);
  return answer;
}

async function dump(): Promise<Uint8Array> {
  await database.exec('checkpoint');
  return new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer());
}

parentPort!.on('message', async (message: ToEmbedded) => {
  if (message.kind === 'connect') return session.connect(message.port);
  if (message.kind === 'dump')
    return parentPort!.postMessage({ kind: 'dumped', bytes: await session.exclusively(dump) });
  await session.exclusively(() => database.close());
  parentPort!.postMessage({ kind: 'closed' });
});
const { rows } = await database.query<{ version: string }>(`select current_setting('server_version') as version`);
parentPort!.postMessage({ kind: 'ready', version: rows[0]!.version });
