import { expect, test } from 'vitest';
import type { MapAnswer } from '../capabilities/visibility/queries.ts';
import { patchPosition, patchPositions } from './patch-map.ts';

const consigned = {
  supplier: 'T1',
  customer: 'OEM',
  carrier: 'C',
  from: 'A',
  to: 'B',
  packages: null,
  grossMassKg: null,
  vehicle: null,
  mode: null,
  collectAt: '2026-03-02T06:00:00.000Z',
  expectedAt: '2026-03-02T12:00:00.000Z',
  departedAt: null,
  arrivedAt: null,
  heldAt: null,
  heldReason: null,
  transportReference: null,
  despatchNote: null,
  state: 'moving',
};
const map: MapAnswer = {
  sites: [],
  lanes: [],
  consignments: [
    { ...consigned, shipment: 'S1', longitude: 10, latitude: 50, positionAt: '2026-03-02T08:00:00.000Z' },
    { ...consigned, shipment: 'S2', longitude: null, latitude: null, positionAt: null },
  ],
};
const report = {
  shipment: 'S1',
  supplier: 'T1',
  customer: 'OEM',
  carrier: 'C',
  position: { longitude: 11, latitude: 51 },
  at: '2026-03-02T09:00:00.000Z',
  rows: 1,
  rowsHash: '',
};

test('a report moves its consignment and leaves the others alone', () => {
  const patched = patchPosition(map, report);
  expect(patched?.consignments[0]).toMatchObject({ longitude: 11, latitude: 51, positionAt: report.at });
  expect(patched?.consignments[1]).toBe(map.consignments[1]);
});

test('an older report never moves a consignment back', () => {
  expect(patchPosition(map, { ...report, at: '2026-03-02T07:59:00.000Z' })).toBe(map);
});

test('a report of an unknown consignment, or before the map is there, changes nothing', () => {
  expect(patchPosition(map, { ...report, shipment: 'S9' })).toBe(map);
  expect(patchPosition(undefined, report)).toBeUndefined();
});

test('positions of devices move what they name, and leave the map as it is where nothing is new', () => {
  const moved = { owner: 'T1', shipment: 'S2', longitude: 9, latitude: 48, at: '2026-03-02T09:00:00.000Z' };
  const patched = patchPositions(map, [moved, { ...moved, shipment: 'S9' }]);
  expect(patched?.consignments.map(({ longitude }) => longitude)).toEqual([10, 9]);
  expect(patchPositions(patched, [moved])).toBe(patched);
});

test('a digest without a position moves nothing', () => {
  expect(patchPosition(map, { ...report, position: undefined })).toBe(map);
});
