import { describe, expect, test } from 'vitest';
import { BIZ_STEP_ROWS, DISPOSITION_STATUS, readCapture, stockMoves, VOCABULARIES } from './index.ts';

const PALLET = 'urn:epc:id:sscc:4012345.0000000333';
const LOT = 'urn:epc:class:lgtin:4012345.012345.L1';
const DOCK = 'urn:epc:id:sgln:4012345.00005.7';
const STORE = 'urn:epc:id:sgln:4012345.00005.0';

function movesOf(event: object) {
  const base = { eventTime: '2026-11-02T10:00:00Z', eventTimeZoneOffset: '+01:00', '@context': {} };
  const capture = readCapture({ type: 'ObjectEvent', action: 'OBSERVE', ...base, ...event });
  expect(capture.errors).toEqual([]);
  return capture.events.flatMap(stockMoves);
}

const GOODS = { epcList: [PALLET], quantityList: [{ epcClass: LOT, quantity: 500 }] };

test('the table has one row for each business step of CBV, and no disposition that CBV does not know', () => {
  expect(BIZ_STEP_ROWS.map(({ bizStep }) => bizStep).sort()).toEqual([...VOCABULARIES.bizStep.terms].sort());
  expect(Object.keys(DISPOSITION_STATUS).filter((term) => !VOCABULARIES.disposition.terms.has(term))).toEqual([]);
});

test('a goods receipt says what came in, in which handling unit, where, and by which despatch advice', () => {
  const bizTransactionList = [
    { type: 'po', bizTransaction: 'https://example.com/orders/5500012' },
    { type: 'desadv', bizTransaction: 'urn:epcglobal:cbv:bt:4012345000009:ASN-4711' },
  ];
  expect(
    movesOf({
      ...GOODS,
      bizStep: 'receiving',
      readPoint: { id: DOCK },
      bizLocation: { id: STORE },
      bizTransactionList,
    }),
  ).toEqual([
    {
      goods: { kind: 'class', epcClass: LOT, gtin: '04012345123456', lot: 'L1', epcs: [] },
      quantity: 500,
      uom: 'H87',
      ssccs: ['040123450000003338'],
      licencePlates: [],
      direction: 'in',
      location: STORE,
      gln: '4012345000054',
      bizStep: 'receiving',
      eventTime: '2026-11-02T10:00:00.000Z',
      references: bizTransactionList.map(({ type, bizTransaction: id }) => ({ type, id })),
      shipment: { type: 'desadv', id: 'urn:epcglobal:cbv:bt:4012345000009:ASN-4711', number: 'ASN-4711' },
    },
  ]);
});

test.each(BIZ_STEP_ROWS.map((row) => [row.bizStep, row] as const))(
  '%s does to stock what its row says',
  (bizStep, row) => {
    for (const action of ['ADD', 'OBSERVE', 'DELETE'] as const) {
      const applies = row.actions === undefined || row.actions.includes(action);
      const directions = movesOf({ ...GOODS, action, bizStep }).map((move) => move.direction);
      expect(directions, action).toEqual(applies && row.direction ? [row.direction] : []);
    }
  },
);

describe('status', () => {
  test.each([
    ['inspecting', {}, 'in-quality'],
    ['holding', {}, 'blocked'],
    ['inspecting', { disposition: 'conformant' }, 'available'],
    ['storing', { disposition: 'non_sellable_other' }, 'blocked'],
    ['receiving', { disposition: 'damaged' }, 'blocked'],
    ['storing', { persistentDisposition: { set: ['recalled'] }, disposition: 'available' }, 'blocked'],
    ['storing', { persistentDisposition: { unset: ['recalled'] } }, 'available'],
  ])('%s with %j leaves stock %s', (bizStep, change, status) => {
    expect(movesOf({ ...GOODS, bizStep, ...change })).toMatchObject([{ status }]);
  });

  test('goods on their way, or without any statement, have none', () => {
    expect(movesOf({ ...GOODS, bizStep: 'transporting', disposition: 'in_transit' })).toEqual([]);
    expect(movesOf(GOODS)).toEqual([]);
    expect(movesOf({ ...GOODS, bizStep: 'https://example.com/steps/painting' })).toEqual([]);
  });
});

test('serials of one class are counted, and handling units alone are what moved', () => {
  const serials = [
    'urn:epc:id:sgtin:4012345.011111.1',
    'urn:epc:id:sgtin:4012345.011111.2',
    'urn:epc:id:grai:4012345.00022.7',
  ];
  expect(movesOf({ epcList: serials, bizStep: 'shipping' })).toMatchObject([
    {
      goods: { epcClass: 'https://id.gs1.org/01/04012345111118', gtin: '04012345111118', epcs: serials.slice(0, 2) },
      quantity: 2,
    },
    { goods: { grai: '04012345000221', epcs: serials.slice(2) }, quantity: 1, direction: 'out' },
  ]);
  expect(movesOf({ epcList: [PALLET], bizStep: 'shipping' })).toMatchObject([
    { goods: { kind: 'handling-units' }, quantity: 1, uom: 'XPK', ssccs: ['040123450000003338'] },
  ]);
});

test('automotive identifiers are understood: parts with serials, licence plates, load carriers', () => {
  const part = (serial: number) => `urn:jaif:id:obj:37SUN321456789A111222333AB+${serial}`;
  const epcList = [part(1), part(2), 'urn:jaif:id:obj:6JUN321456789PAL1', 'urn:jaif:id:obj:28BUN3214567896429+77'];
  const shared = { direction: 'in', ssccs: [], licencePlates: ['UN321456789PAL1'] };
  expect(movesOf({ epcList, bizStep: 'receiving' })).toMatchObject([
    {
      ...shared,
      goods: {
        epcClass: 'urn:jaif:id:obj:25PUN321456789A111222333AB',
        partNumber: 'A111222333AB',
        company: 'UN321456789',
        epcs: [part(1), part(2)],
      },
      quantity: 2,
    },
    {
      ...shared,
      goods: { epcClass: 'urn:jaif:id:obj:28BUN3214567896429', loadCarrier: '6429', company: 'UN321456789' },
      quantity: 1,
    },
  ]);
  const quantityList = [{ epcClass: 'urn:jaif:id:obj:25PUN321456789A111222333AB', quantity: 40 }];
  expect(movesOf({ quantityList, bizStep: 'shipping' })).toMatchObject([
    { goods: { partNumber: 'A111222333AB' }, quantity: 40 },
  ]);
  expect(movesOf({ epcList: epcList.slice(2, 3), bizStep: 'shipping' })).toMatchObject([
    { goods: { kind: 'handling-units' }, quantity: 1 },
  ]);
});

test('a pallet with its boxes counts as its boxes, all of them named', () => {
  const boxes = ['urn:epc:id:sscc:4012345.0000000111', 'urn:epc:id:sscc:4012345.0000000222'];
  const unloading = {
    type: 'AggregationEvent',
    action: 'OBSERVE',
    parentID: PALLET,
    childEPCs: boxes,
    bizStep: 'unloading',
  };
  expect(movesOf(unloading)).toMatchObject([
    { quantity: 2, direction: 'in', ssccs: ['040123450000003338', '040123450000001112', '040123450000002225'] },
  ]);
});

test('what is loaded under a pallet goes out with it', () => {
  const loading = {
    type: 'AggregationEvent',
    action: 'ADD',
    parentID: PALLET,
    childQuantityList: [{ epcClass: LOT, quantity: 12, uom: 'KGM' }],
  };
  expect(movesOf({ ...loading, bizStep: 'loading', readPoint: { id: DOCK } })).toMatchObject([
    { direction: 'out', quantity: 12, uom: 'KGM', ssccs: ['040123450000003338'], location: DOCK },
  ]);
  expect(movesOf({ ...loading, bizStep: 'packing' })).toEqual([]);
});

test('a transformation uses up its inputs and makes its outputs', () => {
  const quantity = (epcClass: string, count: number) => [{ epcClass, quantity: count }];
  const event = {
    type: 'TransformationEvent',
    action: undefined,
    inputQuantityList: quantity(LOT, 4),
    outputQuantityList: quantity('https://example.com/parts/1K0', 1),
  };
  const { action, ...transformation } = event;
  const moves = readCapture({
    '@context': {},
    eventTime: '2026-11-02T10:00:00Z',
    eventTimeZoneOffset: '+01:00',
    ...transformation,
  }).events.flatMap(stockMoves);
  expect(action).toBeUndefined();
  expect(moves).toMatchObject([
    { direction: 'out', quantity: 4 },
    { direction: 'in', quantity: 1, goods: { epcClass: 'https://example.com/parts/1K0' } },
  ]);
});

test('an event declared wrong, and a transaction taken back, move nothing', () => {
  expect(
    movesOf({ ...GOODS, bizStep: 'receiving', errorDeclaration: { declarationTime: '2026-11-03T00:00:00Z' } }),
  ).toEqual([]);
  const bizTransactionList = [{ type: 'po', bizTransaction: 'urn:x:1' }];
  expect(
    movesOf({ ...GOODS, type: 'TransactionEvent', action: 'DELETE', bizStep: 'shipping', bizTransactionList }),
  ).toEqual([]);
});
