import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything, record } from '../../record/testing.ts';
import { say } from '../../record/tiny-world.ts';
import { DAYS, openTourWorld, type TourWorld } from './testing.ts';

let world: TourWorld;
const [DAY] = DAYS;
let tour: string;
let other: string;

beforeAll(async () => {
  world = await openTourWorld();
  ({ tour } = await world.publishTour(DAY, 'c1'));
  ({ tour: other } = await world.publishTour(DAYS[1], 'c2'));
}, 120_000);
afterAll(() => world?.close());

const ask: TourWorld['send'] = (...request) => world.send(...request);
const give = (who: string, of: string, slot: object = {}) =>
  ask(who, 'PUT', `/api/tours/${of}/stops/plant/dock-slot`, slot);
const stopOf = async (who: string, of: string) =>
  (await ask(who, 'GET', `/api/tours/${of}`)).body.stops?.find(({ site }: any) => site === 'plant');
const plantWith = (dockBays: number) =>
  record(
    world.world,
    'oem',
    say('site-registered', {
      ...{ site: 'plant', owner: 'oem', name: 'Site plant', kind: 'plant' as const, timeZone: 'Europe/Berlin' },
      ...{ position: { longitude: 12, latitude: 51 }, dockBays },
    }),
  );
const minuteOf = (instant: string): number => Math.ceil(Date.parse(instant) / 60_000);
const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

describe('a published tour', () => {
  test('asks the plant for a slot when it is to unload, as long as that takes; no supplier is asked or told', async () => {
    const stop = await stopOf('oem', tour);
    const minutes = (Date.parse(stop.plannedDeparture) - Date.parse(stop.plannedStart)) / 60_000;
    expect(stop.dockSlot).toEqual({
      ...{
        state: 'requested',
        wantedFrom: new Date(minuteOf(stop.plannedStart) * 60_000).toISOString(),
        unloadingMinutes: Math.ceil(minutes),
      },
      ...{ from: null, to: null, bay: null },
    });
    const { body } = await ask('oem', 'GET', '/api/events?type=dock-slot-requested');
    const request = body.events.find((event: any) => event.data.tour === tour);
    expect(request.data).toMatchObject({ site: 'plant', arrivesAt: stop.plannedArrival, vehicleName: 'Lorry 13.6 m' });
    expect(request.data.loadingMeters).toBeGreaterThan(0);
    for (const who of ['s1', 's2', 's3'])
      expect(JSON.stringify((await ask(who, 'GET', '/api/events?limit=500')).body)).not.toContain('dock-slot-');
    const ofC2 = (await ask('c2', 'GET', '/api/events?limit=500')).body.events;
    const seen = ofC2.filter(({ type }: any) => type === 'dock-slot-requested');
    expect(seen.map((event: any) => event.data.tour)).toEqual([other]);
    const own = (await ask('s1', 'GET', `/api/tours/${tour}`)).body.stops;
    expect(own.map(({ site, dockSlot }: any) => [site, dockSlot])).toEqual([['s1-works', null]]);
  });
});

describe('the plant', () => {
  test('first says how many bays it has', async () => {
    const { status, body } = await give('oem', tour);
    expect([status, body.code]).toEqual([409, 'WRONG_STATE']);
    expect(body.detail).toContain('number of dock bays');
  });

  test('confirms as asked; carrier and driver see the slot, and nobody but the plant gives one', async () => {
    await plantWith(1);
    const wanted = (await stopOf('oem', tour)).dockSlot;
    expect((await give('c1', tour)).body.code).toBe('NOT_YOUR_STATEMENT');
    expect((await give('s1', tour)).status).toBe(404);
    const { status, body } = await give('oem', tour);
    expect(status, JSON.stringify(body)).toBe(200);
    const slot = { from: wanted.wantedFrom, to: later(wanted.wantedFrom, wanted.unloadingMinutes), bay: 1 };
    expect(body).toMatchObject(slot);
    expect((await stopOf('c1', tour)).dockSlot).toEqual({ ...wanted, state: 'confirmed', ...slot });
    const { body: link } = await ask('c1', 'POST', `/api/tours/${tour}/link`, { hours: 24 });
    const driver = await world.app.inject({
      url: '/api/driver',
      headers: { authorization: `Bearer ${link.token}` },
    });
    expect(driver.json().stops.find(({ site }: any) => site === 'plant').dockSlot).toMatchObject(slot);
  });

  test('cannot give one bay to two at once; it is told the next free slot, and gives that', async () => {
    const { from, to } = (await stopOf('oem', tour)).dockSlot;
    const clash = await give('oem', other, { from: later(from, 1), minutes: 30 });
    expect([clash.status, clash.body.code]).toEqual([409, 'DOCK_TAKEN']);
    expect(clash.body.values).toMatchObject({ nextFrom: to, nextBay: 1, taken: tour });
    expect(clash.body.detail).toContain(`The next free slot is ${to}, bay 1`);
    expect((await stopOf('oem', other)).dockSlot.state).toBe('requested');
    const next = await give('oem', other, { from: to, minutes: 30 });
    expect(next.body).toMatchObject({ from: to, bay: 1 });
  });

  test('moves a slot to a second bay, which frees the first; a bay that it does not have is refused', async () => {
    await plantWith(2);
    const { from } = (await stopOf('oem', tour)).dockSlot;
    expect((await give('oem', tour, { from, bay: 3 })).body.detail).toContain('1 to 2');
    expect((await give('oem', tour, { from, bay: 2 })).body.bay).toBe(2);
    expect((await give('oem', other, { from, minutes: 30 })).body).toMatchObject({ from, bay: 1 });
    const full = await give('oem', other, { from, minutes: 30, bay: 2 });
    expect(full.body.values).toMatchObject({ bay: 'Bay 2 is', nextFrom: from, nextBay: 1 });
  });

  test.each([
    ['is over', { from: '2026-03-01T08:00:00.000Z' }],
    ['no longer than', { minutes: 721 }],
  ])('is refused a slot that %s', async (_, slot) => {
    expect((await give('oem', tour, slot)).body.code).toBe('INVALID');
  });
});

describe('a tour that is planned anew', () => {
  test('asks anew where its time at the plant has changed, and keeps the old slot until it has another', async () => {
    const before = (await stopOf('oem', tour)).dockSlot;
    const { body: made } = await ask('oem', 'POST', '/api/transport-plans/replan', { day: DAY });
    const { body: plan } = await ask('oem', 'GET', `/api/transport-plans/${made.plan}`);
    const order = `to-${DAY}-s1-works-plant`;
    await ask('oem', 'POST', `/api/transport-plans/${plan.id}/moves`, { version: plan.version, order });
    expect((await ask('oem', 'POST', `/api/transport-plans/${plan.id}/publish`)).status).toBe(200);
    const after = (await stopOf('oem', tour)).dockSlot;
    expect(after.wantedFrom === before.wantedFrom && after.unloadingMinutes === before.unloadingMinutes).toBe(false);
    expect(after).toMatchObject({ state: 'requested', from: before.from, to: before.to, bay: 2 });
    expect((await give('oem', tour)).body.from).toBe(after.wantedFrom);
  });

  test('and is withdrawn leaves its bay to others; all stands the same after a rebuild', async () => {
    const { from, bay } = (await stopOf('oem', tour)).dockSlot;
    const booked = () =>
      world.world.db.system((tx) => tx.query<{ tour: string }>('select tour from dock_booking order by tour'));
    expect(await booked()).toHaveLength(2);
    const { body: made } = await ask('oem', 'POST', '/api/transport-plans/replan', { day: DAY, broken: [tour] });
    const { body: plan } = await ask('oem', 'GET', `/api/transport-plans/${made.plan}`);
    const moved = await ask('oem', 'POST', `/api/transport-plans/${plan.id}/moves`, {
      ...{ version: plan.version, order: plan.unplanned[0], tour: 'tour-new', vehicle: 'lorry' },
    });
    expect(moved.status, JSON.stringify(moved.body)).toBe(200);
    expect((await ask('oem', 'POST', `/api/transport-plans/${plan.id}/publish`)).status).toBe(200);
    expect(await booked()).toEqual([{ tour: other }]);
    expect((await give('oem', 'tour-new', { from, bay })).body).toMatchObject({ from, bay });
    const before = await readEverything(world.world.db);
    await rebuild(world.world.db, PROJECTIONS);
    expect(await readEverything(world.world.db)).toEqual(before);
  });
});

test('two who confirm the last bay at the same moment: one has it, the other is told the next', async () => {
  const from = '2026-03-09T08:00:00.000Z';
  await plantWith(1);
  const tours = [other, 'tour-new'];
  const answers = await Promise.all(tours.map((one) => give('oem', one, { from, minutes: 60 })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.body.values).toMatchObject({ nextFrom: '2026-03-09T09:00:00.000Z', nextBay: 1 });
});
