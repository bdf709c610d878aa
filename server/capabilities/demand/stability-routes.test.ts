import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { record } from '../../record/testing.ts';
import { say, schedule } from '../../record/tiny-world.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  const quantities = [{ from: '2026-03-09', to: '2026-03-15', quantity: 80, horizon: 'production' as const }];
  await record(doors.world, 'oem', say('schedule-released', schedule()));
  const second = schedule({ release: 'R2', releasedOn: '2026-03-03', quantities });
  await record(doors.world, 'oem', say('schedule-released', second));
});
afterAll(() => doors?.close());

const stabilityFor = (who: string) =>
  doors.ask(who, {
    method: 'GET',
    url: '/api/schedules/stability?customer=oem&supplier=s1&part=a&shipTo=plant&kind=delivery-forecast',
  });

test('customer and supplier read how calm a schedule is, over its releases', async () => {
  const [customer, supplier] = [await stabilityFor('oem'), await stabilityFor('s1')];
  expect(customer).toMatchObject({ status: 200, body: { goAheads: expect.any(Array) } });
  expect(supplier.body).toEqual(customer.body);
});

test('nobody else finds it', async () => {
  expect(await stabilityFor('s2')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
});
