import { addDays } from '@intakt/material-flow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { JOB_KINDS } from '../../jobs/kinds.ts';
import { startRunner } from '../../jobs/runner.ts';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything, record } from '../../record/testing.ts';
import { schedule, say } from '../../record/tiny-world.ts';
import { quantityBetween } from './season-network.ts';

/** The plant calls off brackets from s1 and hoses from s2 through twelve weeks; their works lie 100 and 110 km away on one road. */
let doors: Doors;
let stopRunner: () => Promise<void>;
const MONDAY = '2026-03-09';

const site = (id: string, owner: string, longitude: number) =>
  say('site-registered', {
    ...{ site: id, owner, name: `Site ${id}`, kind: 'plant' as const, timeZone: 'Europe/Berlin' },
    position: { longitude, latitude: 51 },
  });
const weekly = (quantity: number) =>
  Array.from({ length: 12 }, (_, week) => ({
    from: addDays(MONDAY, 7 * week),
    to: addDays(MONDAY, 7 * week + 4),
    quantity,
    horizon: 'forecast' as const,
  }));

const LORRY = {
  name: 'Lorry',
  capacity: { massKg: 24_000, volumeCubicMeters: 90, loadingMeters: 13.6, palletPlaces: 34 },
  ...{ count: 5, roundTrip: true, costPerTour: 60, costPerKm: 0.8, costPerHour: 25, costPerStop: 20 },
  ...{ co2PerKmEmptyKg: 0.7, co2PerKmFullKg: 1.1, driverHours: true, carrier: 'c1' },
};
const FULL = {
  ...{
    customer: 'oem',
    carrier: 'c1',
    name: 'Trailer',
    currency: 'EUR',
    validFrom: '2026-01-01',
    vehicleName: 'Trailer',
  },
  ...{ massKg: 24_000, volumeCubicMeters: 90, loadingMeters: 13.6, palletPlaces: 34 },
  ...{
    base: 120,
    perKm: 1.5,
    perStop: 60,
    minimum: 300,
    emptiesPercent: 60,
    co2PerKmEmptyKg: 0.8,
    co2PerKmFullKg: 1.2,
  },
};
const GROUPAGE = {
  ...{ customer: 'oem', carrier: 'c1', name: 'Area west', currency: 'EUR', validFrom: '2026-01-01', hub: 'c1-hub' },
  ...{ fromKg: [0, 1000], upToKm: [200, 800], minimum: 60, kgPerCubicMeter: 250, kgPerLoadingMeter: 1650 },
  per100Kg: [
    [20, 30],
    [10, 15],
  ],
  ...{ kgPerPalletPlace: 0, mostKg: 12_000, emptiesPercent: 50, transitDays: 2 },
};

beforeAll(async () => {
  doors = await openDoors();
  await record(doors.world, 'oem', site('plant', 'oem', 12));
  await record(doors.world, 's1', site('s1-works', 's1', 10.9));
  await record(doors.world, 's2', site('s2-works', 's2', 10.8));
  await record(doors.world, 'c1', site('c1-hub', 'c1', 11.2));
  await record(
    doors.world,
    'oem',
    say('schedule-released', schedule({ quantities: weekly(12) })),
    say('schedule-released', schedule({ supplier: 's2', part: 'b', quantities: weekly(14) })),
  );
  await ask('oem', 'PUT', '/api/vehicle-types/lorry', LORRY);
  stopRunner = await startRunner(doors.world.house, {
    kinds: JOB_KINDS,
    worker: new URL('../../jobs/job-worker.ts', import.meta.url),
    sweepEveryMs: 200,
  });
}, 120_000);
afterAll(async () => {
  await stopRunner?.();
  await doors?.close();
});

async function ask(who: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  return doors.ask(who, { method, url, ...(payload && { payload }) });
}

async function planned(input: object): Promise<any> {
  const { status, body } = await ask('oem', 'POST', '/api/jobs', { kind: 'season-plan', input });
  expect(status, JSON.stringify(body)).toBe(202);
  for (let tries = 0; tries < 300; tries++) {
    const { body: run } = await ask('oem', 'GET', `/api/jobs/${body.id}`);
    if (!['queued', 'running'].includes(run.state)) return run;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The run did not end.');
}

test.each([
  ['a day', [{ from: '2026-03-10', quantity: 5 }], 5],
  ['the part of a fortnight that lies in the week', [{ from: '2026-03-09', to: '2026-03-22', quantity: 14 }], 7],
  ['nothing of another week', [{ from: '2026-03-16', quantity: 5 }], 0],
])('a week has of what is called off %s', (_name, quantities, expected) => {
  const stated = quantities.map((one) => ({ ...one, horizon: 'forecast' as const }));
  expect(quantityBetween(stated, '2026-03-09', '2026-03-15')).toBeCloseTo(expected, 9);
});

describe('rates', () => {
  test('are the carrier’s word: what the customer states is a report until then', async () => {
    expect((await ask('oem', 'PUT', '/api/transport/full-load-rates/trailer', FULL)).status).toBe(200);
    expect((await ask('c1', 'PUT', '/api/transport/groupage-rates/west', GROUPAGE)).status).toBe(200);
    const { body } = await ask('oem', 'GET', '/api/transport/rates');
    expect(body.rates.map(({ tariff, confirmed }: any) => [tariff, confirmed])).toEqual([
      ['trailer', false],
      ['west', true],
    ]);
  });

  test('are seen by customer and carrier alone', async () => {
    for (const who of ['s1', 's2']) expect((await ask(who, 'GET', '/api/transport/rates')).body.rates).toEqual([]);
    expect((await ask('c1', 'GET', '/api/transport/rates')).body.rates).toHaveLength(2);
  });

  test('a table that does not fit is refused with what was seen', async () => {
    const { status, body } = await ask('c1', 'PUT', '/api/transport/groupage-rates/odd', {
      ...GROUPAGE,
      fromKg: [500, 0],
    });
    expect([status, body.code]).toEqual([422, 'INVALID']);
    expect(body.detail).toContain('500,0');
  });
});

describe('a season', () => {
  test('is planned in a worker beside today and beside direct and groupage, published, and seen by each as far as it is theirs', async () => {
    const run = await planned({ site: 'plant', name: 'Spring', leastPickups: 2 });
    expect(run).toMatchObject({ state: 'done', problem: null });
    const { body: list } = await ask('oem', 'GET', '/api/transport/season-scenarios');
    expect(list.scenarios[0]).toMatchObject({ id: run.id, name: 'Spring', site: 'plant' });
    const { status, body: scenario } = await ask('oem', 'GET', `/api/transport/season-scenarios/${run.id}`);
    expect(status, JSON.stringify(scenario)).toBe(200);
    expect(scenario.plan.cost).toBeLessThanOrEqual(scenario.without.cost + 1e-6);
    expect(scenario.plan.lanes.map(({ lane }: any) => lane).sort()).toEqual(['s1-works', 's2-works']);
    expect(scenario.plan.tours).toHaveLength(1);
    expect(scenario.plan.tours[0].stops.map(({ lane }: any) => lane).sort()).toEqual(['s1-works', 's2-works']);
    expect(scenario.stress.weeks).toBe(100);

    const season = { validFrom: '2026-03-09', validTo: '2026-06-28' };
    const published = await ask('oem', 'POST', `/api/transport/season-scenarios/${run.id}/publish`, season);
    expect(published.status, JSON.stringify(published.body)).toBe(200);
    const again = await ask('oem', 'POST', `/api/transport/season-scenarios/${run.id}/publish`, season);
    expect(again.status, JSON.stringify(again.body)).toBe(200);
    expect(new Set(again.body.outcomes.map(({ outcome }: any) => outcome))).toEqual(new Set(['known']));

    const seen = async (who: string) => (await ask(who, 'GET', '/api/transport/season')).body;
    const [oem, s1, c1, s3] = [await seen('oem'), await seen('s1'), await seen('c1'), await seen('s3')];
    expect([oem.plans.length, oem.rhythms.length, oem.tours.length]).toEqual([1, 2, 1]);
    expect(s1.rhythms.map(({ from }: any) => from)).toEqual(['s1-works']);
    expect(s1.rhythms[0]).toMatchObject({ concept: 'milk-run', weekdays: scenario.plan.tours[0].weekdays });
    expect(s1.rhythms[0].arrives).toMatch(/^\d\d:\d\d$/);
    expect([s1.plans, s1.tours]).toEqual([[], []]);
    expect(s3).toEqual({ plans: [], rhythms: [], tours: [] });
    const mine = scenario.plan.tours[0].truck === 'Lorry';
    expect(c1.tours).toHaveLength(mine ? 1 : 0);
    expect([c1.plans, c1.rhythms]).toEqual([[], []]);
  }, 60_000);

  test('is what the next scenario is held against', async () => {
    const run = await planned({ site: 'plant' });
    const { body } = await ask('oem', 'GET', `/api/transport/season-scenarios/${run.id}`);
    expect(body.today.tours).toHaveLength(1);
    expect(body.plan.cost).toBeLessThanOrEqual(body.today.cost + 1e-6);
  }, 60_000);

  test.each([
    ['a plant that is not ours', { site: 's1-works' }, /site/],
    ['a plant without lanes', { site: 'nowhere' }, /nowhere/],
  ])(
    'cannot be planned for %s',
    async (_name, input, problem) => {
      const run = await planned(input);
      expect(run.state).toBe('failed');
      expect(run.problem).toMatch(problem);
    },
    60_000,
  );

  test('nobody else sees a scenario, and it cannot end before it begins', async () => {
    const { body } = await ask('oem', 'GET', '/api/transport/season-scenarios');
    const [{ id }] = body.scenarios;
    expect((await ask('s1', 'GET', `/api/transport/season-scenarios/${id}`)).status).toBe(404);
    const backwards = { validFrom: '2026-06-28', validTo: '2026-03-09' };
    const { status, body: refused } = await ask(
      'oem',
      'POST',
      `/api/transport/season-scenarios/${id}/publish`,
      backwards,
    );
    expect([status, refused.code]).toEqual([422, 'INVALID']);
  });

  test('comes back the same from the ledger', async () => {
    const { house } = doors.world;
    const before = await readEverything(house.db);
    await rebuild(house.db, PROJECTIONS);
    expect(await readEverything(house.db)).toEqual(before);
  }, 60_000);
});
