import { expect, test } from 'vitest';
import { arc, boundsOf, consignmentFeatures, laneFeatures } from './map-features.ts';
import { GLIDE_MS, glideAt, isGliding, nextGlides } from './moving.ts';
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

test('a consignment is drawn as late once its time has passed', () => {
  const iconAt = (now: string) =>
    consignmentFeatures([consignment], Date.parse(now), () => plant).features[0]?.properties?.icon;
  expect(iconAt('2026-03-02T11:00:00Z')).toBe('truck-green');
  expect(iconAt('2026-03-02T13:00:00Z')).toBe('truck-red');
});

test('a new report glides from where the consignment is drawn, not from where it was reported', () => {
  const standing = nextGlides(new Map(), [consignment], 0);
  expect(isGliding(standing.get('S1')!, 0)).toBe(false);
  const moving = nextGlides(standing, [{ ...consignment, longitude: 17 }], 1000);
  expect(glideAt(moving.get('S1')!, 1000).longitude).toBe(15);
  expect(glideAt(moving.get('S1')!, 1000 + GLIDE_MS / 2).longitude).toBeCloseTo(16);
  const again = nextGlides(moving, [{ ...consignment, longitude: 18 }], 1000 + GLIDE_MS / 2);
  expect(again.get('S1')!.from.longitude).toBeCloseTo(16);
  expect(glideAt(again.get('S1')!, 99_999).longitude).toBe(18);
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
