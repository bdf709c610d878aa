import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../index.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'intakt-embedded-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const RUNAWAY = 'select count(*) from generate_series(1, 1000000000)';

test('a runaway statement is ended, what was committed is there again, and listeners come back', async () => {
  const db = await openDatabase({ dataDir, statementLimitMs: 1500 });
  await db.system((tx) => tx.query(`create table kept as select 'kept' as what`));
  const heard: string[] = [];
  await db.listen('news', (payload) => heard.push(payload));
  await expect(db.system((tx) => tx.query(RUNAWAY))).rejects.toThrow('a statement ran longer than 1.5 s');
  expect(await db.system((tx) => tx.query('select what from kept'))).toEqual([{ what: 'kept' }]);
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['']);
  await db.system((tx) => tx.query(`select pg_notify('news', 'again')`));
  await expect.poll(() => heard).toEqual(['', 'again']);
  await db.close();
});

test('in memory a runaway statement ends the database, which says so from then on', async () => {
  const db = await openDatabase({ memory: true, statementLimitMs: 500 });
  await expect(db.system((tx) => tx.query(RUNAWAY))).rejects.toThrow('a statement ran longer than 0.5 s');
  await expect(db.system((tx) => tx.query('select 1'))).rejects.toThrow('a statement ran longer than 0.5 s');
  await db.close();
});

test('a folder opens once at a time, keeps its rows over a close, and takes its first rows from a snapshot', async () => {
  const first = await openDatabase({ memory: true });
  await first.system((tx) => tx.query(`create table kept as select 1 as round`));
  const snapshot = await first.dump();
  await first.close();

  const db = await openDatabase({ dataDir, snapshot });
  await expect(openDatabase({ dataDir })).rejects.toThrow('is in use by process');
  await db.system((tx) => tx.query('update kept set round = 2'));
  await db.close();

  const again = await openDatabase({ dataDir, snapshot });
  expect(await again.system((tx) => tx.query('select round from kept'))).toEqual([{ round: 2 }]);
  await again.close();
});
