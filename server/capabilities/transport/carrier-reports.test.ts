import type { TransportHappening, TransportStatusStatement } from '@intakt/contract';
import { encodeIftsta } from '@intakt/edi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendEdi } from '../../doors/testing.ts';
import { DAYS, openTourWorld, type TourWorld } from './testing.ts';

const [DAY, OTHER_DAY] = DAYS;
const NOWHERE = { segment: 0, tag: '', offset: 0 };
let world: TourWorld;
let tour: string;
beforeAll(async () => {
  world = await openTourWorld();
  ({ tour } = await world.publishTour(DAY, 'c1'));
}, 120_000);
afterAll(() => world?.close());

type Happened = Partial<TransportHappening> & Pick<TransportHappening, 'status'>;
let number = 0;
/** A report of the carrier, as a file in somebody's inbox; moments are those on the wall in Berlin. */
async function report(to: string, said: Partial<TransportStatusStatement>, ...happened: Happened[]) {
  number += 1;
  const statement: TransportStatusStatement = {
    ...{ kind: 'transport-status', position: NOWHERE, reportNumber: `R${number}`, function: 'original' },
    despatchNotes: [],
    ...said,
    happenings: happened.map((one) => ({ position: NOWHERE, code: '', units: [], ...one })),
  };
  const bytes = encodeIftsta([statement], {
    ...{ sender: { code: 'c1' }, receiver: { code: 'oem' }, reference: String(number) },
    ...{ preparedAt: '2026-03-02T05:00:00.000Z', test: false },
  });
  const { body } = await sendEdi(world, to, bytes, `iftsta-${number}.edi`);
  return body.messages[0];
}

const stops = async (who: string): Promise<Map<string, any>> => {
  const { body } = await world.send(who, 'GET', `/api/tours/${tour}`);
  return new Map(body.stops.map((stop: any) => [stop.site, stop]));
};
const order = (site: string) => `to-${DAY}-${site}-plant`;

describe('a carrier’s IFTSTA about a published tour', () => {
  test('moves the stop that it is about and the arrival at the plant, as a report of the customer’s inbox', async () => {
    const before = await stops('oem');
    const stop = before.get('s1-works');
    const late = new Date(Date.parse(stop.plannedDeparture) + 50 * 60_000).toISOString();
    const wall = new Date(Date.parse(late) + 3_600_000).toISOString().slice(0, 16);
    const message = await report('oem', { consignment: order('s1-works') }, { status: 'collected', at: wall });
    expect(message).toMatchObject({ state: 'recorded', errors: [] });
    expect(message.events.map(({ confirmed }: any) => confirmed)).not.toContain(true);

    const after = await stops('oem');
    expect(after.get('s1-works')).toMatchObject({ state: 'served', servedAt: late });
    const [arrival] = (await world.send('oem', 'GET', '/api/arrivals')).body.arrivals;
    const moved = Date.parse(arrival.expectedAt) - Date.parse(before.get('plant').expectedAt);
    expect(moved).toBe(50 * 60_000);
    const { body } = await world.send('oem', 'GET', `/api/transport-orders?day=${DAY}`);
    expect(body.orders.find(({ id }: any) => id === order('s1-works')).state).toBe('collected');
  });

  test('in its own inbox is its own word, by the tour and the place; an estimate moves the arrival alone', async () => {
    const { body } = await world.send('oem', 'GET', `/api/tours/${tour}`);
    expect(body.tours[0].state).toBe('under-way');
    const message = await report(
      'c1',
      { transportReference: tour },
      { status: 'in-transit', expectedAt: `${DAY}T18:30`, place: { code: 'plant' } },
    );
    expect(message).toMatchObject({ state: 'recorded', errors: [] });
    expect(message.events.map(({ confirmed }: any) => confirmed)).toEqual([true]);
    expect((await stops('oem')).get('plant')).toMatchObject({
      expectedAt: `${DAY}T17:30:00.000Z`,
      state: 'planned',
      arrivedAt: null,
    });
  });

  test('sent again says nothing new', async () => {
    number -= 1;
    const place = { code: 'plant' };
    const message = await report(
      'c1',
      { transportReference: tour },
      { status: 'in-transit', expectedAt: `${DAY}T18:30`, place },
    );
    expect(message.state).toMatch(/recorded|duplicate/);
    expect((await stops('oem')).get('plant').expectedAt).toBe(`${DAY}T17:30:00.000Z`);
  });

  test.each([
    [
      'of a tour that nobody published',
      'TOUR_UNKNOWN',
      { consignment: 'nowhere-1' },
      { status: 'arrived' },
      'nowhere-1',
    ],
    ['that happens at no stop', 'STATUS_NOT_BOOKED', { consignment: 'own' }, { status: 'customs-held' }, 'at a stop'],
    ['at one of two stops', 'STOP_UNCLEAR', { tour: true }, { status: 'collected' }, '2 stops'],
  ] as const)(
    '%s is refused, with what to do',
    async (_, code, { tour: byTour, ...said }: any, happened: any, text) => {
      const named = byTour
        ? { transportReference: tour }
        : said.consignment === 'own'
          ? { consignment: order('s1-works') }
          : said;
      const message = await report('oem', named, { at: `${DAY}T09:00`, ...happened });
      expect(message.state).toBe('rejected');
      const [error] = message.errors.filter(({ severity }: any) => severity === 'error');
      expect(error.code).toBe(code);
      expect(error.message).toContain(text);
    },
  );

  test('of somebody else’s tour means nothing to who is not on it', async () => {
    await world.publishTour(OTHER_DAY, 'c1');
    const message = await report('s3', { transportReference: tour }, { status: 'arrived', at: `${DAY}T09:00` });
    expect(message.errors.map(({ code }: any) => code)).toContain('TOUR_UNKNOWN');
  });
});
