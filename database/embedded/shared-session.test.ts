import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../index.ts';

let db: Database;
beforeAll(async () => {
  db = await openDatabase({ memory: true, idleTransactionMs: 400 });
  await db.system((tx) => tx.query('create table noted (what text)'));
});
afterAll(() => db.close());

const noted = async () => (await db.pool.query('select what from noted order by what')).rows.map((row) => row.what);

test('a transaction keeps the session until it ends, and others wait', async () => {
  const order: string[] = [];
  const first = db.system(async (tx) => {
    await tx.query('select 1');
    await wait(100);
    order.push('transaction');
  });
  await wait(30);
  const other = db.pool.query('select 2').then(() => order.push('query'));
  await Promise.all([first, other]);
  expect(order).toEqual(['transaction', 'query']);
});

test('a transaction that idles is rolled back, its client is told, and the others go on', async () => {
  const idle = db.system(async (tx) => {
    await tx.query(`insert into noted values ('idle')`);
    await wait(1200);
    await tx.query('select 1');
  });
  const outcome = expect(idle).rejects.toThrow(/idle for 0.4 s|not queryable|terminated/);
  await wait(50);
  expect(await noted()).not.toContain('idle');
  await outcome;
});

test('a client that goes away inside a transaction leaves nothing behind', async () => {
  const client = await db.pool.connect();
  client.on('error', () => {});
  await client.query('begin');
  await client.query(`insert into noted values ('lost')`);
  (client as unknown as pg.Client & { connection: pg.Connection }).connection.stream.destroy();
  expect(await noted()).not.toContain('lost');
  client.release(true);
});

test('a statement that fails inside a transaction takes back all of it', async () => {
  const failing = db.system(async (tx) => {
    await tx.query(`insert into noted values ('half')`);
    await tx.query('select 1/0');
  });
  await expect(failing).rejects.toThrow('division by zero');
  expect(await noted()).not.toContain('half');
});

test('settings of the whole session and named statements are refused by name', async () => {
  await expect(db.pool.query(`set app.org = 'leak'`)).rejects.toThrow('use set local inside a transaction');
  await expect(db.pool.query({ name: 'plan', text: 'select $1::int', values: [1] })).rejects.toThrow(
    'named statements',
  );
  expect((await db.pool.query('select $1::int as one', [1])).rows).toEqual([{ one: 1 }]);
});

test('copying in, which would end PGlite, is refused', async () => {
  await expect(db.pool.query('copy noted from stdin')).rejects.toThrow('insert in batches');
  expect((await db.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('notifications reach those who listen, and only those', async () => {
  const heard: string[] = [];
  const stop = await db.listen('news', (payload) => heard.push(payload));
  const other = await db.pool.connect();
  other.on('notification', ({ payload }) => heard.push(`other ${payload}`));
  await other.query(`select pg_notify('news', 'one')`);
  await other.query('listen news');
  await db.system((tx) => tx.query(`select pg_notify('news', 'two')`));
  await other.query('unlisten news');
  await db.system((tx) => tx.query(`select pg_notify('news', 'three')`));
  await expect.poll(() => heard.toSorted()).toEqual(['one', 'other two', 'three', 'two']);
  other.release();
  await stop();
});

test('a notification of a transaction that is rolled back is never heard', async () => {
  const heard: string[] = [];
  const stop = await db.listen('rolled', (payload) => heard.push(payload));
  const failing = db.system(async (tx) => {
    await tx.query(`select pg_notify('rolled', 'never')`);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  await db.system((tx) => tx.query(`select pg_notify('rolled', 'after')`));
  await expect.poll(() => heard).toEqual(['after']);
  await stop();
});
