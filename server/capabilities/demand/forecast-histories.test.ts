import { addDays } from '@intakt/material-flow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { record } from '../../record/testing.ts';
import { receipt, say, schedule } from '../../record/tiny-world.ts';
import { readSeries } from './forecast-histories.ts';

const TODAY = '2026-03-02';
const weekBack = (weeks: number): string => addDays(TODAY, -7 * weeks);

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
}, 120_000);
afterAll(() => doors?.close());

const seriesOf = (owner: string, part: string) =>
  doors.world.db.as({ kind: 'organisation', org: owner }, async (tx) => {
    const [series] = await readSeries(tx, { owner, today: TODAY, part });
    return series;
  });
const release = (weeks: number, ...quantities: number[]) =>
  say(
    'schedule-released',
    schedule({
      ...{ release: `R${-weeks}`, releasedOn: weekBack(weeks) },
      quantities: quantities.map((quantity, i) => ({
        ...{ from: weekBack(weeks - i), quantity, horizon: 'firm' as const },
      })),
    }),
  );
const received = (id: string, note: string, quantity: number) => {
  const { shipment: _shipment, ...bare } = receipt({ receipt: id, despatchNote: note, closesShipment: false });
  const lines = [{ part: 'a', quantity, unit: 'H87' }];
  return say('goods-received', { ...bare, receivedAt: `${addDays(weekBack(2), 1)}T09:00:00.000Z`, lines });
};

test('where nothing was stated or received, both sides’ history is what was called off in the end', async () => {
  await record(doors.world, 'oem', release(4, 50, 60, 70, 80, 90), release(3, 65, 70, 80));
  for (const owner of ['oem', 's1'])
    expect(await seriesOf(owner, 'a')).toMatchObject({
      ...{ site: 'plant', source: 'called-off', silentIsZero: false },
      weeks: [50, 65, 70, 80].map((quantity, i) => ({ week: weekBack(4 - i), quantity })),
    });
  expect(await seriesOf('s2', 'a')).toBeUndefined();
});

test('what was received goes before; the same goods booked again under another number are told apart from a second truck', async () => {
  await record(doors.world, 'oem', received('G1', 'N1', 40), received('G2', 'N2', 40));
  const once = await seriesOf('oem', 'a');
  expect(once).toMatchObject({ source: 'received', weeks: [{ week: weekBack(2), quantity: 80 }] });
  expect(once!.repeated).toBeUndefined();
  await record(doors.world, 'oem', received('G3', 'N2', 40));
  const twice = await seriesOf('oem', 'a');
  expect(twice).toMatchObject({ weeks: [{ quantity: 120 }], repeated: { [weekBack(2)]: 40 } });
});

test('what its owner stated goes before both', async () => {
  const weeks = [{ week: weekBack(5), quantity: 33 }];
  await record(
    doors.world,
    'oem',
    say('demand-history-stated', { owner: 'oem', site: 'plant', part: 'a', unit: 'H87', weeks }),
  );
  expect(await seriesOf('oem', 'a')).toMatchObject({ source: 'stated', silentIsZero: false, weeks: [weeks[0], {}] });
});
