import type { EventData } from '@intakt/contract';
import { addDays } from '@intakt/material-flow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { record } from '../../record/testing.ts';
import { receipt, say, schedule } from '../../record/tiny-world.ts';
import { demandFinders } from './index.ts';

const TODAY = '2026-03-02';
const WEEKS = 20;
const week = (i: number): string => addDays(TODAY, 7 * (i - WEEKS));
const past = Array.from({ length: WEEKS }, (_, i) => i);
const used = (i: number): number => 100 + 10 * ((i % 3) - 1);

/** Every Monday the OEM calls off this week and says 120 for each of the three to come, of which 90 to 110 come. */
const releases = (part: string, supplier: string, calledOff: (i: number) => number) =>
  past.map((i) =>
    say(
      'schedule-released',
      schedule({
        ...{ part, supplier, release: `${part}-${i}`, releasedOn: week(i) },
        quantities: [calledOff(i), 120, 120, 120].map((quantity, ahead) => ({
          ...{ from: week(i + ahead), quantity },
          horizon: ahead === 0 ? ('firm' as const) : ('forecast' as const),
        })),
      }),
    ),
  );
const history = (part: string): EventData<'demand-history-stated'> => ({
  ...{ owner: 'oem', site: 'plant', part, unit: 'H87' },
  weeks: past.map((i) => ({ week: week(i), quantity: used(i) })),
});
const receipts = past.map((i) => {
  const { shipment: _shipment, despatchNote: _note, ...bare } = receipt({ closesShipment: false });
  const lines = [{ part: 'a', quantity: used(i), unit: 'H87' }];
  return say('goods-received', {
    ...bare,
    receipt: `r-${i}`,
    receivedAt: `${addDays(week(i), 2)}T09:00:00.000Z`,
    lines,
  });
});

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  await record(doors.world, 'oem', ...releases('a', 's1', (i) => (i % 2 ? 240 : 0)));
  await record(doors.world, 'oem', ...releases('b', 's2', used));
  await record(
    doors.world,
    'oem',
    say('demand-history-stated', history('a')),
    say('demand-history-stated', history('b')),
  );
  await record(doors.world, 'oem', ...receipts);
}, 120_000);
afterAll(() => doors?.close());

const signalsOf = (organisation: string) =>
  doors.world.db.as({ kind: 'organisation', org: organisation }, async (tx) => {
    const scope = { organisation, today: TODAY, now: `${TODAY}T06:00:00.000Z` };
    const found = [];
    for (const finder of demandFinders)
      if (finder.kinds.some((kind) => kind === 'bullwhip' || kind.startsWith('forecast-')))
        found.push(...(await finder.find(tx, scope)));
    return found;
  });

test('orders in lots every other week swing more than what was used, and the one who orders is told so and why', async () => {
  const bullwhips = (await signalsOf('oem')).filter(({ kind }) => kind === 'bullwhip');
  expect(bullwhips).toMatchObject([
    {
      partner: 's1',
      hits: [{ part: 'a', site: 'plant', raises: true }],
      difference: { expected: 2.5, unit: 'C62', because: 'order-batching' },
    },
  ]);
  expect(bullwhips[0]!.difference!.observed!).toBeGreaterThan(100);
});

test('orders that are what was used have a ratio of one', async () => {
  const { tiers } = (await doors.ask('oem', { url: '/api/bullwhip' })).body;
  expect(tiers.find(({ part }: { part: string }) => part === 'b')).toMatchObject({
    ...{ customer: 'oem', supplier: 's2', against: 'own-demand', ratio: 1 },
  });
});

test('call-offs that say a fifth too much are a bias, and worse than repeating the week before; both sides are told who said it', async () => {
  for (const [organisation, partner] of [
    ['oem', undefined],
    ['s1', 'oem'],
  ]) {
    const judged = (await signalsOf(organisation!)).filter(({ kind }) => kind !== 'bullwhip');
    expect(judged.map(({ kind }) => kind)).toEqual(['forecast-bias', 'forecast-accuracy']);
    for (const { difference, partner: told } of judged) {
      expect(difference!.saidBy).toBe('customer');
      expect(told).toBe(partner);
    }
    expect(judged[0]!.difference).toMatchObject({ observed: 13 * 120, because: 'said-too-much' });
    expect(judged[1]!.difference!.observed!).toBeGreaterThan(110);
  }
});

test('nobody else is told, and what another tier used is not told to the supplier', async () => {
  expect(await signalsOf('s2')).toEqual([]);
  expect((await doors.ask('s1', { url: '/api/bullwhip' })).body.tiers).toEqual([]);
});
