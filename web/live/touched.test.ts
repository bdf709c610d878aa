import { EVENT_TYPES } from '@intakt/contract';
import { expect, test } from 'vitest';
import { TOUCHED, touchedBy } from './touched.ts';

test('every event of the contract says which answers it makes stale', () => {
  expect(Object.keys(TOUCHED).sort()).toEqual([...EVENT_TYPES].sort());
});

test('a despatch moves the shipments, the map, the projection and Today', () => {
  expect(touchedBy('shipment-despatched')).toEqual(expect.arrayContaining(['shipments', 'map', 'projection', 'today']));
});

test('a position is patched, not asked for again', () => {
  expect(touchedBy('position-reported')).toEqual([]);
});

test('an event that this version does not know refreshes what is derived from facts', () => {
  expect(touchedBy('dock-booked')).toContain('today');
});
