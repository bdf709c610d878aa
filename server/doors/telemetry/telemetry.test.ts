import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { MovedPosition } from '../../feed/position-tail.ts';
import { record } from '../../record/testing.ts';
import { despatch, say } from '../../record/tiny-world.ts';
import { type Doors, openDoors } from '../testing.ts';
import { digestTelemetry, hashWindow } from './digest.ts';

let doors: Doors;
let works: { longitude: number; latitude: number };
let plant: { longitude: number; latitude: number };
beforeAll(async () => {
  doors = await openDoors();
  const position = { longitude: 12.5, latitude: 51 };
  const elsewhere = {
    site: 's1-works',
    owner: 's1',
    name: 'Works',
    kind: 'plant' as const,
    timeZone: 'Europe/Berlin',
    position,
  };
  await record(doors.world, 's1', say('site-registered', elsewhere));
  const { shipment, supplier, customer, from, to, despatchedAt, expectedAt } = despatch();
  const consignment = { shipment, supplier, customer, carrier: 'c1', from, to, collectAt: despatchedAt, expectedAt };
  await record(doors.world, 's1', say('shipment-despatched', despatch()), say('consignment-handed-over', consignment));
  const places = await rows(`select id, longitude, latitude from site where id in ('${from}', '${to}')`);
  const place = (id: string) => {
    const { longitude, latitude } = places.find((row) => row.id === id)!;
    return { longitude, latitude };
  };
  works = place(from);
  plant = place(to);
});
afterAll(() => doors.close());

const rows = (text: string) => doors.world.db.system((tx) => tx.query(text));
const send = (who: string, payload: object, url = '/api/telemetry') => doors.ask(who, { method: 'POST', url, payload });
const at = (minute: number) => `2026-03-02T05:${String(minute).padStart(2, '0')}:00.000Z`;
const reading = (minute: number, change: object = {}) => ({ shipment: 'shp-1', ...works, at: at(minute), ...change });
const passages = () =>
  rows(
    `select body::json -> 'data' ->> 'passage' as passage, body::json -> 'data' ->> 'site' as site from ledger_event where type = 'geofence-crossed' order by sequence`,
  );

describe('telemetry', () => {
  test('is stored when it is answered, with its sensors beside the position', async () => {
    const answer = await send('c1', reading(1, { temperatureC: 4.5, doorOpen: false, speedKmh: 0 }));
    expect([answer.status, answer.body]).toEqual([202, { accepted: 1, marked: [] }]);
    expect(await rows('select longitude, supplier, shipment, mark from telemetry_position')).toEqual([
      { longitude: works.longitude, supplier: 's1', shipment: 'shp-1', mark: null },
    ]);
    expect(await rows('select kind, value, mark from telemetry_reading order by kind')).toEqual([
      { kind: 'door', value: 0, mark: null },
      { kind: 'temperatureC', value: 4.5, mark: null },
    ]);
  });

  test('that comes again is the same row', async () => {
    await send('c1', reading(1, { temperatureC: 4.5 }));
    expect(await rows('select 1 from telemetry_position')).toHaveLength(1);
  });

  test.each([
    ['at 0/0', () => reading(2, { longitude: 0, latitude: 0 }), 'null-island'],
    ['from the day after tomorrow', () => reading(0, { at: '2026-03-04T00:00:00.000Z' }), 'clock-ahead'],
    ['of another earth', () => reading(3, { longitude: works.longitude - 90 }), 'teleport'],
    ['in Fahrenheit', () => ({ shipment: 'shp-1', at: at(3), temperatureC: 212.5 }), 'out-of-range'],
    ['of a shipment that nobody knows', () => ({ ...reading(3), shipment: 'shp-9' }), 'unknown-shipment'],
    ['of no shipment', () => ({ ...works, at: at(3) }), 'unassigned'],
  ])('%s is kept, marked, and moves nothing', async (_, payload, mark) => {
    const { status, body } = await send('c1', payload());
    expect([status, body.marked.map((one: { mark: string }) => one.mark)]).toEqual([202, [mark]]);
    expect(await rows('select longitude from live_position')).toEqual([{ longitude: works.longitude }]);
  });

  test('from the customer is no word on where the goods are', async () => {
    expect((await send('oem', reading(4))).body.marked).toEqual([{ at: at(4), mark: 'unknown-shipment' }]);
  });

  test('that does not fit is refused with the place', async () => {
    const { status, body } = await send('c1', [reading(5), reading(6, { latitude: 91 })]);
    expect([status, body.code]).toEqual([422, 'INVALID']);
  });

  test('tells open feeds of the parties where the goods are, and nobody else', async () => {
    const heard: Record<string, MovedPosition[]> = { oem: [], s2: [] };
    const leaving = ['oem', 's2'].map((organisation) =>
      doors.world.house.feed.subscribe({
        owner: { organisation },
        sites: [],
        send: () => true,
        nudge: () => {},
        moved: (positions) => heard[organisation]!.push(...positions),
        end: () => {},
      }),
    );
    await send('c1', reading(7));
    await vi.waitFor(() => expect(heard.oem!.some((moved) => moved.at === at(7))).toBe(true), { timeout: 5000 });
    expect(heard.oem!.at(-1)).toEqual({ owner: 's1', shipment: 'shp-1', ...works, at: at(7) });
    expect(heard.s2).toEqual([]);
    for (const { leave } of leaving) leave();
  });

  test('shows departure and arrival by itself, once', async () => {
    await send('c1', reading(8, { latitude: works.latitude + 0.02 }));
    await vi.waitFor(async () => expect(await passages()).toEqual([{ passage: 'departed', site: 's1-works' }]));
    await send('c1', [
      reading(9, { ...plant, at: '2026-03-02T06:40:00.000Z' }),
      reading(9, { ...plant, at: '2026-03-02T06:41:00.000Z' }),
    ]);
    const twice = await send('c1', reading(9, { ...plant, at: '2026-03-02T06:45:00.000Z' }));
    expect(twice.status).toBe(202);
    await vi.waitFor(async () =>
      expect(await passages()).toEqual([
        { passage: 'departed', site: 's1-works' },
        { passage: 'arrived', site: 'plant' },
      ]),
    );
    expect((await rows('select departed_at, arrived_at from consignment'))[0]).toMatchObject({ departed_at: at(8) });
  });

  test('becomes one event per window, which binds the raw rows by their hash', async () => {
    await digestTelemetry(doors.world.house, { openMs: 0 });
    const events = await rows(`select event_id, body from ledger_event where type = 'telemetry-digested'`);
    expect(events).toHaveLength(1);
    const { data } = JSON.parse(events[0].body);
    expect(data).toMatchObject({ shipment: 'shp-1', supplier: 's1', customer: 'oem', carrier: 'c1', position: plant });
    expect(data.readings).toEqual([
      { kind: 'temperatureC', lowest: 4.5, highest: 4.5, latest: 4.5 },
      { kind: 'door', lowest: 0, highest: 0, latest: 0 },
    ]);
    const digest = `digest = '${events[0].event_id}'`;
    const [first] = await rows(`select device from telemetry_position where ${digest} limit 1`);
    const positions = await rows(
      `select longitude, latitude, speed_kmh as "speedKmh", at, mark from telemetry_position where ${digest} order by at`,
    );
    const sensors = await rows(`select kind, value, at, mark from telemetry_reading where ${digest} order by kind, at`);
    expect(data.rows).toBe(positions.length + sensors.length);
    expect(data.rowsHash).toBe(hashWindow(first.device, { positions, sensors } as never));
    expect(await rows('select 1 from telemetry_window')).toEqual([]);
    expect((await rows('select longitude, latitude from consignment'))[0]).toEqual(plant);
  });

  test('comes as Traccar forwards it, in knots', async () => {
    const forward = {
      position: {
        id: 7,
        deviceId: 1,
        protocol: 'osmand',
        valid: true,
        fixTime: '2026-03-02T06:55:00.000+00:00',
        ...plant,
        speed: 10,
        attributes: { temp1: -3, motion: true },
      },
      device: { id: 1, uniqueId: '860', name: 'truck', attributes: { shipment: 'shp-1' } },
    };
    expect((await send('c1', forward, '/api/telemetry/traccar')).body).toEqual({ accepted: 1, marked: [] });
    const [row] = await rows(`select speed_kmh from telemetry_position where at = '2026-03-02T06:55:00Z'`);
    expect(row.speed_kmh).toBeCloseTo(18.52);
    expect(await rows(`select value from telemetry_reading where at = '2026-03-02T06:55:00Z'`)).toEqual([
      { value: -3 },
    ]);
  });
});
