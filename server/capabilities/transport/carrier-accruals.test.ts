import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendEdi } from '../../doors/testing.ts';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything } from '../../record/testing.ts';
import { DAYS, openTourWorld, type TourWorld } from './testing.ts';

const [DAY, BY_214, BY_API] = DAYS;
const PATIENCE = { timeout: 20_000 };
let world: TourWorld;
beforeAll(async () => {
  world = await openTourWorld();
  await world.send('oem', 'PUT', '/api/transport/tour-rates/by-hour', {
    ...{ customer: 'oem', carrier: 'c1', name: 'By hour', currency: 'EUR', validFrom: '2026-01-01' },
    ...{ perTour: 100, perKm: 1, perHour: 60, perStop: 25, minimum: 0, fuelSurchargePercent: 0 },
  });
}, 120_000);
afterAll(() => world?.close());

const order = (day: string, site: string) => `to-${day}-${site}-plant`;
const wall = (instant: string): string =>
  new Date(Date.parse(instant) + 3_600_000).toISOString().slice(0, 16).replaceAll(/[-T:]/g, '');
const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** As a carrier's system writes it: one consignment, several statuses, moments on the wall. */
function iftsta(
  number: string,
  bgm: '9' | '5' | '1',
  consignment: string,
  ...statuses: [code: string, at: string, site: string][]
): Buffer {
  const segments = [
    ...['UNH+1+IFTSTA:D:97A:UN', `BGM+44+${number}+${bgm}`, 'DTM+137:202603020700:203'],
    ...['NAD+CA+c1::92++Spedition Kueste', 'NAD+CN+oem::92++Werk Nord', `CNI+1+${consignment}`],
    ...statuses.flatMap(([code, at, site]) => [`STS+1+${code}`, `DTM+334:${wall(at)}:203`, `LOC+14+${site}`]),
  ];
  const whole = [
    `UNB+UNOC:3+c1:ZZ+oem:ZZ+260302:0630+${number}`,
    ...segments,
    `UNT+${segments.length + 1}+1`,
    `UNZ+1+${number}`,
  ];
  return Buffer.from(`${whole.join("'\n")}'\n`);
}

let count = 100;
async function report(...said: [bgm: '9' | '5' | '1', consignment: string, ...statuses: [string, string, string][]]) {
  count += 1;
  const { body } = await sendEdi(world, 'oem', iftsta(String(count), ...said), `status-${count}.edi`);
  const [message] = body.messages;
  expect(message, JSON.stringify(message.errors)).toMatchObject({ state: 'recorded' });
}

const stopsOf = async (tour: string): Promise<any[]> =>
  (await world.send('oem', 'GET', `/api/tours/${tour}`)).body.stops;
const tourOf = async (tour: string): Promise<any> =>
  (await world.send('oem', 'GET', `/api/tours/${tour}`)).body.tours[0];
const freightOf = async (tour: string): Promise<any> =>
  (await world.send('oem', 'GET', '/api/freight')).body.freight.find((one: any) => one.tour === tour);
const accruals = async (tour: string): Promise<any[]> =>
  (await world.send('c1', 'GET', '/api/events?limit=1000')).body.events
    .filter(({ type, data }: any) => type === 'freight-accrued' && data.tour === tour)
    .map(({ data }: any) => [data.basis, data.total]);

describe('a carrier’s IFTSTA', () => {
  let tour: string;
  let planned: number;
  let at: string;
  beforeAll(async () => {
    ({ tour } = await world.publishTour(DAY, 'c1'));
    ({ planned } = await freightOf(tour));
    at = `${(await stopsOf(tour)).find(({ site }) => site === 'plant').plannedArrival.slice(0, 16)}:00.000Z`;
  });

  test('that says the delivery alone accrues the whole tour: what was delivered was fetched', async () => {
    expect(await accruals(tour)).toEqual([['planned', planned]]);
    await report('9', order(DAY, 's1-works'), ['21', at, 'plant']);
    await expect.poll(async () => (await freightOf(tour)).basis, PATIENCE).toBe('driven');
    expect((await freightOf(tour)).driven).toBeCloseTo(planned, 2);
    expect((await freightOf(tour)).lines.find(({ kind }: any) => kind === 'stops').quantity).toBe(3);
    expect((await tourOf(tour)).state).toBe('completed');
  });

  test('that says it again, of the other order too, accrues nothing more', async () => {
    await report('9', order(DAY, 's1-works'), ['21', at, 'plant']);
    await report('9', order(DAY, 's2-works'), ['21', at, 'plant']);
    await new Promise((done) => setTimeout(done, 600));
    expect(await accruals(tour)).toEqual([
      ['planned', planned],
      ['driven', planned],
    ]);
  });

  test('that says when it was fetched, and later when it came, accrues the hours that it took', async () => {
    const [first] = (await stopsOf(tour)).sort((a, b) => a.position - b.position);
    await report('9', order(DAY, first.site), ['13', first.plannedArrival, first.site]);
    await report('5', order(DAY, 's1-works'), ['21', later(at, 120), 'plant']);
    // At 60 € an hour; what is on the wall has no seconds.
    await expect.poll(async () => Math.abs((await freightOf(tour)).driven - planned - 120), PATIENCE).toBeLessThan(2);
    expect((await stopsOf(tour)).find(({ site }) => site === 'plant').servedAt).toBe(later(at, 120));
  });

  test('that is cancelled takes the delivery back, and with it what was accrued as driven', async () => {
    await report('1', order(DAY, 's1-works'), ['21', later(at, 120), 'plant']);
    await expect.poll(async () => (await freightOf(tour)).basis, PATIENCE).toBe('planned');
    expect(await freightOf(tour)).toMatchObject({ planned, driven: null });
    expect((await tourOf(tour)).state).toBe('under-way');
    const plant = (await stopsOf(tour)).find(({ site }) => site === 'plant');
    expect(plant).toMatchObject({ state: 'planned', servedAt: null, arrivedAt: null });
    const { body } = await world.send('oem', 'GET', `/api/transport-orders?day=${DAY}`);
    expect(body.orders.map(({ state }: any) => state)).toEqual(['collected', 'collected']);
  });

  test('leaves all the same after a rebuild', async () => {
    const before = await readEverything(world.world.db);
    await rebuild(world.world.db, PROJECTIONS);
    expect(await readEverything(world.world.db)).toEqual(before);
  });
});

test('a 214 with the delivery accrues as an IFTSTA does', async () => {
  const { tour } = await world.publishTour(BY_214, 'c1');
  const at = (await stopsOf(tour)).find(({ site }) => site === 'plant').plannedArrival;
  const local = wall(at);
  const lines = [
    'ISA*00*          *00*          *ZZ*c1             *ZZ*oem            *260302*0630*U*00401*000000214*0*P*>',
    'GS*QM*c1*oem*20260302*0630*214*X*004010',
    ...['ST*214*0001', `B10*PRO214*${tour}*C1SC`, 'LX*1', `AT7*D1*NS***${local.slice(0, 8)}*${local.slice(8)}*LT`],
    ...['MS1*Plant**DE', `L11*${order(BY_214, 's1-works')}*BM`, 'SE*7*0001', 'GE*1*214', 'IEA*1*000000214'],
  ];
  const { body } = await sendEdi(world, 'oem', `${lines.join('~\n')}~\n`, '214.x12');
  expect(body.messages[0], JSON.stringify(body.messages[0].errors)).toMatchObject({ state: 'recorded' });
  await expect.poll(async () => (await freightOf(tour)).basis, PATIENCE).toBe('driven');
});

describe('a report through the API', () => {
  let tour: string;
  const withdraw = (who: string, milestone: string) =>
    world.send(who, 'POST', `/api/tours/${tour}/stops/plant/withdrawn-reports`, { milestone, reason: 'Wrong tour' });
  beforeAll(async () => {
    ({ tour } = await world.publishTour(BY_API, 'c1'));
  });

  test('accrues as well, and is taken back by its carrier, by nobody who is not on the tour, and only once', async () => {
    const report = { id: 'api-report-1', stop: 'plant', milestone: 'delivered', at: '2026-03-02T06:05:00.000Z' };
    await world.send('c1', 'POST', `/api/tours/${tour}/reports`, { reports: [report] });
    await expect.poll(async () => (await freightOf(tour)).basis, PATIENCE).toBe('driven');
    for (const who of ['s1', 's3', 'c2']) expect((await withdraw(who, 'delivered')).status).toBe(404);
    const bystander = await withdraw('oem', 'delivered');
    expect([bystander.status, bystander.body.code]).toEqual([403, 'NOT_ALLOWED']);
    expect(bystander.body.detail).toContain('word of c1');
    expect((await withdraw('c1', 'refused')).body.code).toBe('WRONG_STATE');
    expect((await withdraw('c1', 'delivered')).status).toBe(200);
    await expect.poll(async () => (await freightOf(tour)).basis, PATIENCE).toBe('planned');
    const again = await withdraw('c1', 'delivered');
    expect(again.body.detail).toContain('needs a report of it');
  });

  test('of the customer’s own is taken back by the customer, or by the carrier', async () => {
    const say = async (id: string) => {
      const report = { id, stop: 'plant', milestone: 'arrived', at: '2026-03-02T06:06:00.000Z' };
      await world.send('oem', 'POST', `/api/tours/${tour}/reports`, { reports: [report] });
      const { stops } = (await world.send('c1', 'GET', `/api/tours/${tour}`)).body;
      return stops.find(({ stop }: any) => stop === 'plant');
    };
    for (const [i, who] of ['oem', 'c1'].entries()) {
      expect(await say(`by-customer-${i}`)).toMatchObject({ state: 'arrived', reporters: { arrived: 'oem' } });
      expect((await withdraw(who, 'arrived')).status).toBe(200);
    }
    const { stops } = (await world.send('oem', 'GET', `/api/tours/${tour}`)).body;
    expect(stops.find(({ stop }: any) => stop === 'plant')).toMatchObject({
      ...{ state: 'planned', arrivedAt: null, reporters: { arrived: null } },
    });
  });
});
