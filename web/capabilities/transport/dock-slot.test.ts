import { expect, test } from 'vitest';
import { fieldOf, givesSlot, instantOf, lateForSlot } from './dock-slot.ts';

const slot = {
  ...{ state: 'confirmed' as const, wantedFrom: '2026-03-04T09:00:00.000Z', unloadingMinutes: 40, bay: 1 },
  ...{ from: '2026-03-04T09:00:00.000Z', to: '2026-03-04T09:40:00.000Z' },
};

test.each([
  ['in time', '2026-03-04T08:50:00.000Z', 'planned', slot, 0],
  ['within what it is let', '2026-03-04T09:15:00.000Z', 'planned', slot, 0],
  ['later', '2026-03-04T09:16:00.000Z', 'planned', slot, 16],
  ['later, and stands at the gate', '2026-03-04T10:00:00.000Z', 'arrived', slot, 60],
  ['later, and was unloaded', '2026-03-04T10:00:00.000Z', 'served', slot, 0],
  ['later than it only asks for', '2026-03-04T10:00:00.000Z', 'planned', { ...slot, state: 'requested' as const }, 0],
  ['whenever, without a slot', '2026-03-04T10:00:00.000Z', 'planned', null, 0],
])('a truck that comes %s', (_, expectedAt, state, dockSlot, late) => {
  expect(lateForSlot({ expectedAt, state, dockSlot })).toBe(late);
});

test('slots are given by who has the docks: the receiver, else the customer; not where a supplier takes its empties in', () => {
  const stop = { customer: 'oem', receiver: null, supplier: null, unloads: [{}] as never[], state: 'planned' };
  expect([givesSlot(stop, 'oem'), givesSlot(stop, 'c1')]).toEqual([true, false]);
  expect([
    givesSlot({ ...stop, receiver: 'hub' }, 'oem'),
    givesSlot({ ...stop, receiver: 'hub' }, 'hub'),
    givesSlot({ ...stop, supplier: 's1' }, 'oem'),
    givesSlot({ ...stop, unloads: [] }, 'oem'),
    givesSlot({ ...stop, state: 'served' }, 'oem'),
  ]).toEqual([false, true, false, false, false]);
});

test('a field for day and time says the same instant back', () => {
  expect(instantOf(fieldOf('2026-03-04T09:40:00.000Z'))).toBe('2026-03-04T09:40:00.000Z');
  expect(instantOf('')).toBeUndefined();
});
