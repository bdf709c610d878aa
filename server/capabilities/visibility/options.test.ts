import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything, record } from '../../record/testing.ts';
import { count, despatch, say } from '../../record/tiny-world.ts';
import { visibilityFinders, watchExceptions, watchRunout } from './index.ts';

/**
 * Monday 2 March 2026. Of each part the plant uses ten a working day and has 25; two hundred are under way and come on the
 * 10th: each part stops on the 4th and misses 35 until then. For each there is another way out: the depot has some, s3 has a
 * lane, a successor lies there, and the plan can always move.
 */
const PARTS = ['of-depot', 'of-s3', 'followed', 'movable'];
const STOP = '2026-03-04T05:00:00.000Z';
let doors: Doors;
const stops: (() => Promise<void>)[] = [];
const soon = { timeout: 30_000 };
const workdays = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20].map((day) =>
  new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 10),
);

beforeAll(async () => {
  doors = await openDoors();
  const { world } = doors;
  const lane = {
    lane: 'lane-s3',
    supplier: 's3',
    customer: 'oem',
    part: 'of-s3',
    from: 's3-works',
    to: 'plant',
    mode: 'road' as const,
    leadTimeDays: 1,
    roundingQuantity: 20,
  };
  const site = (id: string, owner: string) =>
    say('site-registered', {
      site: id,
      owner,
      name: id,
      kind: 'warehouse',
      timeZone: 'Europe/Berlin',
      position: { longitude: 13, latitude: 51 },
    });
  await record(world, 's3', site('s3-works', 's3'));
  await record(
    world,
    'oem',
    site('depot', 'oem'),
    ...[...PARTS, 'successor'].map((part) =>
      say('part-registered', { part, owner: 'oem', number: part, unit: 'H87', massKg: 2 }),
    ),
    say('lane-agreed', lane),
    say('part-succession-stated', {
      owner: 'oem',
      predecessor: 'followed',
      successor: 'successor',
      ratio: 2,
      startsOn: '2026-02-02',
      endsOn: '2026-04-06',
    }),
    say('stock-counted', count({ site: 'depot', part: 'of-depot', quantity: 300 })),
    say('stock-counted', count({ part: 'successor', quantity: 100 })),
    ...PARTS.flatMap((part) => [
      say('stock-counted', count({ part, quantity: 25 })),
      say('requirement-planned', {
        owner: 'oem',
        site: 'plant',
        part,
        unit: 'H87',
        from: workdays[0]!,
        to: workdays.at(-1)!,
        quantities: workdays.map((day) => ({ day, quantity: 10 })),
      }),
    ]),
  );
  await record(world, 's3', say('lane-agreed', lane));
  for (const part of PARTS)
    await record(
      world,
      's1',
      say(
        'shipment-despatched',
        despatch({
          shipment: `shp-${part}`,
          despatchNote: `N-${part}`,
          expectedAt: '2026-03-10T08:00:00.000Z',
          lines: [{ line: 1, part, quantity: 200, unit: 'H87' }],
        }),
      ),
    );
  const finders = visibilityFinders.filter(({ kinds }) => kinds.includes('delay'));
  stops.push(watchRunout(world.house), watchExceptions(world.house, finders));
}, 120_000);
afterAll(async () => {
  for (const stop of stops) await stop();
  await doors?.close();
});

interface Open {
  id: string;
  stopAt: string;
  hits: { part: string }[];
  options:
    | { option: string; of?: string; quantity?: number; stopAt?: string; costEuro?: number; co2Kg?: number }[]
    | null;
}
const openOf = async (part: string): Promise<Open | undefined> =>
  (await doors.ask('oem', { url: '/api/exceptions' })).body.exceptions.find((one: Open) => one.hits[0]!.part === part);
async function offered(part: string): Promise<Open> {
  await expect.poll(async () => (await openOf(part))?.options ?? null, soon).not.toBeNull();
  return (await openOf(part))!;
}
async function choose(part: string, option: string, of: string): Promise<void> {
  const { id, stopAt, options } = await offered(part);
  expect(stopAt).toBe(STOP);
  expect(options!.find((one) => one.option === option && one.of === of)).not.toHaveProperty('stopAt');
  const { status, body } = await doors.ask('oem', {
    method: 'POST',
    url: `/api/exceptions/${id}/choose`,
    payload: { option, of },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  await expect.poll(() => openOf(part), soon).toBeUndefined();
}
const nodeOf = async (site: string, part: string) =>
  (await doors.ask('oem', { url: `/api/projection/${site}/${part}` })).body.node;

describe('a stop is put off', () => {
  test('by stock of another own site, which then misses it', async () => {
    const { options } = await offered('of-depot');
    const transfer = options!.find(({ option }) => option === 'other-site')!;
    expect(transfer).toMatchObject({ of: 'depot', quantity: 35 });
    // Seventy kilometres and seventy kilograms.
    expect(transfer.costEuro).toBeGreaterThan(100);
    expect(transfer.co2Kg).toBeGreaterThan(0);
    await choose('of-depot', 'other-site', 'depot');
    expect((await nodeOf('depot', 'of-depot')).projected[5]).toBe(265);
  });

  test('by another supplier that has a lane, in its rounding quantity, and that supplier gets the call-off', async () => {
    const { options } = await offered('of-s3');
    expect(options!.find(({ option }) => option === 'alternative-supplier')).toMatchObject({ of: 's3', quantity: 40 });
    await choose('of-s3', 'alternative-supplier', 's3');
    const { events } = (await doors.ask('s3', { url: '/api/events?type=schedule-released' })).body;
    expect(events.at(-1).data).toMatchObject({ part: 'of-s3', quantities: [{ from: '2026-03-03', quantity: 40 }] });
  });

  test('by the part that follows it, two for one, out of the plan of the one into that of the other', async () => {
    const { options } = await offered('followed');
    expect(options!.find(({ option }) => option === 'alternative-part')).toMatchObject({
      of: 'successor',
      quantity: 80,
    });
    await choose('followed', 'alternative-part', 'successor');
    expect((await nodeOf('plant', 'successor')).projected[7]).toBe(20);
  });

  test('by a plan that makes up for it afterwards, as much as before', async () => {
    await choose('movable', 're-plan', 'plant');
    const { demand } = await nodeOf('plant', 'movable');
    expect(demand.slice(0, 9)).toEqual([10, 10, 0, 0, 0, 0, 0, 0, 15]);
    expect(demand.reduce((sum: number, due: number) => sum + due, 0)).toBe(150);
  });
});

test('a way out that puts nothing off is not offered', async () => {
  for (const part of PARTS) expect(await openOf(part)).toBeUndefined();
  await record(doors.world, 'oem', say('stock-counted', count({ part: 'a', quantity: 0 })));
  await record(
    doors.world,
    'oem',
    say('requirement-planned', {
      owner: 'oem',
      site: 'plant',
      part: 'a',
      unit: 'H87',
      from: '2026-03-02',
      to: '2026-03-02',
      quantities: [{ day: '2026-03-02', quantity: 5 }],
    }),
  );
  // The lane of a needs a day: nothing can come today.
  expect((await offered('a')).options!.map(({ option }) => option)).toEqual(['accept']);
});

test('a replay of the ledger gives the same rows', async () => {
  for (const stop of stops.splice(0)) await stop();
  const before = await readEverything(doors.world.db);
  expect(before.stock_transfer).toHaveLength(1);
  await rebuild(doors.world.db, PROJECTIONS);
  expect(await readEverything(doors.world.db)).toEqual(before);
});
