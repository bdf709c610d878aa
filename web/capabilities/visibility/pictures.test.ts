import { expect, test } from 'vitest';
import { arc, boundsOf, laneFeatures } from './map-features.ts';
import { GLIDE_MS, glideAt, nextGlides } from './moving.ts';
import { bodyAt, FLOATS_PER_BODY, latestStart, packBodies } from './moving-bodies.ts';
import { stateOnTheWay } from './on-the-way.ts';
import { stockByStatus } from './stock-rows.ts';
import { unitTree } from './unit-tree.ts';

const NOWHERE = { city: null, country: null };
const plant = { id: 'PLANT', owner: 'OEM', name: 'Plant', kind: 'plant', ...NOWHERE, longitude: 12, latitude: 51 };
const supplier = {
  id: 'T1',
  owner: 'T1',
  name: 'Supplier',
  kind: 'supplier-plant',
  ...NOWHERE,
  longitude: 18,
  latitude: 49,
};
const consignment = {
  shipment: 'S1',
  supplier: 'T1',
  customer: 'OEM',
  carrier: 'C',
  packages: null,
  grossMassKg: null,
  vehicle: null,
  mode: null,
  collectAt: '2026-03-02T06:00:00Z',
  positionAt: null,
  departedAt: null,
  arrivedAt: null,
  heldAt: null,
  heldReason: null,
  transportReference: null,
  despatchNote: null,
  longitude: 15,
  latitude: 50,
  expectedAt: '2026-03-02T12:00:00Z',
  from: 'T1',
  to: 'PLANT',
  state: 'moving',
};

test('an arc begins and ends at its sites and leaves the straight line between them', () => {
  const line = arc(supplier, plant);
  expect(line[0]).toEqual([18, 49]);
  expect(line.at(-1)).toEqual([12, 51]);
  expect(line[12]).not.toEqual([15, 50]);
});

test('a lane whose site is not shared with us is not drawn', () => {
  const terms = { customer: 'OEM', supplier: 'T1', mode: 'road' as const, leadTimeDays: 2 };
  const lanes = [
    { ...terms, from: 'T1', to: 'PLANT', parts: 3 },
    { ...terms, from: 'T9', to: 'PLANT', parts: 1 },
  ];
  expect(laneFeatures({ sites: [plant, supplier], lanes }).features).toHaveLength(1);
  expect(boundsOf([plant, supplier])).toEqual([12, 49, 18, 51]);
  expect(boundsOf([])).toBeUndefined();
});

test('a consignment is late once its time has passed', () => {
  const stateAt = (now: string) => stateOnTheWay(consignment, Date.parse(now));
  expect(stateAt('2026-03-02T11:00:00Z')).toBe('on-time');
  expect(stateAt('2026-03-02T13:00:00Z')).toBe('late');
});

test('a new report glides from where the consignment is drawn, not from where it was reported', () => {
  const standing = nextGlides(new Map(), [consignment], 0);
  expect(latestStart(standing)).toBe(-GLIDE_MS);
  const moving = nextGlides(standing, [{ ...consignment, longitude: 17 }], 1000);
  expect(glideAt(moving.get('S1')!, 1000).longitude).toBe(15);
  expect(glideAt(moving.get('S1')!, 1000 + GLIDE_MS / 2).longitude).toBeCloseTo(16);
  const again = nextGlides(moving, [{ ...consignment, longitude: 18 }], 1000 + GLIDE_MS / 2);
  expect(again.get('S1')!.from.longitude).toBeCloseTo(16);
  expect(glideAt(again.get('S1')!, 99_999).longitude).toBe(18);
});

test('what moves is packed with the late on top, and found again where it is drawn', () => {
  const north = { ...consignment, shipment: 'S2', longitude: 0, latitude: 0 };
  const standing = nextGlides(new Map(), [consignment, north], 0);
  const moving = nextGlides(standing, [consignment, { ...north, longitude: 90 }], 1000);
  const packed = packBodies(moving, new Map([['S1', 'red']]), 400);
  const [s2, s1] = [packed.slice(0, FLOATS_PER_BODY), packed.slice(FLOATS_PER_BODY)];
  expect([...s2]).toEqual([0.5, 0.5, 0.75, 0.5, 600, 0]);
  expect(s1[0]).toBeCloseTo(15 / 360 + 0.5);
  expect(s1[1]).toBeCloseTo(0.339_17);
  expect([...s1.slice(4)]).toEqual([-GLIDE_MS - 400, 2]);
  const half = { longitude: 45, latitude: 0 };
  expect(bodyAt(moving, half, 0.001, 1000 + GLIDE_MS / 2)).toBe('S2');
  expect(bodyAt(moving, half, 0.001, 1000)).toBeUndefined();
  expect(bodyAt(moving, { longitude: 15.1, latitude: 50 }, 0.001, 1000)).toBe('S1');
});

test('what is at a pole is packed at the edge of the map', () => {
  const pole = nextGlides(new Map(), [{ ...consignment, latitude: 90 }], 0);
  expect(packBodies(pole, new Map(), 0)[1]).toBeCloseTo(0);
});

test('boxes stand on their pallets, and a ring of units does not hang the screen', () => {
  const tree = unitTree([{ unit: 'B1', parent: 'P1' }, { unit: 'P1' }, { unit: 'B2', parent: 'P9' }]);
  expect(tree.map(({ unit, children }) => [unit.unit, children.length])).toEqual([
    ['P1', 1],
    ['B2', 0],
  ]);
  expect(
    unitTree([
      { unit: 'A', parent: 'B' },
      { unit: 'B', parent: 'A' },
    ]),
  ).toHaveLength(2);
});

test('statuses of one part at one site stand beside each other', () => {
  const row = { owner: 'OEM', site: 'PLANT', part: 'P1', unit: 'H87', eventId: 'e1', countedAt: null };
  const [one, ...others] = stockByStatus([
    { ...row, status: 'available', quantity: 100, movedAt: '2026-03-01T00:00:00Z' },
    { ...row, status: 'blocked', quantity: 5, movedAt: '2026-03-02T00:00:00Z', countedAt: '2026-02-01T00:00:00Z' },
  ]);
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    available: 100,
    blocked: 5,
    'in-quality': 0,
    movedAt: '2026-03-02T00:00:00Z',
    countedAt: '2026-02-01T00:00:00Z',
  });
});
