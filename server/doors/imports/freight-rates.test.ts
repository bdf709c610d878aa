import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Doors, openDoors } from '../testing.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

const HEAD =
  'Carrier;Name;Valid from;Cross-dock;From kg;Up to km;Price per 100 kg;Minimum price;kg per m³;kg per loading metre;kg per pallet place;Most kg;Empties percent;Transit days';
const row = (fromKg: number, upToKm: number, price: string) =>
  `c1;West;2026-01-01;plant;${fromKg};${upToKm};${price};40;250;1650;0;12000;50;2`;
const upload = (who: string, kind: string, lines: string[]) =>
  doors.ask(who, {
    method: 'POST',
    url: `/api/imports?kind=${kind}`,
    headers: { 'content-type': 'text/csv' },
    payload: Buffer.from([...lines].join('\n')),
  });
const apply = (who: string, { id }: { id: string }) =>
  doors.ask(who, { method: 'POST', url: `/api/imports/${id}/apply` });

test('a table of weights and distances is one event, whatever the order of its rows, and only carrier and customer see it', async () => {
  const lines = [HEAD, row(1000, 300, '15.5'), row(0, 100, '20'), row(0, 300, '30'), row(1000, 100, '10')];
  const { status, body } = await upload('oem', 'groupage-rates', lines);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.counts).toMatchObject({ create: 4, error: 0 });
  const applied = await apply('oem', body);
  expect(applied.status, JSON.stringify(applied.body)).toBe(200);
  const { body: seen } = await doors.ask('c1', { url: '/api/transport/rates' });
  expect(seen.rates).toHaveLength(1);
  expect(seen.rates[0]).toMatchObject({ kind: 'groupage', name: 'West', confirmed: false });
  expect(seen.rates[0].terms).toMatchObject({
    fromKg: [0, 1000],
    upToKm: [100, 300],
    per100Kg: [
      [20, 30],
      [10, 15.5],
    ],
  });
  for (const who of ['s1', 's2', 's3'])
    expect((await doors.ask(who, { url: '/api/transport/rates' })).body.rates).toEqual([]);
});

test('a carrier that nobody knows is named with its row', async () => {
  const { body } = await upload('oem', 'groupage-rates', [HEAD, row(0, 100, '20').replace('c1', 'nobody')]);
  expect(body.rows[0].errors).toMatchObject([{ field: 'carrier', value: 'nobody' }]);
});
