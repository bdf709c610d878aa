import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { emptyDatabase } from '@intakt/database/testing';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { openHouse } from '../open-house.ts';
import { PROJECTIONS } from './projections.ts';
import { rebuild } from './rebuild.ts';
import { readEverything } from './testing.ts';

const KILL_AFTER = 300;
let folder: string;
let env: NodeJS.ProcessEnv;
let drop = async (): Promise<void> => {};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'intakt-crash-'));
  env = { ...process.env, INTAKT_DATA_DIR: folder, DATABASE_URL: '' };
  if (!process.env.TEST_DATABASE_URL) return;
  const database = await emptyDatabase(process.env.TEST_DATABASE_URL);
  env.DATABASE_URL = database.url;
  drop = database.drop;
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await drop();
});

/** Ids of the events that were answered before the process was killed in the middle of its work. */
async function writeUntilKilled(): Promise<string[]> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'crash-writer.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const answered: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    answered.push(line.split(' ')[0]!);
    if (answered.length === KILL_AFTER) child.kill('SIGKILL');
  }
  await gone;
  return answered;
}

test('after kill -9 under load every answered event is there, the tree verifies, and the tables equal a rebuild', async () => {
  const answered = await writeUntilKilled();
  expect(answered.length).toBeGreaterThanOrEqual(KILL_AFTER);
  // Opening verifies the head against the leaves, and throws where they do not agree.
  const { house, close } = await openHouse(readConfig(env, []), { log: pino({ level: 'fatal' }) });
  const stored = await house.db.system((tx) =>
    tx.query<{ event_id: string; sequence: number }>('select event_id, sequence from ledger_event order by sequence'),
  );
  const ids = new Set(stored.map((row) => row.event_id));
  expect(answered.filter((id) => !ids.has(id))).toEqual([]);
  expect(stored.map((row) => row.sequence)).toEqual(stored.map((_, i) => i + 1));
  const tables = await readEverything(house.db);
  await rebuild(house.db, PROJECTIONS);
  expect(await readEverything(house.db)).toEqual(tables);
  await close();
}, 120_000);
