import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything } from '../../record/testing.ts';
import { DAYS, openTourWorld, type TourWorld } from './testing.ts';

let world: TourWorld;
beforeAll(async () => {
  world = await openTourWorld();
}, 120_000);
afterAll(() => world?.close());

const ask: TourWorld['send'] = (...request) => world.send(...request);
const read = async (who: string, url: string) => (await ask(who, 'GET', url)).body;

describe('fair shares', () => {
  const [DAY, LATER] = DAYS;
  const sharesOf = async (who: string, tour: string) =>
    (await read(who, '/api/savings')).shares.filter((share: any) => share.tour === tour);
  const propose = (kind: string) =>
    ask('oem', 'POST', '/api/share-rules', { partners: ['s1', 's2'], kind, validFrom: '2026-03-01' });
  const accept = (who: string, rule: string, answer = 'accepted') =>
    ask(who, 'POST', `/api/share-rules/${rule}/answer`, { answer });

  test('are split by no rule that one of the partners has not accepted, which is said', async () => {
    const { rule } = (await propose('shapley')).body;
    expect((await accept('s1', rule)).status).toBe(200);
    expect((await accept('s3', rule)).status).toBe(404);
    const { tour, answer } = await world.publishTour(DAY, 'c1');
    expect(answer.unshared).toEqual([{ tour, problem: expect.stringContaining('s2 accepted none') }]);
    for (const who of ['oem', 's1', 's2']) expect(await sharesOf(who, tour)).toEqual([]);
    await accept('s2', rule);
  });

  test('add up to the tour; each partner sees its own and the sum, and what it would have paid alone', async () => {
    const { tour, plan } = await world.publishTour(LATER, 'c1');
    const all = await sharesOf('oem', tour);
    expect(all.map(({ partner }: any) => partner)).toEqual(['s1', 's2']);
    const { figures } = await read('oem', `/api/transport-plans/${plan}`);
    const sum = (of: string) => all.reduce((total: number, share: any) => total + share[of], 0);
    expect(sum('cost')).toBeCloseTo(figures.cost, 1);
    expect(sum('co2Kg')).toBeCloseTo(figures.co2Kg, 1);
    for (const [i, who] of ['s1', 's2'].entries()) {
      const [own, ...others] = await sharesOf(who, tour);
      expect([own, others]).toEqual([all[i], []]);
      expect(own.cost).toBeLessThan(own.aloneCost);
      expect(own.totalCost).toBeCloseTo(figures.cost, 1);
    }
    for (const who of ['s3', 'c1', 'c2']) expect(await sharesOf(who, tour)).toEqual([]);
  });

  test('tell a partner no other’s share and nobody’s tariff, in no answer and no event', async () => {
    const [, other] = (await read('oem', '/api/savings')).shares;
    const seen = JSON.stringify(
      await Promise.all(['/api/savings', '/api/tours', '/api/events?limit=1000'].map((url) => read('s1', url))),
    );
    expect(seen).toContain('tour-share-computed');
    expect(other.partner).toBe('s2');
    for (const secret of [`"cost":${other.cost},`, 's2', 'costPerKm', 'perTour']) expect(seen).not.toContain(secret);
  });

  test('follow the youngest rule that all accepted, until one of them takes its word back', async () => {
    const { rule } = (
      await ask('oem', 'POST', '/api/share-rules', {
        ...{ partners: ['s1', 's2'], kind: 'mass-distance', validFrom: '2026-03-02' },
      })
    ).body;
    for (const who of ['s1', 's2']) await accept(who, rule);
    const { tour } = await world.publishTour(DAYS[2], 'c1');
    expect(new Set((await sharesOf('oem', tour)).map(({ kind }: any) => kind))).toEqual(new Set(['mass-distance']));
    await accept('s2', rule, 'rejected');
    const { tour: next } = await world.publishTour(DAYS[3], 'c1');
    expect(new Set((await sharesOf('oem', next)).map(({ kind }: any) => kind))).toEqual(new Set(['shapley']));
  });
});

describe('a day planned anew', () => {
  const [, , , , DAY, LATER] = DAYS;
  let tour: string;
  const replan = (who: string, body: object) => ask(who, 'POST', '/api/transport-plans/replan', { day: DAY, ...body });
  const planOf = async (body: object) => {
    const { status, body: answer } = await replan('oem', body);
    expect(status, JSON.stringify(answer)).toBe(200);
    return read('oem', `/api/transport-plans/${answer.plan}`);
  };
  const stopsOf = async (who: string, id: string) => (await read(who, `/api/tours/${id}`)).stops;
  const late = { massKg: 300, volumeCubicMeters: 1, loadingMeters: 0.4, palletPlaces: 1 };

  beforeAll(async () => {
    ({ tour } = await world.publishTour(DAY, 'c1'));
  });

  test('keeps the tours as they are published, and leaves open what is new', async () => {
    const order = {
      ...{ order: 'late-order', supplier: 's1', kind: 'inbound', from: 's1-works', to: 'plant', deliverOn: DAY },
      ...{ goods: late, pickupWindows: [], deliveryWindows: [], loadingMinutes: 10, unloadingMinutes: 10 },
    };
    await ask('oem', 'POST', '/api/transport-orders', { orders: [order] });
    const plan = await planOf({});
    expect(plan.tours.map(({ id, carrier, stops }: any) => [id, carrier, stops.length])).toEqual([[tour, 'c1', 4]]);
    expect(plan.unplanned).toEqual(['late-order']);
    expect(plan.figures).toMatchObject({ tours: 1, infeasible: 0 });
  });

  test('says nothing again to a supplier whose stop has not changed', async () => {
    const before = await stopsOf('s2', tour);
    const plan = await planOf({});
    const { body } = await ask('oem', 'POST', `/api/transport-plans/${plan.id}/publish`);
    expect(body.published).toEqual([tour]);
    expect(await stopsOf('s2', tour)).toEqual(before);
  });

  test('gives the goods of a truck that broke down to another, and takes the tour from everybody', async () => {
    const plan = await planOf({ broken: [tour] });
    expect(plan.tours).toEqual([]);
    expect(plan.unplanned).toHaveLength(3);
    let version = 1;
    for (const order of plan.unplanned)
      await ask('oem', 'POST', `/api/transport-plans/${plan.id}/moves`, {
        ...{ version: version++, order, tour: 'tour-spare', vehicle: 'lorry' },
      });
    await ask('oem', 'POST', `/api/transport-plans/${plan.id}/publish`);
    const { tours } = await read('c1', `/api/tours?day=${DAY}`);
    expect(tours.map(({ id, state }: any) => [id, state])).toEqual([['tour-spare', 'published']]);
    expect(await stopsOf('s1', 'tour-spare')).toHaveLength(1);
    expect((await ask('s1', 'GET', `/api/tours/${tour}`)).status).toBe(404);
  });

  test('leaves alone what is aboard', async () => {
    const { tour: driven } = await world.publishTour(LATER, 'c1');
    const reports = [{ id: 'collected-1', stop: 's1-works', milestone: 'collected', at: '2026-03-02T06:00:00.000Z' }];
    await ask('c1', 'POST', `/api/tours/${driven}/reports`, { reports });
    const plan = await replan('oem', { day: LATER });
    expect([plan.status, plan.body.code]).toEqual([422, 'INVALID']);
    const broken = await planOf({ day: LATER, broken: [driven] });
    expect(broken.unplanned).toHaveLength(1);
    expect(broken.orders.map(({ supplier }: any) => supplier)).toEqual(['s2']);
  });

  test('is its customer’s: a tour of another day or of nobody is named, and a partner plans nothing of it', async () => {
    const { status, body } = await replan('oem', { broken: ['tour-of-nobody'] });
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
    expect(body.detail).toContain('tour-of-nobody');
    expect((await replan('s1', { broken: ['tour-spare'] })).status).toBe(404);
    expect((await replan('c1', {})).status).toBe(422);
  });

  test('stands the same after a rebuild, shares and prices included', async () => {
    const before = await readEverything(world.world.db);
    expect(before.tour_share!.length).toBeGreaterThan(4);
    await rebuild(world.world.db, PROJECTIONS);
    expect(await readEverything(world.world.db)).toEqual(before);
  });
});
