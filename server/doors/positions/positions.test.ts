import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { despatch, say } from '../../record/tiny-world.ts';
import { type Doors, openDoors } from '../testing.ts';
import { hashRows } from './report.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  const { shipment, supplier, customer, from, to, despatchedAt, expectedAt } = despatch();
  const consignment = { shipment, supplier, customer, carrier: 'c1', from, to, collectAt: despatchedAt, expectedAt };
  await record(doors.world, 's1', say('shipment-despatched', despatch()), say('consignment-handed-over', consignment));
});
afterAll(() => doors.close());

const rows = (text: string) => doors.world.db.system((tx) => tx.query(text));
const report = (who: string, ...positions: object[]) =>
  doors.ask(who, { method: 'POST', url: '/api/positions', payload: { positions } });
const at = (minute: number, longitude: number) => ({
  shipment: 'shp-1',
  longitude,
  latitude: 50,
  at: `2026-03-02T05:${String(minute).padStart(2, '0')}:00.000Z`,
});

describe('positions', () => {
  test('of one batch are kept raw and become one event with the latest, which binds the rows by their hash', async () => {
    const batch = [at(20, 10.2), at(10, 10.1), at(30, 10.3)];
    const { status, body } = await report('c1', ...batch);
    expect([status, body]).toEqual([202, { accepted: 3, unknown: [] }]);
    const raw = await rows(
      'select device, shipment, longitude, latitude, at, digest from telemetry_position order by at',
    );
    expect(raw.map((row) => row.longitude)).toEqual([10.1, 10.2, 10.3]);
    const [event] = await rows(`select event_id, body from ledger_event where type = 'position-reported'`);
    const { data } = JSON.parse(event.body);
    expect(data).toMatchObject({ position: { longitude: 10.3, latitude: 50 }, at: batch[2]!.at, rows: 3 });
    expect(raw.map((row) => row.digest)).toEqual([event.event_id, event.event_id, event.event_id]);
    expect(data.rowsHash).toBe(hashRows(raw[0].device, raw as never));
    expect((await rows('select longitude, position_at from consignment'))[0]).toEqual({
      longitude: 10.3,
      position_at: batch[2]!.at,
    });
  });

  test('sent again are the same rows and the same event', async () => {
    await report('c1', at(10, 10.1), at(20, 10.2), at(30, 10.3));
    expect(await rows('select 1 from telemetry_position')).toHaveLength(3);
    expect(await rows(`select 1 from ledger_event where type = 'position-reported'`)).toHaveLength(1);
  });

  test.each([
    ['a company that neither carries nor sends it', 's2'],
    ['the customer', 'oem'],
  ])('from %s are not taken', async (_, who) => {
    expect((await report(who, at(40, 10))).body).toEqual({ accepted: 0, unknown: ['shp-1'] });
  });

  test('from the future are refused, because they would hide every later one', async () => {
    const { status, body } = await report('c1', { ...at(0, 10), at: '2026-03-04T00:00:00.000Z' });
    expect([status, body.code, body.values.path]).toEqual([422, 'INVALID', 'positions/0/at']);
  });
});
