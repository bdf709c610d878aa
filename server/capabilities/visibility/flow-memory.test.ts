import { afterAll, beforeAll, expect, test } from 'vitest';
import { record, testHouse } from '../../record/testing.ts';
import { count, say, schedule } from '../../record/tiny-world.ts';
import { type Flow, FlowMemory } from './flow-memory.ts';

let world: Awaited<ReturnType<typeof testHouse>>;
beforeAll(async () => {
  world = await testHouse();
  await record(world, 'oem', say('schedule-released', schedule()));
});
afterAll(() => world.close());

const memory = new FlowMemory();
const read = (organisation: string): Promise<Flow> =>
  world.db.as({ kind: 'organisation', org: organisation }, (tx) =>
    memory.read(tx, { organisation, today: '2026-03-02' }),
  );
const runout = (owner: string, site: string) =>
  say('runout-projected', {
    owner,
    site,
    part: 'a',
    asOf: '2026-03-02',
    onHand: 0,
    inTransit: 0,
    daysOfSupply: 2,
    light: 'red' as const,
    runsOutOn: '2026-03-04',
    runsOutIfDelivered: '2026-03-04',
  });

test('a flow is read once while nothing changes it, and projected once for each horizon', async () => {
  const first = await read('oem');
  expect(await read('oem')).toBe(first);
  expect(first.nodes(20)).toBe(first.nodes(20));
  expect(first.nodes(20)[0]!.projection.days).toHaveLength(20);
  expect(first.nodes(30)[0]!.projection.days).toHaveLength(30);
});

test('a fact that its organisation may read makes it be read anew, one that it may not does not', async () => {
  const first = await read('oem');
  await record(world, 's1', say('stock-counted', count({ owner: 's1', site: 's1-works' })));
  expect(await read('oem')).toBe(first);
  await record(world, 'oem', say('stock-counted', count({ quantity: 7 })));
  const second = await read('oem');
  expect(second).not.toBe(first);
  expect(second.facts.stock.map(({ quantity }) => quantity)).toEqual([7]);
});

test('what the organisation itself projected from it leaves it valid', async () => {
  const first = await read('oem');
  const [said] = await world.house.recorder.record({ organisation: 'oem', system: true }, [runout('oem', 'plant')]);
  expect(said).toMatchObject({ ok: true });
  expect(await read('oem')).toBe(first);
});
