import { expect, test } from 'vitest';
import type { Driven, Report } from './drive-api.ts';
import { navigationUrl, nextStop, withWaiting } from './drive-state.ts';

const stop = (id: string, position: number, state = 'planned') => ({
  ...{ stop: id, position, state, arrivedAt: null, servedAt: null, loads: [], unloads: [] },
});
const TOUR = { stops: [stop('plant', 3), stop('s1', 1), stop('s2', 2)] } as unknown as Driven;
const report = (id: string, milestone: Report['milestone']): Report => ({
  ...{ id: `report-${id}-${milestone}`, stop: id, milestone, at: '2026-03-04T08:00:00.000Z' },
});

test('the next stop is the first that is not served, also by what still waits to be sent', () => {
  expect(nextStop(TOUR)?.stop).toBe('s1');
  expect(nextStop(withWaiting(TOUR, [report('s1', 'arrived')]))?.state).toBe('arrived');
  expect(nextStop(withWaiting(TOUR, [report('s1', 'arrived'), report('s1', 'collected')]))?.stop).toBe('s2');
});

test('a problem leaves the stop where it is', () => {
  expect(withWaiting(TOUR, [report('s1', 'problem')]).stops.map(({ state }) => state)).toEqual([
    'planned',
    'planned',
    'planned',
  ]);
});

test('places without coordinates cannot be navigated to', () => {
  expect(navigationUrl({ longitude: 12.4, latitude: 51.3 })).toBe('geo:51.3,12.4?q=51.3,12.4');
  expect(navigationUrl({ longitude: null, latitude: null })).toBeUndefined();
});
