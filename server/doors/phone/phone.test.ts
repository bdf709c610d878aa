import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../record/testing.ts';
import { despatch, say } from '../../record/tiny-world.ts';
import { intakeOf } from '../telemetry/intake.ts';
import { type Doors, openDoors } from '../testing.ts';

const parties = { shipment: 'shp-1', supplier: 's1', customer: 'oem', carrier: 'c1' };
let doors: Doors;
const links: Record<string, string> = {};

beforeAll(async () => {
  doors = await openDoors();
  const { from, to, despatchedAt, expectedAt } = despatch();
  const consignment = { ...parties, from, to, collectAt: despatchedAt, expectedAt, despatchNote: 'N1', packages: 3 };
  await record(
    doors.world,
    's1',
    say('shipment-despatched', despatch({ carrier: 'c1' })),
    say('consignment-handed-over', consignment),
  );
  await record(
    doors.world,
    's2',
    say(
      'shipment-despatched',
      despatch({
        shipment: 'shp-2',
        supplier: 's2',
        from: 's2-works',
        lines: [{ line: 1, part: 'b', quantity: 5, unit: 'H87' }],
      }),
    ),
    say('consignment-handed-over', {
      ...consignment,
      shipment: 'shp-2',
      supplier: 's2',
      from: 's2-works',
      despatchNote: 'N2',
    }),
  );
  for (const [name, who, object] of [
    ['driver', 's1', 'shipment:s1/shp-1'],
    ['ofCustomer', 'oem', 'shipment:s1/shp-1'],
    ['gate', 'oem', 'site:plant'],
  ] as const)
    links[name] = (await issue(who, object)).body.token;
}, 120_000);
afterAll(() => doors?.close());

const issue = (who: string, object: string) =>
  doors.ask(who, { method: 'POST', url: '/api/links', payload: { object, hours: 8 } });
const asLink = async (link: string, method: 'GET' | 'POST', url: string, payload?: object) => {
  const response = await doors.app.inject({
    method,
    url,
    payload,
    headers: { authorization: `Bearer ${links[link]}` },
  });
  return { status: response.statusCode, body: response.body ? response.json() : undefined };
};
let counter = 0;
const step = (change: object) => ({
  id: `step-000${++counter}`,
  supplier: 's1',
  shipment: 'shp-1',
  at: '2026-03-02T06:00:00.000Z',
  ...change,
});
const say1 = (link: string, change: object) => asLink(link, 'POST', '/api/link/steps', step(change));
const milestones = async (who: string) =>
  (await doors.ask(who, { url: '/api/shipments/shp-1/milestones' })).body.milestones;

describe('a driver with a link', () => {
  test('sees where to go and which papers, and nothing of another trip', async () => {
    const { status, body } = await asLink('driver', 'GET', '/api/link');
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      kind: 'driver',
      trips: [
        {
          shipment: 'shp-1',
          supplierName: 'Company s1',
          customerName: 'Company oem',
          carrierName: 'Company c1',
          from: { id: 's1-works', longitude: 12 },
          to: { id: 'plant', name: 'Site plant' },
          despatchNote: 'N1',
          packages: 3,
          steps: [],
        },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/shp-2|s2|"part"/);
    expect((await asLink('driver', 'GET', '/api/shipments')).status).toBe(403);
  });

  test('says what happened as the carrier, which is reported as long as the carrier has not said it itself', async () => {
    const said = {
      milestone: 'loaded',
      end: 'from',
      driver: 'Jo Driver',
      note: 'Seal 7',
      photo: 'data:image/jpeg;base64,AAAA',
    };
    expect((await say1('driver', said)).body).toMatchObject({ outcome: 'recorded', confirmed: false });
    const [loaded] = await milestones('oem');
    expect(loaded).toMatchObject({
      milestone: 'loaded',
      by: 'c1',
      recordedBy: 's1',
      confirmed: false,
      hasPersonal: true,
      place: { site: 's1-works' },
    });
    expect(JSON.stringify(loaded)).not.toContain('Jo Driver');
    const attached = await doors.ask('oem', { url: `/api/milestones/${loaded.eventId}/attachment` });
    expect(attached.body).toEqual({ driver: 'Jo Driver', note: 'Seal 7', photo: 'data:image/jpeg;base64,AAAA' });
    expect((await doors.ask('s2', { url: `/api/milestones/${loaded.eventId}/attachment` })).status).toBe(404);
  });

  test('sends the same step twice and says it once', async () => {
    const departed = step({ milestone: 'departed', end: 'from' });
    await asLink('driver', 'POST', '/api/link/steps', departed);
    expect((await asLink('driver', 'POST', '/api/link/steps', departed)).body).toMatchObject({ outcome: 'known' });
    expect((await doors.ask('oem', { url: '/api/consignments/shp-1' })).body.departedAt).toBe(
      '2026-03-02T06:00:00.000Z',
    );
  });

  test('with a problem moves the expected arrival', async () => {
    await say1('driver', { milestone: 'problem', lateMinutes: 90 });
    expect((await doors.ask('oem', { url: '/api/shipments/shp-1' })).body.shipment.expectedAt).toBe(
      '2026-03-03T09:30:00.000Z',
    );
  });

  test('speaks of no other shipment, nor of the future', async () => {
    expect((await say1('driver', { milestone: 'arrived', supplier: 's2', shipment: 'shp-2' })).body.code).toBe(
      'NOT_FOUND',
    );
    expect((await say1('driver', { milestone: 'arrived', at: '2026-03-02T09:00:00.000Z' })).body).toMatchObject({
      code: 'INVALID',
      values: { path: 'at' },
    });
  });

  test.each(['driver', 'ofCustomer'])(
    'sends positions, whoever of the parties gave out the link (%s)',
    async (link) => {
      const positions = [{ at: `2026-03-02T05:5${link.length % 10}:00.000Z`, longitude: 12.2, latitude: 51 }];
      expect((await asLink(link, 'POST', '/api/link/positions', { positions })).status).toBe(202);
      await intakeOf(doors.world.house).drain();
      const rows = await doors.world.db.system((tx) =>
        tx.query(`select shipment, supplier, mark from telemetry_position where at = $1`, [positions[0]!.at]),
      );
      expect(rows).toMatchObject([{ shipment: 'shp-1', supplier: 's1' }]);
    },
  );
});

describe('a gate clerk with a link', () => {
  test('sees who comes to the site', async () => {
    const { body } = await asLink('gate', 'GET', '/api/link');
    expect(body).toMatchObject({ kind: 'gate', site: { id: 'plant' } });
    expect(body.trips.map((trip: { shipment: string }) => trip.shipment).sort()).toEqual(['shp-1', 'shp-2']);
  });

  test('says that a trailer came and left, in the name of the site', async () => {
    await say1('gate', { milestone: 'gate-in', end: 'to' });
    expect((await milestones('c1')).at(-1)).toMatchObject({ milestone: 'gate-in', by: 'oem', confirmed: true });
    expect((await doors.ask('c1', { url: '/api/consignments/shp-1' })).body.arrivedAt).toBe('2026-03-02T06:00:00.000Z');
    await say1('gate', { milestone: 'gate-out', end: 'to' });
    const trip = (await asLink('gate', 'GET', '/api/link')).body.trips.find(
      (one: { shipment: string }) => one.shipment === 'shp-1',
    );
    expect(trip.gateOutAt).not.toBeNull();
  });

  test('is given a link by the owner of the site alone', async () => {
    expect((await issue('s1', 'site:plant')).body).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what a link brought of a person', () => {
  test('is erased with it, and the event stays provable', async () => {
    const { links: mine } = (await doors.ask('s1', { url: '/api/links' })).body;
    const { id } = mine.find((one: { object: string }) => one.object === 'shipment:s1/shp-1');
    expect((await doors.ask('s1', { method: 'DELETE', url: `/api/links/${id}/personal` })).body).toEqual({ erased: 1 });
    const [loaded] = await milestones('oem');
    expect((await doors.ask('oem', { url: `/api/milestones/${loaded.eventId}/attachment` })).status).toBe(404);
    const proof = await doors.ask('oem', { url: `/api/events/${loaded.eventId}/proof` });
    expect(proof.status).toBe(200);
  });

  test('a withdrawn link opens nothing', async () => {
    const { links: mine } = (await doors.ask('oem', { url: '/api/links' })).body;
    const gate = mine.find((one: { object: string }) => one.object === 'site:oem/plant');
    await doors.ask('oem', { method: 'DELETE', url: `/api/links/${gate.id}` });
    expect((await asLink('gate', 'GET', '/api/link')).body.code).toBe('LINK_EXPIRED');
  });
});
