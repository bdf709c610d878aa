import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything, record } from '../../record/testing.ts';
import { despatch, receipt, say } from '../../record/tiny-world.ts';
import { watchArrivals } from './index.ts';

/** Eight shipments of s1 took two days each where the lane says one; the ninth is under way. */
let doors: Doors;
let stop: () => Promise<void>;
const soon = { timeout: 10_000 };
beforeAll(async () => {
  doors = await openDoors({}, '2026-03-02T09:00:00.000Z');
  for (let day = 10; day < 18; day++) {
    const about = { shipment: `old-${day}`, despatchNote: `O${day}` };
    const left = {
      despatchedAt: `2026-02-${day}T08:00:00.000Z`,
      expectedAt: `2026-02-${day + 1}T08:00:00.000Z`,
      mode: 'rail' as const,
    };
    await record(doors.world, 's1', say('shipment-despatched', despatch({ ...about, ...left })));
    await record(
      doors.world,
      'oem',
      say(
        'goods-received',
        receipt({ ...about, receipt: `gr-${day}`, receivedAt: `2026-02-${day + 2}T08:${day}:00.000Z` }),
      ),
    );
  }
  stop = watchArrivals(doors.world.house);
  await record(doors.world, 's1', say('shipment-despatched', despatch({ carrier: 'c1', mode: 'rail' })));
}, 120_000);
afterAll(async () => {
  await stop?.();
  await doors?.close();
});
const arrivalOf = async (who: string, id = 'shp-1') =>
  (await doors.ask(who, { url: `/api/shipments/${id}` })).body.shipment?.arrival;

test('a shipment under way gets the band of its lane, at each of its parties from its own view', async () => {
  await expect.poll(() => arrivalOf('oem'), soon).toMatchObject({ basis: 'history', journeys: 8 });
  const { p50At, p80At, p95At } = await arrivalOf('oem');
  expect(p50At.slice(0, 13)).toBe('2026-03-04T08');
  expect([p50At, p80At, p95At]).toEqual([p50At, p80At, p95At].toSorted());
  await expect.poll(() => arrivalOf('s1'), soon).toMatchObject({ basis: 'history', journeys: 8 });
});

test('others learn nothing of it, by feed or by question', async () => {
  for (const who of ['s3', 'c1']) {
    expect(await arrivalOf(who)).toBeUndefined();
    expect((await doors.ask(who, { url: '/api/events?type=arrival-projected&limit=100' })).body.events).toEqual([]);
  }
  const seen = (await doors.ask('s1', { url: '/api/events?type=arrival-projected&limit=100' })).body.events;
  expect(new Set(seen.map((event: { data: { owner: string } }) => event.data.owner))).toEqual(new Set(['s1']));
});

test('what is decided replaces it at once, and a receipt ends it', async () => {
  const said = {
    shipment: 'shp-1',
    supplier: 's1',
    customer: 'oem',
    by: 'oem',
    expectedAt: '2026-03-02T20:00:00.000Z',
    reason: 'expedite-van',
  };
  await record(doors.world, 'oem', say('arrival-estimated', said));
  await expect
    .poll(() => arrivalOf('oem'), soon)
    .toMatchObject({ basis: 'decided', p50At: '2026-03-02T20:00:00.000Z', p80At: null });
  await record(doors.world, 'oem', say('goods-received', receipt()));
  expect(await arrivalOf('oem')).toBeNull();
});

test('a replay of the ledger gives the same bands', async () => {
  await stop();
  const before = await readEverything(doors.world.db);
  expect(before.arrival_band!.length).toBeGreaterThan(1);
  await rebuild(doors.world.db, PROJECTIONS);
  expect(await readEverything(doors.world.db)).toEqual(before);
});
