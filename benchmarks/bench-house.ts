import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, migrate, openDatabase } from '@intakt/database';
import { emptyDatabase, migratedSnapshot } from '@intakt/database/testing';
import { createClock } from '@intakt/server/clock.ts';
import { readConfig } from '@intakt/server/config.ts';
import { type OpenHouse, openHouse } from '@intakt/server/open-house.ts';
import pino from 'pino';

export interface BenchHouse extends OpenHouse {
  db: Database;
  /** The database made for this run, where it is on a server. */
  url?: string;
}

/**
 * A house on an empty database of its own, which is gone when it is closed: a new one on the server that DATABASE_URL
 * names, else an embedded one in a folder, not in memory, because that is how it is used.
 */
export async function openBenchHouse({
  dataDir,
  maxConnections,
}: {
  dataDir?: string;
  maxConnections: number;
}): Promise<BenchHouse> {
  const place = process.env.DATABASE_URL ? await emptyDatabase(process.env.DATABASE_URL) : await emptyFolder(dataDir);
  const db = await openDatabase({
    ...('url' in place ? { url: place.url } : { dataDir: place.folder, snapshot: await migratedSnapshot() }),
    maxConnections,
  });
  await migrate(db);
  const config = readConfig({}, ['--empty']);
  const open = await openHouse(config, {
    db,
    log: pino({ level: 'error' }, pino.destination(2)),
    clock: createClock({}),
  });
  const close = async (): Promise<void> => {
    await open.close();
    await db.close();
    await place.drop();
  };
  return { ...open, db, url: 'url' in place ? place.url : undefined, close };
}

async function emptyFolder(dataDir: string | undefined): Promise<{ folder: string; drop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(dataDir ?? tmpdir(), 'intakt-bench-'));
  return { folder, drop: () => rm(folder, { recursive: true, force: true }) };
}
