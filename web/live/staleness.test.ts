import { beforeEach, expect, test } from 'vitest';
import { IN_BURSTS, StaleRoots } from './staleness.ts';
import type { QueryRoot } from './touched.ts';

let pending: { work: () => void; delayMs: number } | undefined;
let refreshed: QueryRoot[][];
let stale: StaleRoots;

beforeEach(() => {
  pending = undefined;
  refreshed = [];
  const schedule = (work: () => void, delayMs: number): unknown => {
    pending = { work, delayMs };
    return pending;
  };
  stale = new StaleRoots(
    IN_BURSTS,
    (roots) => refreshed.push(roots),
    schedule,
    () => {
      pending = undefined;
    },
  );
});

test('a burst of events refreshes each answer once', () => {
  stale.add(['today', 'map'], 0);
  stale.add(['today'], 20);
  expect(pending?.delayMs).toBe(IN_BURSTS.pauseMs);
  pending?.work();
  expect(refreshed).toEqual([['today', 'map']]);
});

test('events without a pause do not put the refresh off for ever', () => {
  for (let now = 0; now < IN_BURSTS.longestMs; now += 90) stale.add(['stock'], now);
  expect(pending?.delayMs).toBeLessThan(IN_BURSTS.pauseMs);
});

test('after a refresh the next event begins anew', () => {
  stale.add(['stock'], 0);
  pending?.work();
  stale.add(['map'], 5000);
  expect(pending?.delayMs).toBe(IN_BURSTS.pauseMs);
  pending?.work();
  expect(refreshed).toEqual([['stock'], ['map']]);
});

test('an event that touches nothing schedules nothing', () => {
  stale.add([], 0);
  expect(pending).toBeUndefined();
});
