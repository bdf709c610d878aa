import { beforeEach, expect, test } from 'vitest';
import { DEBOUNCE_MS, LONGEST_WAIT_MS, StaleRoots } from './staleness.ts';
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
  expect(pending?.delayMs).toBe(DEBOUNCE_MS);
  pending?.work();
  expect(refreshed).toEqual([['today', 'map']]);
});

test('events without a pause do not put the refresh off for ever', () => {
  for (let now = 0; now < LONGEST_WAIT_MS; now += 90) stale.add(['stock'], now);
  expect(pending?.delayMs).toBeLessThan(DEBOUNCE_MS);
});

test('after a refresh the next event begins anew', () => {
  stale.add(['stock'], 0);
  pending?.work();
  stale.add(['map'], 5000);
  expect(pending?.delayMs).toBe(DEBOUNCE_MS);
  pending?.work();
  expect(refreshed).toEqual([['stock'], ['map']]);
});

test('an event that touches nothing schedules nothing', () => {
  stale.add([], 0);
  expect(pending).toBeUndefined();
});
