import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOk, record } from '../../record/testing.ts';
import { count, despatch, say } from '../../record/tiny-world.ts';
import { type Answer, type Doors, openDoors } from '../testing.ts';
import { derivedAsset } from './asset.ts';

let doors: Doors;
const asset = derivedAsset({ owner: 'oem', id: 'a' });
const BPNL = { oem: 'BPNL00000000OEM0', s1: 'BPNL00000000SUP1' };
const WORKS = { bpn: 'BPNS00000000SUP1', bpna: 'BPNA00000000SUP1' };
const PLANT = { bpn: 'BPNS00000000OEM0', bpna: 'BPNA00000000OEM0' };

beforeAll(async () => {
  doors = await openDoors();
  for (const [id, bpn] of Object.entries(BPNL)) {
    const roles = [id === 'oem' ? ('oem' as const) : ('supplier' as const)];
    const data = { organisation: id, name: `Company ${id}`, roles, identifiers: { bpn } };
    await record(doors.world, id, say('organisation-registered', data));
  }
  await numberSite('plant', 'oem', PLANT);
  await numberSite('s1-works', 's1', WORKS);
});
afterAll(() => doors.close());

const numberSite = (site: string, owner: string, identifiers: object) =>
  record(
    doors.world,
    owner,
    say('site-registered', { site, owner, name: site, kind: 'plant', timeZone: 'Europe/Berlin', identifiers }),
  );

const get = (who: string, rest: string): Promise<Answer> =>
  doors.ask(who, { url: `/api/catena-x/${rest}/submodel/$value` });
const post = (who: string, rest: string, payload: object): Promise<Answer> =>
  doors.ask(who, { method: 'POST', url: `/api/catena-x/${rest}/submodel/$value`, payload });

const at = '2026-03-02T05:00:00.000Z';
const pieces = (value: number, unit = 'unit:piece') => ({ value, unit });
const stockPayload = (change: object = {}) => ({
  materialGlobalAssetId: `urn:uuid:${asset}`,
  direction: 'OUTBOUND',
  positions: [
    {
      allocatedStocks: [
        {
          quantityOnAllocatedStock: pieces(240),
          stockLocationBPNS: WORKS.bpn,
          stockLocationBPNA: WORKS.bpna,
          isBlocked: false,
          lastUpdatedOnDateTime: at,
          ...change,
        },
      ],
    },
  ],
});
const outputPayload = {
  materialGlobalAssetId: `urn:uuid:${asset}`,
  positions: [
    {
      allocatedPlannedProductionOutputs: [
        {
          plannedProductionQuantity: pieces(80),
          productionSiteBpns: WORKS.bpn,
          estimatedTimeOfCompletion: '2026-03-05T12:00:00.000Z',
          lastUpdatedOnDateTime: at,
        },
      ],
    },
  ],
};
const demandPayload = {
  materialGlobalAssetId: `urn:uuid:${asset}`,
  demandSeries: [
    {
      customerLocationBpns: PLANT.bpn,
      demandCategory: { demandCategoryCode: '0001' },
      demands: [{ day: '2026-03-04', demand: pieces(50) }],
      lastUpdatedOnDateTime: at,
    },
  ],
};
const delivery = (trackingNumber: string, value: number, departed = true) => ({
  deliveryQuantity: pieces(value),
  lastUpdatedOnDateTime: at,
  trackingNumber,
  transitEvents: [
    { dateTimeOfEvent: '2026-03-02T04:00:00.000Z', eventType: departed ? 'actual-departure' : 'estimated-departure' },
    { dateTimeOfEvent: '2026-03-03T04:00:00.000Z', eventType: 'estimated-arrival' },
  ],
  transitLocations: { origin: { bpnsProperty: WORKS.bpn }, destination: { bpnsProperty: PLANT.bpn } },
});
const deliveryPayload = (...all: ReturnType<typeof delivery>[]) => ({
  materialGlobalAssetId: `urn:uuid:${asset}`,
  positions: all.map((each, index) => ({
    orderPositionReference: { customerOrderId: 'O1', customerOrderPositionId: String(index + 1) },
    deliveries: [each],
  })),
});

const TAKEN = { recorded: 1, known: 0, left: [] };

describe('a payload that was posted', () => {
  test.each([
    ['s1', `${BPNL.oem}/item-stock/4711/OUTBOUND`, stockPayload()],
    ['s1', `${BPNL.oem}/planned-production/A-100`, outputPayload],
    ['oem', `${BPNL.s1}/material-demand/a`, demandPayload],
    ['s1', `oem/delivery-information/urn:uuid:${asset}`, deliveryPayload(delivery('TRACK-1', 60))],
  ])('by %s to %s is recorded once, and got again', async (who, address, payload) => {
    expect(await post(who, address, payload)).toMatchObject({ status: 200, body: TAKEN });
    expect((await post(who, address, payload)).body).toMatchObject({ recorded: 0, known: 1 });
    const { status, body } = await get(who, address);
    expect(status).toBe(200);
    expect(quantitiesIn(body)).toEqual(quantitiesIn(payload));
    expect(body.materialGlobalAssetId).toBe(`urn:uuid:${asset}`);
  });

  test('in a unit that is not that of its part and cannot be converted is refused', async () => {
    const address = 'oem/item-stock/a/OUTBOUND';
    const answer = await post('s1', address, stockPayload({ quantityOnAllocatedStock: pieces(5, 'unit:kilogram') }));
    expect(answer).toMatchObject({ status: 422, body: { code: 'INVALID', values: { value: '5 KGM' } } });
  });

  test('of deliveries names those that have not left, and joins what goes under one number', async () => {
    const payload = deliveryPayload(delivery('TRACK-2', 10), delivery('TRACK-2', 20), delivery('TRACK-3', 30, false));
    const { body } = await post('s1', 'oem/delivery-information/a', payload);
    expect(body).toMatchObject({ recorded: 1, left: [{ path: '/positions/2/deliveries/0/transitEvents' }] });
    const told = await get('oem', 's1/delivery-information/a');
    const ours = told.body.positions.filter((each: Answer['body']) => each.deliveries[0].trackingNumber === 'TRACK-2');
    expect(ours.map((each: Answer['body']) => each.deliveries[0].deliveryQuantity.value)).toEqual([10, 20]);
  });

  test('of a delivery leaves a despatch advice of the same note as it is', async () => {
    const advice = despatch({
      shipment: 'placeholder',
      despatchNote: 'TRACK-9',
      despatchedAt: '2026-03-02T04:00:00.000Z',
    });
    const { body: first } = await post('s1', 'oem/delivery-information/a', deliveryPayload(delivery('TRACK-9', 60)));
    expect(first).toMatchObject(TAKEN);
    const [row] = await shipmentsOf('TRACK-9');
    await record(doors.world, 's1', say('shipment-despatched', { ...advice, shipment: row!.id }));
    const { body } = await post('s1', 'oem/delivery-information/a', deliveryPayload(delivery('TRACK-9', 61)));
    expect(body).toMatchObject({ recorded: 0, left: [{ message: expect.stringContaining('by its despatch advice') }] });
  });
});

describe('a load of several parts under one number', () => {
  test('keeps what is known of its other parts', async () => {
    const address = 'oem/delivery-information/a';
    expect((await post('s1', address, deliveryPayload(delivery('LOAD', 5)))).body).toMatchObject(TAKEN);
    const [known] = await shipmentsOf('LOAD');
    const lines = [{ line: 1, part: 'b', quantity: 8, unit: 'H87' }];
    const change = { shipment: known!.id, despatchNote: 'LOAD', despatchedAt: '2026-03-02T04:00:00.000Z', lines };
    await record(doors.world, 's1', say('shipment-despatched', despatch(change)));
    expect((await post('s1', address, deliveryPayload(delivery('LOAD', 6)))).body).toMatchObject(TAKEN);
    expect((await shipmentsOf('LOAD')).map(({ parts }) => parts).sort()).toEqual([['a'], ['b']]);
  });

  test('is refused where it goes two ways at once', async () => {
    const later = delivery('SPLIT', 5);
    later.transitEvents[1]!.dateTimeOfEvent = '2026-03-04T04:00:00.000Z';
    const payload = deliveryPayload(delivery('SPLIT', 5), later);
    const { status, body } = await post('s1', 'oem/delivery-information/a', payload);
    expect({ status, value: body.values.value }).toEqual({ status: 422, value: 'SPLIT' });
  });
});

const shipmentsOf = (note: string) =>
  doors.world.db.system((tx) =>
    tx.query<{ id: string; parts: string[] }>(
      `select s.id, array(select part from shipment_line l where l.shipment = s.id) as parts from shipment s
        where despatch_note = $1`,
      [note],
    ),
  );

const quantitiesIn = (payload: unknown): string[] =>
  [...JSON.stringify(payload).matchAll(/"value":([\d.]+)/g)].map(([, value]) => value!).sort();

describe('a payload that does not fit', () => {
  const address = 'oem/item-stock/a/OUTBOUND';
  test.each([
    [
      'has a mistake',
      stockPayload({ isBlocked: 'no' }),
      '/positions/0/allocatedStocks/0/isBlocked',
      'send the payload again',
    ],
    [
      'names an unknown site',
      stockPayload({ stockLocationBPNS: 'BPNS00000000NONE' }),
      '/positions/0/allocatedStocks/0',
      'register or map',
    ],
    ['is of the other direction', { ...stockPayload(), direction: 'INBOUND' }, '/direction', 'must be OUTBOUND'],
    [
      'is of another part',
      { ...stockPayload(), materialGlobalAssetId: 'urn:uuid:48878d48-6f1d-47f5-8ded-a441d0d879df' },
      '/materialGlobalAssetId',
      asset,
    ],
  ])('because it %s is refused with its path and the next step', async (_, payload, path, next) => {
    const { status, body } = await post('s1', address, payload);
    expect({ status, code: body.code, path: body.values.path }).toEqual({ status: 422, code: 'INVALID', path });
    expect(body.detail).toContain(next);
  });

  test('is refused with all of its mistakes', async () => {
    const { body } = await post('s1', address, stockPayload({ isBlocked: 'no', stockLocationBPNA: 'here' }));
    expect(body.values.problems).toHaveLength(2);
  });

  test.each([
    ['s1', 'oem/days-of-supply/a/OUTBOUND/submodel/$value', 'DaysOfSupply'],
    ['s1', 'oem/id-based-comment', 'is a model that is not taken here'],
    ['s1', 'oem/weather', 'is no aspect model'],
  ])('by %s to %s is refused by name', async (who, url, text) => {
    const payload = { ...stockPayload() };
    const answer = await doors.ask(who, { method: 'POST', url: `/api/catena-x/${url}`, payload });
    expect(answer).toMatchObject({ status: 422, body: { code: 'INVALID', values: { path: 'aspect' } } });
    expect(answer.body.detail).toMatch(new RegExp(text));
  });

  test('nobody speaks for the other side', async () => {
    const payload = { ...stockPayload({ stockLocationBPNS: PLANT.bpn }), direction: 'INBOUND' };
    expect(await post('s1', 'oem/item-stock/a/INBOUND', payload)).toMatchObject({
      status: 403,
      body: { code: 'NOT_YOUR_STATEMENT' },
    });
  });

  test.each([
    ['s1', 'BPNL00000000NONE/item-stock/a/OUTBOUND', 'partner'],
    ['s1', 'oem/item-stock/b/OUTBOUND', 'part traded'],
    ['s2', 's1/item-stock/a/OUTBOUND', 'partner'],
  ])('%s finds nothing at %s', async (who, address, text) => {
    const { status, body } = await get(who, address);
    expect(status).toBe(404);
    expect(body.detail).toContain(text);
  });
});

describe('asking for an update', () => {
  const ask = (who: string, payload: object) =>
    doors.ask(who, { method: 'POST', url: '/api/catena-x/requests', payload });
  const seen = async (who: string) => (await doors.ask(who, { url: '/api/catena-x/requests?open=true' })).body.requests;

  test('tells who is asked, is seen by both and nobody else, and is closed by the statement', async () => {
    const asked = await ask('oem', {
      aspect: 'item-stock',
      material: 'A 100',
      direction: 'OUTBOUND',
      note: 'before the shift',
    });
    expect(asked).toMatchObject({
      status: 202,
      body: { requests: [{ owner: 'oem', partner: 's1', part: 'a', direction: 'OUTBOUND', note: 'before the shift' }] },
    });
    const [request] = await seen('s1');
    expect(await seen('oem')).toEqual([request]);
    expect(await seen('s2')).toEqual([]);
    const payload = stockPayload({ quantityOnAllocatedStock: pieces(301) });
    const answer = await doors.ask('s1', { method: 'POST', url: request.answerAt, payload });
    expect(answer.status).toBe(200);
    expect(await seen('oem')).toEqual([]);
    expect((await doors.ask('oem', { url: request.readAt })).status).toBe(200);
  });

  test('is answered by who is asked, and nobody else, with what stands already', async () => {
    const { body } = await ask('oem', { aspect: 'material-demand', material: 'A 100', partner: 's1' });
    expect(body.code).toBe('NOT_FOUND');
    const made = await ask('s1', { aspect: 'material-demand', material: 'A 100' });
    const [{ id }] = made.body.requests;
    const confirm = (who: string) => doors.ask(who, { method: 'POST', url: `/api/catena-x/requests/${id}/confirm` });
    for (const who of ['s1', 's2']) expect((await confirm(who)).status).toBe(404);
    expect((await confirm('oem')).body).toMatchObject({ id, answeredAt: expect.any(String) });
    expect((await confirm('oem')).status).toBe(404);
    expect((await seen('s1')).map((one: { id: string }) => one.id)).not.toContain(id);
  });

  test('again while it is open is the same request', async () => {
    const first = await ask('oem', { aspect: 'planned-production', material: 'a' });
    const again = await ask('oem', { aspect: 'planned-production', material: 'a', partner: BPNL.s1 });
    expect(again.body.requests).toEqual(first.body.requests);
    expect(first.body.requests).toHaveLength(1);
  });

  test.each([
    ['without a direction', { aspect: 'item-stock', material: 'a' }, 422],
    ['of a part that nobody supplies', { aspect: 'planned-production', material: 'Z 9' }, 404],
    ['of somebody who does not state it', { aspect: 'material-demand', material: 'a', partner: 's1' }, 404],
    ['of what is only computed', { aspect: 'days-of-supply', material: 'a', direction: 'INBOUND' }, 422],
  ])('%s is refused', async (_, payload, status) => {
    expect((await ask('oem', payload)).status).toBe(status);
  });
});

describe('what a partner sees', () => {
  test('is nothing before an agreement, and the stock with it', async () => {
    await record(doors.world, 's1', say('stock-counted', count({ owner: 's1', site: 's1-works', quantity: 7 })));
    const before = await get('oem', 's1/item-stock/a/OUTBOUND');
    expect(before.body).toEqual({ materialGlobalAssetId: `urn:uuid:${asset}`, direction: 'OUTBOUND', positions: [] });
    const step = { agreement: 'agr', proposer: 'oem', counterparty: 's1' };
    const terms = [{ giver: 's1', kind: 'stock' as const, depth: 'exact' as const }];
    await record(
      doors.world,
      'oem',
      say('agreement-proposed', { ...step, title: 'x', terms, coversFrom: '2026-01-01' }),
    );
    await record(doors.world, 's1', say('agreement-accepted', { ...step, by: 's1' }));
    expect(quantitiesIn((await get('oem', 's1/item-stock/a/OUTBOUND')).body)).toEqual(['7']);
    expect((await get('oem', 's1/planned-production/a')).body.positions).toEqual([]);
  });

  test('are our days of supply once they are projected, and not to the partner', async () => {
    const data = {
      owner: 'oem',
      site: 'plant',
      part: 'a',
      asOf: '2026-03-02',
      onHand: 9,
      inTransit: 0,
      daysOfSupply: 3.5,
    };
    const projected = say('runout-projected', { ...data, light: 'red' });
    expectOk(await doors.world.house.recorder.record({ organisation: 'oem', system: true }, [projected]));
    const { body } = await get('oem', 's1/days-of-supply/a/INBOUND');
    expect(body.allocatedDaysOfSupply[0].amountOfAllocatedDaysOfSupply[0].daysOfSupply).toBe(3.5);
    expect((await get('s1', 'oem/days-of-supply/a/INBOUND')).body.allocatedDaysOfSupply).toEqual([]);
  });

  test('is refused where a site has no number, naming the site', async () => {
    await record(doors.world, 's2', say('stock-counted', count({ owner: 's2', site: 's2-works', part: 'b' })));
    const { status, body } = await get('s2', 'oem/item-stock/b/OUTBOUND');
    expect({ status, code: body.code, id: body.values.id }).toEqual({
      status: 422,
      code: 'UNKNOWN_REFERENCE',
      id: 's2-works',
    });
  });

  test('is under the UUID that the reader maps to the part', async () => {
    const code = '48878d48-6f1d-47f5-8ded-a441d0d879d0';
    const mapping = { owner: 'oem', partner: 's1', scheme: 'part' as const, code: `urn:uuid:${code}`, means: 'a' };
    await record(doors.world, 'oem', say('identifier-mapped', mapping));
    const { body } = await get('oem', `s1/material-demand/${code}`);
    expect(body.materialGlobalAssetId).toBe(`urn:uuid:${code}`);
    expect((await get('s1', 'oem/material-demand/a')).body.materialGlobalAssetId).toBe(`urn:uuid:${asset}`);
  });
});

describe.skipIf(!process.env.INTAKT_DATA)('the published schemas (need INTAKT_DATA)', () => {
  test.each([
    ['item_stock/2.0.0/ItemStock', 's1', 'oem/item-stock/a/OUTBOUND', 'positions'],
    ['planned_production_output/2.0.0/PlannedProductionOutput', 's1', 'oem/planned-production/a', 'positions'],
    ['short_term_material_demand/1.0.0/ShortTermMaterialDemand', 'oem', 's1/material-demand/a', 'demandSeries'],
    ['delivery_information/2.0.0/DeliveryInformation', 's1', 'oem/delivery-information/a', 'positions'],
    ['days_of_supply/2.0.0/DaysOfSupply', 'oem', 's1/days-of-supply/a/INBOUND', 'allocatedDaysOfSupply'],
  ])('%s is what %s gets at %s', async (model, who, address, list) => {
    const ajv = new Ajv.default({ strict: false });
    addFormats.default(ajv);
    const schema = readFileSync(`${process.env.INTAKT_DATA}/catenax/${model}-schema.json`, 'utf8');
    const isValid = ajv.compile(JSON.parse(schema) as object);
    const { body } = await get(who, address);
    expect(body[list].length).toBeGreaterThan(0);
    expect(isValid(body), JSON.stringify(isValid.errors)).toBe(true);
  });
});
