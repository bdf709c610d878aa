import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Doors, openDoors } from '../testing.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

const HEADER =
  'Order;From;To;Deliver on;Part;Quantity;Mass kg;Volume m³;Loading metres;Pallet places;Ready from;Ready until';
const upload = async (...lines: string[]) => {
  const url = '/api/imports?kind=transport-orders';
  const payload = [HEADER, ...lines].join('\r\n');
  const { body } = await doors.ask('oem', { method: 'POST', url, headers: { 'content-type': 'text/csv' }, payload });
  return body;
};
const S1 = 'Site s1-works;Site plant';

test.each([
  ['a place that nobody knows', 'T;Nowhere;Site plant;05.03.2026;A 100;5;;;;;;', 'from', 'Site "Nowhere" is not known'],
  ['a part that nobody knows', `T;${S1};05.03.2026;Z 9;5;;;;;;`, 'part', 'Z 9'],
  ['no quantity', `T;${S1};05.03.2026;A 100;0;;;;;;`, 'quantity', 'must be above 0'],
  ['neither part nor goods', `T;${S1};05.03.2026;;;;;;;;`, 'massKg', 'give a part and its quantity'],
  [
    'a window that closes before it opens',
    `T;${S1};05.03.2026;A 100;5;;;;;05.03.2026 14:00;05.03.2026 06:00`,
    'readyUntil',
    'closes before it opens',
  ],
  ['half a window', `T;${S1};05.03.2026;A 100;5;;;;;05.03.2026 14:00;`, 'readyUntil', 'its begin and its end'],
  ['two sites of others', 'T;Site s1-works;Site s2-works;05.03.2026;A 100;5;;;;;;', 'from', 'must be ours'],
])('a row with %s says so, and the row beside it goes in', async (_, row, field, text) => {
  const { rows, counts } = await upload(row, `GOOD;${S1};05.03.2026;A 100;5;;;;;;`);
  expect(counts).toMatchObject({ error: 1, create: 1 });
  const [error] = rows.flatMap(({ errors }: any) => errors);
  expect(error).toMatchObject({ field, message: expect.stringContaining(text) });
});

test('what is pasted is ordered for its day, measured by the part’s packaging, its hours by the clock of the site', async () => {
  const { id } = await upload(
    `T-1;${S1};05.03.2026;A 100;240;;;;;05.03.2026 06:00;05.03.2026 14:00`,
    `T-2;Site plant;Site s2-works;05.03.2026;;;400;3;0,8;2;;`,
  );
  await doors.ask('oem', { method: 'POST', url: `/api/imports/${id}/apply` });
  const { body } = await doors.ask('oem', { url: '/api/transport-orders?day=2026-03-05' });
  const [first, second] = body.orders.sort((a: any, b: any) => (a.id < b.id ? -1 : 1));
  expect(first).toMatchObject({
    ...{ id: 'T-1', supplier: 's1', kind: 'inbound', state: 'ordered' },
    pickupWindows: [{ from: '2026-03-05T05:00:00.000Z', to: '2026-03-05T13:00:00.000Z' }],
  });
  expect(first.goods.massKg).toBeGreaterThan(0);
  expect(first.goods.loadingMeters).toBeGreaterThan(0);
  expect(second).toMatchObject({ id: 'T-2', supplier: 's2', kind: 'empties', goods: { massKg: 400, palletPlaces: 2 } });
});
