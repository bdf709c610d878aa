import { appendLeaves, Frontier, leafHash, toBase64 } from '@intakt/ledger';
import { nodeSha256 } from '@intakt/ledger/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECTIONS } from './projections.ts';
import { rebuild } from './rebuild.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { readEverything, record, testHouse } from './testing.ts';
import { count, say } from './tiny-world.ts';

let world: Awaited<ReturnType<typeof testHouse>>;
beforeAll(async () => {
  world = await testHouse();
  await record(world, 's2', say('stock-counted', count({ owner: 's2', site: 's2-works', part: 'b', quantity: 0 })));
});
afterAll(() => world.close());

const query = <R>(text: string, values: unknown[] = []) => world.db.system((tx) => tx.query<R>(text, values));
const moved = (quantity: number, id?: string) =>
  say(
    'stock-moved',
    {
      owner: 's2',
      site: 's2-works',
      part: 'b',
      status: 'available',
      quantity,
      unit: 'H87',
      movedAt: '2026-03-05T08:00:00.000Z',
      cause: 'produced',
    },
    id,
  );
const stock = async () =>
  (await query<{ quantity: number }>("select quantity from stock where owner = 's2' and part = 'b'"))[0]!.quantity;
const anotherServer = (onBug: (error: unknown) => void = (error) => expect.unreachable(String(error))) =>
  createRecorder(world.db, world.house.clock, onBug);

/** So many callers, each of whom hands in the next when the last was answered. Gives the events answered with success. */
async function load(recorder: Recorder, callers: number, each: number): Promise<string[]> {
  const answered: string[] = [];
  const caller = async (): Promise<void> => {
    for (let n = 0; n < each; n++) {
      const [result] = await recorder.record({ organisation: 's2' }, [moved(1)]).catch(() => []);
      if (result?.ok) answered.push(result.eventId);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return answered;
}

/** Gapless, with the head that the leaves give, and with the rows that a replay gives. */
async function expectSound(): Promise<void> {
  const events = await query<{ sequence: number; body: string }>(
    'select sequence, body from ledger_event order by sequence',
  );
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, i) => i + 1));
  const leaves = events.map(({ body }) => leafHash(nodeSha256, Buffer.from(body)));
  const { frontier } = appendLeaves(Frontier.empty(nodeSha256), leaves);
  const head = { size: frontier.size, root: toBase64(frontier.root()), frontier: frontier.toHashes().map(toBase64) };
  expect(await query('select size, root, frontier from ledger_head')).toEqual([head]);
  const before = await readEverything(world.db);
  await rebuild(world.db, PROJECTIONS);
  expect(await readEverything(world.db)).toEqual(before);
}

test('groups that are folded while the one before is written each see what it did', async () => {
  expect(await load(world.house.recorder, 40, 5)).toHaveLength(200);
  expect(await stock()).toBe(200);
  await expectSound();
});

test('an event that comes again while its group is being written is the same event', async () => {
  const both = Array.from({ length: 60 }, (_, n) => moved(0.5, `twice-${n % 30}`)).map(async (command, n) => {
    for (let turn = 0; turn < n / 10; turn++) await new Promise((resolve) => setImmediate(resolve));
    const [result] = await world.house.recorder.record({ organisation: 's2' }, [command]);
    return result as { ok: true; eventId: string; sequence: number; outcome: string };
  });
  const answers = Map.groupBy(await Promise.all(both), ({ eventId }) => eventId);
  expect(answers.size).toBe(30);
  for (const [first, second] of answers.values()) {
    expect(second!.sequence).toBe(first!.sequence);
    expect([first!.outcome, second!.outcome].sort()).toEqual(['known', 'recorded']);
  }
  expect(await stock()).toBe(215);
});

test('two servers under load neither lose nor repeat what the other wrote', async () => {
  const other = await anotherServer();
  await Promise.all([load(world.house.recorder, 30, 6), load(other, 20, 9)]);
  expect(await stock()).toBe(215 + 360);
  await expectSound();
});

test('connections that are lost under load lose nothing that was answered', async ({ skip }) => {
  skip(world.db.kind === 'embedded', 'the embedded database has no connection to lose');
  const recorder = await anotherServer(() => {});
  const answered = load(recorder, 20, 12);
  for (let n = 0; n < 4; n++) {
    await new Promise((resolve) => setTimeout(resolve, 15));
    await query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'with head as%'",
    );
  }
  const ids = await answered;
  expect(ids.length).toBeGreaterThan(100);
  const known = await query<{ id: string }>("select event_id as id from ledger_event where type = 'stock-moved'");
  expect(known.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  expect(await stock()).toBe(known.length - 30 * 0.5);
  await expectSound();
});
