import type { EventCommand } from '@intakt/contract';
import type { Database } from '@intakt/database';
import { READ_TABLES } from '@intakt/database/migrations';
import { testDatabase } from '@intakt/database/testing';
import pino from 'pino';
import { createClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { type OpenHouse, openHouse } from '../open-house.ts';
import type { RecordResult } from './recorder.ts';
import { T0, TINY_WORLD } from './tiny-world.ts';

/** A house on a database of its own, at the tiny world's time. */
export async function testHouse({
  now = T0,
  tinyWorld = true,
  env = {},
}: {
  now?: string;
  tinyWorld?: boolean;
  env?: NodeJS.ProcessEnv;
} = {}): Promise<OpenHouse & { db: Database }> {
  const db = await testDatabase();
  const config = { ...readConfig({ INTAKT_DATA_DIR: '.data/test', ...env }, []), simulator: false };
  const open = await openHouse(config, {
    db,
    log: pino({ level: process.env.LOG_LEVEL ?? 'fatal' }),
    clock: createClock({ start: now, wall: () => 0 }),
  });
  if (tinyWorld)
    for (const [organisation, command] of TINY_WORLD)
      expectOk(await open.house.recorder.record({ organisation }, [command]));
  const close = async (): Promise<void> => {
    await open.close();
    await db.close();
  };
  return { ...open, db, close };
}

export function expectOk(results: RecordResult[]): Extract<RecordResult, { ok: true }>[] {
  return results.map((result) => {
    if (!result.ok) throw result.refusal;
    return result;
  });
}

/** Every read table, row by row, in a stable order. */
export async function readEverything(db: Database): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of READ_TABLES) {
    const rows = await db.system((tx) => tx.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`));
    all[table] = rows.map(({ row }) => row).sort();
  }
  return all;
}

export const record = async ({ house }: OpenHouse, organisation: string, ...commands: EventCommand[]) =>
  expectOk(await house.recorder.record({ organisation }, commands));
