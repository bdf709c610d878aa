import { decode } from '@intakt/edi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { speakNext } from '../../doors/outgoing/speak.ts';
import { DAYS, openTourWorld, type TourWorld } from './testing.ts';

const [DAY, EARLIER] = DAYS;
let world: TourWorld;
let published: { tour: string; plan: string };
beforeAll(async () => {
  world = await openTourWorld();
  // Who met on a tour knows the other; before there is a profile nothing is said.
  await world.publishTour(EARLIER, 'c2');
  await speakNext(world.world.house);
  for (const carrier of ['c1', 'c2'])
    await world.send('oem', 'PUT', `/api/partner-profiles/${carrier}`, {
      ...{ format: 'edifact', channel: 'none', sends: ['transport-order'], acknowledges: true, test: false },
    });
}, 120_000);
afterAll(() => world?.close());

/** What the customer has written to its carriers since it was looked at last, oldest first, as they read it. */
const seen = new Set<string>();
async function written(): Promise<any[]> {
  await speakNext(world.world.house);
  const { body } = await world.send('oem', 'GET', '/api/outgoing?limit=50');
  const fresh = body.messages.filter(({ id }: any) => !seen.has(id)).reverse();
  for (const { id } of fresh) seen.add(id);
  return Promise.all(
    fresh.map(async ({ id, type, partner, problem }: any) => {
      const { bytes } = await world.ask('oem', { url: `/api/outgoing/${id}/raw` });
      const answer = decode(bytes);
      const messages = answer.ok ? answer.interchanges.flatMap((interchange) => interchange.messages) : [];
      expect(messages.flatMap(({ errors }) => errors)).toEqual([]);
      return { type, partner, problem, statements: messages.flatMap(({ statements }) => statements) };
    }),
  );
}
const asked = (messages: any[]) =>
  messages.map(({ type, partner, statements }) => [
    ...[type, partner],
    statements.map((said: any) => [said.orderNumber, said.function]).sort(),
  ]);
async function planAnew() {
  const { body } = await world.send('oem', 'POST', '/api/transport-plans/replan', { day: DAY });
  return (await world.send('oem', 'GET', `/api/transport-plans/${body.plan}`)).body;
}
const ORDERS = [`to-${DAY}-s1-works-plant`, `to-${DAY}-s2-works-plant`];

describe('a published tour goes to its carrier as IFTMIN', () => {
  test('one order for each load, with where, when and how much', async () => {
    published = await world.publishTour(DAY, 'c1');
    const messages = await written();
    expect(asked(messages)).toEqual([['IFTMIN', 'c1', ORDERS.map((order) => [order, 'original'])]]);
    const { body } = await world.send('oem', 'GET', `/api/tours/${published.tour}`);
    const stop = body.stops.find(({ site }: any) => site === 's1-works');
    const said = messages[0].statements.find(({ orderNumber }: any) => orderNumber === ORDERS[0]);
    const berlin = (at: string) => new Date(Date.parse(at) + 3_600_000).toISOString().slice(0, 16);
    expect(said).toMatchObject({
      transportReference: published.tour,
      carrier: { name: 'Company c1' },
      consignor: { name: 'Company s1' },
      consignee: { name: 'Company oem' },
      shipFrom: { name: 'Site s1-works' },
      shipTo: { name: 'Site plant' },
      grossMassKg: stop.loads[0].goods.massKg,
      loadingMeters: stop.loads[0].goods.loadingMeters,
      goods: [{ grossMassKg: stop.loads[0].goods.massKg }],
    });
    expect(said.collectAt).toContain(berlin(stop.plannedArrival));
    expect(said.deliverAt).toContain(berlin(stop.deliveredAt));
  });

  test('nothing is said again of what has not changed', async () => {
    const plan = await planAnew();
    await world.send('oem', 'POST', `/api/transport-plans/${plan.id}/publish`);
    expect(await written()).toEqual([]);
  });

  test('given to another carrier, it is cancelled with the first and ordered of the second', async () => {
    const plan = await planAnew();
    const url = `/api/transport-plans/${plan.id}`;
    await world.send('oem', 'PATCH', `${url}/tours/${published.tour}`, { version: plan.version, carrier: 'c2' });
    await world.send('oem', 'POST', `${url}/publish`);
    expect(asked(await written()).sort()).toEqual([
      ['IFTMIN', 'c1', ORDERS.map((order) => [order, 'cancel'])],
      ['IFTMIN', 'c2', ORDERS.map((order) => [order, 'original'])],
    ]);
  });

  test('an order that is taken off its tour is cancelled, and what is moved in time replaces what was said', async () => {
    const plan = await planAnew();
    const url = `/api/transport-plans/${plan.id}`;
    const moved = await world.send('oem', 'POST', `${url}/moves`, { version: plan.version, order: ORDERS[0] });
    expect(moved.body.unplanned, JSON.stringify(moved.body)).toEqual([ORDERS[0]]);
    const done = await world.send('oem', 'POST', `${url}/publish`);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(asked(await written())).toEqual([
      [
        ...['IFTMIN', 'c2'],
        [
          [ORDERS[0], 'cancel'],
          [ORDERS[1], 'replace'],
        ],
      ],
    ]);
  });
});

test.each([
  ['x12', 'not written as X12'],
  ['vda', 'VDA has no record for transport orders'],
])('transport orders are refused in %s when the profile is made', async (format, text) => {
  const { body } = await world.send('oem', 'PUT', '/api/partner-profiles/c1', {
    ...{ format, channel: 'none', sends: ['transport-order'], acknowledges: true, test: false },
  });
  expect(body.code).toBe('INVALID');
  expect(body.detail).toContain(text);
});
