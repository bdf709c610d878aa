import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from './index.ts';
import { testDatabase } from './testing.ts';

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** What the process warns of while the work runs. PostgreSQL's client warns where one command overtakes another. */
async function warningsOf(work: () => Promise<unknown>): Promise<string[]> {
  const warnings: string[] = [];
  const note = ({ message }: Error): unknown => warnings.push(message);
  process.on('warning', note);
  await work();
  process.off('warning', note);
  return warnings;
}

const CHANNELS = ['one', 'two', 'three', 'four'];

test('many who begin and end to listen at the same moment take their turns on the one connection', async () => {
  const heard: string[] = [];
  const warnings = await warningsOf(async () => {
    const stops = await Promise.all(CHANNELS.map((channel) => db.listen(channel, (payload) => heard.push(payload))));
    await Promise.all(stops.slice(0, 3).map((stop) => stop()));
    await db.listen('three', (payload) => heard.push(payload));
    for (const channel of CHANNELS) await db.system((tx) => tx.query('select pg_notify($1, $1)', [channel]));
    await expect.poll(() => heard).toEqual(['three', 'four']);
  });
  expect(warnings).toEqual([]);
});
