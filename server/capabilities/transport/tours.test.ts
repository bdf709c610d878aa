import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything, record } from '../../record/testing.ts';
import { schedule, say } from '../../record/tiny-world.ts';
import { DAYS, openTourWorld, type TourWorld } from './testing.ts';

let world: TourWorld;
const [DAY] = DAYS;

beforeAll(async () => {
  world = await openTourWorld();
}, 120_000);
afterAll(() => world?.close());

const ask: TourWorld['send'] = (...request) => world.send(...request);

async function planWithTours() {
  await ask('oem', 'POST', '/api/transport-orders/derive', { day: DAY });
  const { status, body: plan } = await ask('oem', 'POST', '/api/transport-plans', { day: DAY });
  expect(status, JSON.stringify(plan)).toBe(200);
  return plan;
}

describe('the day’s orders', () => {
  test('are what is firmly called off, one for each pair of sites, and the same when asked again', async () => {
    const first = await ask('oem', 'POST', '/api/transport-orders/derive', { day: DAY });
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    expect(first.body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['recorded', 'recorded']);
    const again = await ask('oem', 'POST', '/api/transport-orders/derive', { day: DAY });
    expect(again.body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['known', 'known']);
    const { body } = await ask('oem', 'GET', `/api/transport-orders?day=${DAY}`);
    expect(body.orders.map((order: any) => [order.supplier, order.from, order.to, order.state]).sort()).toEqual([
      ['s1', 's1-works', 'plant', 'ordered'],
      ['s2', 's2-works', 'plant', 'ordered'],
    ]);
  });

  test('are cancelled when nothing is called off any more, and come back with the call-off', async () => {
    const call = (quantity: number, release: string) =>
      say(
        'schedule-released',
        schedule({
          supplier: 's2',
          part: 'b',
          release,
          quantities: quantity > 0 ? [{ from: DAY, quantity, horizon: 'firm' }] : [],
        }),
      );
    await record(world.world, 'oem', call(0, 'R2'));
    const gone = await ask('oem', 'POST', '/api/transport-orders/derive', { day: DAY });
    expect(gone.body.cancelled).toHaveLength(1);
    await record(world.world, 'oem', call(80, 'R1'));
    const back = await ask('oem', 'POST', '/api/transport-orders/derive', { day: DAY });
    expect(back.body.results.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual(['known', 'recorded']);
  });

  test('are seen by their customer and their supplier alone', async () => {
    const seen = async (who: string) =>
      (await ask(who, 'GET', '/api/transport-orders')).body.orders.map(({ supplier }: any) => supplier);
    expect(await seen('s1')).toEqual(['s1']);
    expect(await seen('c1')).toEqual([]);
    expect(await seen('s3')).toEqual([]);
  });
});

describe('bad input', () => {
  const order = (change: object) => ({
    order: 'odd',
    supplier: 's1',
    kind: 'inbound',
    from: 's1-works',
    to: 'plant',
    deliverOn: '2026-03-05',
    goods: { massKg: 100, volumeCubicMeters: 1, loadingMeters: 0.4, palletPlaces: 1 },
    pickupWindows: [],
    deliveryWindows: [],
    loadingMinutes: 10,
    unloadingMinutes: 10,
    ...change,
  });

  test('is named order by order, and the rest is planned', async () => {
    await ask('oem', 'POST', '/api/transport-orders', {
      orders: [
        order({ order: 'good' }),
        order({ order: 'heavy', goods: { massKg: 90_000, volumeCubicMeters: 1, loadingMeters: 1, palletPlaces: 1 } }),
        order({
          order: 'closed',
          pickupWindows: [{ from: '2026-03-04T12:00:00.000Z', to: '2026-03-04T08:00:00.000Z' }],
        }),
        order({ order: 'over', pickupWindows: [{ from: '2026-03-01T08:00:00.000Z', to: '2026-03-01T12:00:00.000Z' }] }),
        order({ order: 'nothing', goods: { massKg: 0, volumeCubicMeters: 0, loadingMeters: 0, palletPlaces: 0 } }),
        order({ order: 'unknown', from: 'nowhere' }),
      ],
    });
    const { body } = await ask('oem', 'POST', '/api/transport-plans', { day: '2026-03-05' });
    const codeOf = (subject: string) => body.findings.find((finding: any) => finding.subject === subject)?.code;
    expect(['heavy', 'closed', 'over', 'nothing', 'unknown'].map(codeOf)).toEqual([
      'TOO_HEAVY',
      'WINDOW_CLOSED',
      'WINDOW_OVER',
      'AMOUNTS_WRONG',
      'UNKNOWN_PLACE',
    ]);
    expect(body.unplanned).toEqual(['good']);
    expect(body.baseline.tours).toBe(1);
  });
});

describe('a plan', () => {
  test('tells at once what a dropped order costs, and keeps nobody’s change over another’s', async () => {
    const plan = await planWithTours();
    const [first, second] = plan.unplanned as string[];
    const moves = `/api/transport-plans/${plan.id}/moves`;
    const one = await ask('oem', 'POST', moves, { version: 1, order: first, tour: 'tour-x', vehicle: 'lorry' });
    expect(one.body.figures).toMatchObject({ tours: 1, infeasible: 0, unplanned: 1 });
    const both = await ask('oem', 'POST', moves, { version: 2, order: second, tour: 'tour-x' });
    expect(both.body.figures.cost).toBeLessThan(both.body.baseline.cost);
    expect(both.body.figures.co2Kg).toBeLessThan(both.body.baseline.co2Kg);
    const late = await ask('oem', 'POST', moves, { version: 2, order: first });
    expect(late).toMatchObject({ status: 409, body: { code: 'WRONG_STATE' } });
    expect((await ask('s1', 'GET', `/api/transport-plans/${plan.id}`)).status).toBe(404);
  });
});

describe('a published tour', () => {
  let tour: string;
  beforeAll(async () => {
    ({ tour } = await world.publishTour(DAY, 'c1'));
  });

  test('is the carrier’s as a whole, each supplier’s as its own stop, and nobody else’s', async () => {
    const seen = async (who: string) => {
      const { body } = await ask(who, 'GET', `/api/tours/${tour}`);
      return [body.tours?.length, body.stops?.map(({ site }: any) => site).sort()];
    };
    expect(await seen('oem')).toEqual([1, ['plant', 's1-works', 's2-works']]);
    expect(await seen('c1')).toEqual([1, ['plant', 's1-works', 's2-works']]);
    expect(await seen('s1')).toEqual([0, ['s1-works']]);
    expect(await seen('s2')).toEqual([0, ['s2-works']]);
    expect((await ask('s3', 'GET', `/api/tours/${tour}`)).status).toBe(404);
  });

  test('lets a supplier see nothing of another’s goods, in no answer and no event', async () => {
    const { body } = await ask('s1', 'GET', `/api/events?limit=200`);
    const text = JSON.stringify([body, (await ask('s1', 'GET', '/api/tours')).body]);
    expect(text).toContain('tour-stop-published');
    expect(text).not.toContain('s2');
    expect(text).not.toContain('costPerKm');
  });

  test('gives its orders to the tour, and the plant its arrival', async () => {
    const { body } = await ask('oem', 'GET', `/api/transport-orders?day=${DAY}`);
    expect(body.orders.map((order: any) => [order.state, order.tour])).toEqual([
      ['planned', tour],
      ['planned', tour],
    ]);
    const { body: arrivals } = await ask('oem', 'GET', '/api/arrivals?site=plant');
    expect(arrivals.arrivals.map((stop: any) => [stop.tour, stop.unloads.length])).toEqual([[tour, 2]]);
  });

  test('stands the same after a rebuild', async () => {
    const before = await readEverything(world.world.db);
    expect(before.tour_stop!.length).toBeGreaterThan(2);
    await rebuild(world.world.db, PROJECTIONS);
    expect(await readEverything(world.world.db)).toEqual(before);
  });
});
