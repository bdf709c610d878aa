import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Doors, openDoors } from '../../doors/testing.ts';
import { count, receipt } from '../../record/tiny-world.ts';

describe('what is said by hand and sent again, because the answer was lost', () => {
  let doors: Doors;
  beforeAll(async () => {
    doors = await openDoors();
    const { clock } = doors.world.house;
    const start = clock.now();
    let seconds = 0;
    doors.world.house.clock = { ...clock, instant: () => new Date(start + ++seconds * 1000).toISOString() };
  });
  afterAll(() => doors?.close());

  const twice = async (url: string, payload: object) => {
    const request: InjectOptions = { method: 'POST', url, payload, headers: { 'idempotency-key': `once-${url}` } };
    return [await doors.ask('oem', request), await doors.ask('oem', request)];
  };

  test('is one count of the stock, a second later too', async () => {
    const { owner: _owner, countedAt: _countedAt, ...body } = count();
    const [first, again] = await twice('/api/stock-counts', body);
    expect(first).toMatchObject({ status: 200, body: { outcome: 'recorded' } });
    expect(again).toMatchObject({ status: 200, body: { outcome: 'known', eventId: first!.body.eventId } });
    const other = { ...body, quantity: body.quantity + 1 };
    const headers = { 'idempotency-key': 'once-/api/stock-counts' };
    const refused = await doors.ask('oem', { method: 'POST', url: '/api/stock-counts', payload: other, headers });
    expect(refused).toMatchObject({ status: 409, body: { code: 'ID_REUSED' } });
  });

  test('is one goods receipt', async () => {
    const { receipt: _id, customer: _customer, receivedAt: _at, shipment: _shipment, ...body } = receipt();
    const [first, again] = await twice('/api/receipts', body);
    expect(first).toMatchObject({ status: 200, body: { outcome: 'recorded' } });
    expect(again).toMatchObject({ status: 200, body: { outcome: 'known', eventId: first!.body.eventId } });
    const { body: listed } = await doors.ask('oem', { method: 'GET', url: '/api/receipts' });
    expect(listed.receipts).toHaveLength(1);
  });
});
