import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PROJECTIONS } from '../../record/projections.ts';
import { rebuild } from '../../record/rebuild.ts';
import { readEverything, record } from '../../record/testing.ts';
import { despatch, receipt, say } from '../../record/tiny-world.ts';
import { startDoors } from '../index.ts';
import { type Doors, openDoors } from '../testing.ts';

const CONTAINER = 'MSKU9070323';
const EXPECTED = '2026-03-12T08:00:00.000Z';
const parties = { shipment: 'shp-1', supplier: 's1', customer: 'oem', carrier: 'c1' };

let doors: Doors;
let stop: () => Promise<void>;
beforeAll(async () => {
  doors = await openDoors();
  stop = startDoors(doors.world.house);
  const { from, to, despatchedAt } = despatch();
  const advice = despatch({ transportReference: 'BKG123', expectedAt: EXPECTED, mode: 'sea' });
  const consignment = {
    ...parties,
    from,
    to,
    collectAt: despatchedAt,
    expectedAt: EXPECTED,
    transportReference: 'BKG123',
  };
  await record(doors.world, 's1', say('shipment-despatched', advice), say('consignment-handed-over', consignment));
}, 120_000);
afterAll(async () => {
  await stop?.();
  await doors?.close();
});

let counter = 0;
const base = (change: object) => ({
  eventID: `e-${++counter}`,
  eventCreatedDateTime: `2026-03-02T05:${String(counter).padStart(2, '0')}:00Z`,
  eventClassifierCode: 'ACT',
  eventDateTime: '2026-03-02T05:00:00Z',
  documentReferences: null,
  ...change,
});
const equipment = (code: string, change: object = {}) =>
  base({
    eventType: 'EQUIPMENT',
    equipmentEventTypeCode: code,
    equipmentReference: CONTAINER,
    ISOEquipmentCode: '22G1',
    emptyIndicatorCode: 'LADEN',
    eventLocation: { locationName: 'Hamburg', UNLocationCode: 'DEHAM' },
    ...change,
  });
const ship = (code: string, change: object = {}) =>
  base({
    eventType: 'TRANSPORT',
    transportEventTypeCode: code,
    references: [{ referenceType: 'EQ', referenceValue: CONTAINER }],
    transportCall: {
      modeOfTransport: 'VESSEL',
      UNLocationCode: 'DEHAM',
      exportVoyageNumber: '2103S',
      vessel: { vesselIMONumber: '9321483', vesselName: 'Emma' },
    },
    ...change,
  });
const send = (who: string, payload: object, headers = {}) =>
  doors.ask(who, { method: 'POST', url: '/api/dcsa/events', payload, headers });
const sent = async (who: string, event: object) => (await send(who, event)).body.events[0];
const shipmentOf = async (who: string) => (await doors.ask(who, { url: '/api/shipments/shp-1' })).body.shipment;
const milestonesOf = async (who: string) => (await doors.ask(who, { url: '/api/shipments/shp-1/milestones' })).body;

describe('a container event', () => {
  const early = equipment('GTIN');

  test('about a container that nobody knows is kept and explained', async () => {
    const answer = await send('c1', [early]);
    expect(answer.status).toBe(202);
    expect(answer.body.events).toMatchObject([
      { outcome: 'waiting', mark: 'unknown-container', detail: { equipment: CONTAINER }, shipments: [] },
    ]);
    const { events } = (await doors.ask('c1', { url: '/api/container-events?state=waiting' })).body;
    expect(events).toMatchObject([{ id: early.eventID, code: 'GTIN', equipment: CONTAINER, place: 'Hamburg' }]);
    expect((await doors.ask('oem', { url: '/api/container-events' })).body.events).toEqual([]);
  });

  test('that names the booking says which container it is, and the one that waited goes in', async () => {
    const loaded = equipment('LOAD', {
      documentReferences: [{ documentReferenceType: 'BKG', documentReferenceValue: 'BKG123' }],
    });
    expect(await sent('c1', loaded)).toMatchObject({ outcome: 'moved', shipments: ['shp-1'] });
    await vi.waitFor(async () => {
      const { milestones, equipment: containers } = await milestonesOf('oem');
      expect(milestones.map((one: { milestone: string }) => one.milestone).sort()).toEqual(['gate-in', 'loaded']);
      expect(containers).toEqual([CONTAINER]);
    }, 5000);
    expect((await milestonesOf('s1')).milestones[0]).toMatchObject({
      by: 'c1',
      confirmed: true,
      place: { unLocode: 'DEHAM' },
    });
  });

  test('sent again is the same event', async () => {
    expect(await sent('c1', early)).toMatchObject({ outcome: 'known' });
  });

  test('answers a callback without a body', async () => {
    const answer = await send('c1', [equipment('STUF')], { 'subscription-id': 'b7a7' });
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect((await doors.ask('c1', { method: 'HEAD', url: '/api/dcsa/events' })).status).toBe(204);
  });

  test('with an estimate of the ship moves the arrival of the goods by as much', async () => {
    const estimate = { eventClassifierCode: 'EST' };
    await sent('c1', ship('ARRI', { ...estimate, eventDateTime: '2026-03-10T06:00:00Z' }));
    expect((await shipmentOf('oem')).expectedAt).toBe(EXPECTED);
    await sent(
      'c1',
      ship('ARRI', {
        ...estimate,
        eventDateTime: '2026-03-11T06:00:00Z',
        delayReasonCode: 'WEA',
        changeRemark: 'Storm',
      }),
    );
    expect((await shipmentOf('oem')).expectedAt).toBe('2026-03-13T08:00:00.000Z');
    const { milestones } = await milestonesOf('oem');
    expect(milestones.at(-1)).toMatchObject({
      milestone: 'arrived',
      certainty: 'estimated',
      vessel: 'Emma, IMO 9321483',
      voyage: '2103S',
      reason: 'WEA: Storm',
    });
  });

  test('of a hold moves it on, and of its end by what it took', async () => {
    const shipment = (code: string, at: string) =>
      base({
        eventType: 'SHIPMENT',
        shipmentEventTypeCode: code,
        documentTypeCode: 'CUS',
        documentID: 'BKG123',
        reason: 'Customs inspection',
        eventDateTime: at,
      });
    await sent('oem', shipment('HOLD', '2026-03-02T04:00:00Z'));
    expect((await shipmentOf('s1')).expectedAt).toBe('2026-03-15T08:00:00.000Z');
    const held = (await milestonesOf('oem')).milestones.at(-1);
    expect(held).toMatchObject({
      milestone: 'held',
      by: 'c1',
      recordedBy: 'oem',
      confirmed: false,
      reason: 'CUS: Customs inspection',
    });
    expect((await doors.ask('c1', { url: '/api/consignments/shp-1' })).body).toMatchObject({
      heldReason: 'CUS: Customs inspection',
    });
    await sent('c1', shipment('RELS', '2026-03-02T06:00:00Z'));
    expect((await shipmentOf('s1')).expectedAt).toBe('2026-03-13T10:00:00.000Z');
    expect((await doors.ask('c1', { url: '/api/consignments/shp-1' })).body.heldAt).toBeNull();
  });

  test.each<[string, object, object]>([
    [
      'a container number that is wrong',
      equipment('GTOT', { equipmentReference: 'MSKU9070324' }),
      { mark: 'container-number', detail: { seen: 'MSKU9070324', expected: 'MSKU9070323' } },
    ],
    [
      'what has not happened yet',
      equipment('GTOT', { eventDateTime: '2026-04-01T00:00:00Z' }),
      { mark: 'in-the-future' },
    ],
    [
      'no milestone',
      base({ eventType: 'SHIPMENT', shipmentEventTypeCode: 'DRFT', documentTypeCode: 'TRD' }),
      { mark: 'no-milestone', detail: { code: 'DRFT' } },
    ],
    [
      'a code that the standard does not have',
      equipment('FLY'),
      { mark: 'not-valid', detail: { eventType: 'EQUIPMENT' } },
    ],
  ])('with %s is kept with its mark and moves nothing', async (_, event, marked) => {
    const before = (await milestonesOf('oem')).milestones.length;
    expect(await sent('c1', event)).toMatchObject({ outcome: 'marked', shipments: [], ...marked });
    expect((await milestonesOf('oem')).milestones).toHaveLength(before);
  });

  test('of a company that is no party of the consignment moves nothing', async () => {
    expect(await sent('s2', equipment('DISC'))).toMatchObject({ outcome: 'waiting', mark: 'unknown-container' });
  });

  test('after the receipt of the goods moves nothing: the container travels with others', async () => {
    await record(doors.world, 'oem', say('goods-received', receipt()));
    expect(await sent('c1', equipment('DISC'))).toMatchObject({ outcome: 'waiting' });
  });
});

describe('a container assigned by hand', () => {
  const assign = (equipmentNumber: string) =>
    doors.ask('s1', { method: 'PUT', url: '/api/shipments/shp-1/equipment', payload: { equipment: equipmentNumber } });

  test('is tested by its check digit, and the right one is named', async () => {
    const { status, body } = await assign('CSQU3054384');
    expect([status, body.code, body.values.problem]).toEqual([
      422,
      'INVALID',
      'is no container number (ISO 6346); did you mean CSQU3054383?',
    ]);
  });

  test('stands beside the others', async () => {
    expect((await assign('csqu 305438-3')).status).toBe(200);
    expect((await milestonesOf('oem')).equipment).toEqual(['CSQU3054383', CONTAINER]);
  });
});

test('a rebuild gives the same rows', async () => {
  const before = await readEverything(doors.world.db);
  await rebuild(doors.world.db, PROJECTIONS);
  expect(await readEverything(doors.world.db)).toEqual(before);
});
