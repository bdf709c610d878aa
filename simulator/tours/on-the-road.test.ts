import type { AddressInfo } from 'node:net';
import { planToursKind } from '../../server/capabilities/transport/index.ts';
import { DAYS, openTourWorld, type TourWorld } from '../../server/capabilities/transport/testing.ts';
import { createClock } from '../../server/clock.ts';
import { startRunner } from '../../server/jobs/runner.ts';
import { record } from '../../server/record/testing.ts';
import { say } from '../../server/record/tiny-world.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DoorOptions } from '../doors.ts';
import type { DemonstrationNetwork } from '../network-shape.ts';
import { OnTheRoad } from './on-the-road.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const place = (site: string, owner: string, longitude: number) => ({
  site,
  owner,
  position: { longitude, latitude: 51 },
});
const SITES = [place('plant', 'oem', 12), place('s1-works', 's1', 11), place('s2-works', 's2', 10.6)];
const network = {
  seed: 1,
  plant: { organisation: 'oem', site: 'plant' },
  organisations: ['c1', 'c2'].map((organisation) => ({ organisation, roles: ['carrier'] })),
  sites: SITES,
} as unknown as DemonstrationNetwork;

let world: TourWorld;
let options: DoorOptions;
let now = Date.parse('2026-03-02T06:00:00.000Z');
const lines: string[] = [];
beforeAll(async () => {
  world = await openTourWorld();
  const { house } = world.world;
  now = house.clock.now();
  const began = now;
  Object.assign(house.clock, createClock({ start: new Date(began).toISOString(), wall: () => now - began }));
  await record(
    world.world,
    'oem',
    say('site-registered', { ...SITES[0]!, name: 'Plant', kind: 'plant', timeZone: 'Europe/Berlin', dockBays: 1 }),
  );
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  options = {
    baseUrl: `http://127.0.0.1:${port}`,
    keys: world.apiKeys,
    signal: new AbortController().signal,
    log: (text) => lines.push(text),
  };
}, 120_000);
afterAll(() => world?.close());

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape.
const read = async (who: string, url: string): Promise<any> => (await world.send(who, 'GET', url)).body;
/** Lets time pass in steps, and gives what is seen of a tour after each. */
async function live(road: OnTheRoad, { until, tour, step = 10 * MINUTE_MS }: Lived) {
  const seen: { state: string; longitude: number | null; stops: string[] }[] = [];
  while (now < until) {
    now = Math.min(until, now + step);
    await road.act(now, options);
    const { tours, stops } = await read('oem', `/api/tours/${tour}`);
    const { state, longitude } = tours[0];
    seen.push({ state, longitude, stops: stops.map((one: { state: string }) => one.state) });
  }
  return seen;
}
interface Lived {
  until: number;
  tour: string;
  step?: number;
}
/** Plans nothing by itself: the day on which it opened is long over. */
const driversOnly = () => new OnTheRoad(network, '2020-01-01');

describe('on the road', () => {
  let tour: string;
  test('a published tour is taken on, driven from stop to stop and ended, all through the public doors', async () => {
    ({ tour } = await world.publishTour(DAYS[0], 'c1'));
    const { tours, stops: planned } = await read('oem', `/api/tours/${tour}`);
    const road = driversOnly();
    const before = await live(road, { until: now + HOUR_MS, tour });
    expect(before.map(({ state }) => state)).toContain('published');
    expect(before.at(-1)!.state).toBe('accepted');

    now = Date.parse(tours[0].departsAt) - 2 * HOUR_MS;
    const seen = await live(road, { until: Date.parse(tours[0].arrivesAt) + 3 * HOUR_MS, tour, step: 3 * MINUTE_MS });
    expect([...new Set(seen.map(({ state }) => state))]).toEqual(['accepted', 'under-way', 'completed']);
    expect(new Set(seen.map(({ stops }) => stops[0])).size).toBeGreaterThan(2);
    const places = new Set(seen.map(({ longitude }) => longitude));
    expect(places.size).toBeGreaterThan(10);
    const { stops, tours: driven } = await read('oem', `/api/tours/${tour}`);
    expect(driven[0].vehicle).toMatch(/^L C1 \d{4}$/);
    for (const stop of stops) {
      const { plannedArrival } = planned.find((one: { stop: string }) => one.stop === stop.stop);
      expect(Math.abs(Date.parse(stop.arrivedAt) - Date.parse(plannedArrival))).toBeLessThan(3 * HOUR_MS);
      expect(Date.parse(stop.servedAt)).toBeGreaterThan(Date.parse(stop.arrivedAt));
    }
    const { orders } = await read('oem', `/api/transport-orders?day=${DAYS[0]}`);
    expect(new Set(orders.map(({ state }: { state: string }) => state))).toEqual(new Set(['delivered']));
    expect(lines).toEqual([]);
  });

  test('the plant’s gate has given the slot that was asked for', async () => {
    const { stops } = await read('oem', `/api/tours/${tour}`);
    const atPlant = stops.find(({ site }: { site: string }) => site === 'plant');
    expect(atPlant.dockSlot).toMatchObject({ state: 'confirmed', bay: 1 });
  });

  test('what a person reported stands, and what was taken back is not said again', async () => {
    ({ tour } = await world.publishTour(DAYS[1], 'c1'));
    const { tours, stops } = await read('c1', `/api/tours/${tour}`);
    const first = stops.find(({ position }: { position: number }) => position === 1);
    now = Date.parse(tours[0].departsAt) - HOUR_MS;
    const early = new Date(now).toISOString();
    const reports = [{ id: 'by-hand-1', stop: first.stop, milestone: 'arrived', at: early }];
    await world.send('c1', 'POST', `/api/tours/${tour}/reports`, { reports });
    const road = driversOnly();
    await live(road, { until: Date.parse(first.plannedDeparture) + 2 * HOUR_MS, tour, step: 15 * MINUTE_MS });
    const own = async () =>
      (await read('c1', `/api/tours/${tour}`)).stops.find(({ stop }: { stop: string }) => stop === first.stop);
    expect(await own()).toMatchObject({ state: 'departed', arrivedAt: early });
    const url = `/api/tours/${tour}/stops/${first.stop}/withdrawn-reports`;
    expect((await world.send('c1', 'POST', url, { milestone: 'departed' })).status).toBe(200);
    await live(road, { until: now + HOUR_MS, tour, step: 15 * MINUTE_MS });
    expect(await own()).toMatchObject({ departedAt: null });
    await live(driversOnly(), { until: now + MINUTE_MS, tour });
    expect(await own()).toMatchObject({ departedAt: null });
  });

  test('a tender is answered before it is over, and a person’s answer is left', async () => {
    const { tour: offered } = await world.publishTour(DAYS[3], null);
    const respondBy = new Date(now + 4 * HOUR_MS).toISOString();
    const body = { tour: offered, carriers: ['c1', 'c2'], respondBy, priceAsked: 900 };
    const { tender } = (await world.send('oem', 'POST', '/api/tenders', body)).body;
    await world.send('c1', 'POST', `/api/tenders/${tender}/answer`, { answer: 'counter', price: 4711 });
    await live(driversOnly(), { until: now + 2 * HOUR_MS, tour: offered, step: 10 * MINUTE_MS });
    const { tenders } = await read('oem', '/api/tenders');
    const states = new Map(tenders.map((one: { carrier: string }) => [one.carrier, one]));
    expect(states.get('c1')).toMatchObject({ state: 'countered', priceAnswered: 4711 });
    expect((states.get('c2') as { state: string }).state).toMatch(/accepted|countered|rejected/);
  });
});

test('the plant plans the day of the opening and the next from its call-offs, and publishes them once', async () => {
  const stopRunner = await startRunner(world.world.house, {
    kinds: [planToursKind],
    worker: new URL('../../server/jobs/job-worker.ts', import.meta.url),
  });
  now = Date.parse(`${DAYS[4]}T03:00:00.000Z`);
  const [before] = [(await read('oem', `/api/tours?since=${DAYS[4]}`)).tours.length];
  expect(before).toBe(0);
  const road = new OnTheRoad(network, DAYS[4]);
  const published = async () =>
    (await read('oem', `/api/tours?since=${DAYS[4]}`)).tours as { day: string; id: string }[];
  await expect
    .poll(
      async () => {
        now += MINUTE_MS;
        await road.act(now, options);
        return new Set((await published()).map(({ day }) => day)).size;
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(2);
  const first = (await published()).map(({ id }) => id);
  now += MINUTE_MS;
  await new OnTheRoad(network, DAYS[4]).act(now, options);
  expect((await published()).map(({ id }) => id)).toEqual(first);
  await stopRunner();
}, 90_000);
