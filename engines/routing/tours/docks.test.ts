import { expect, test } from 'vitest';
import { Docks } from './docks.ts';

const UNLIMITED = Number.POSITIVE_INFINITY;

/** One place with two bays, taken 0–100 and 50–150 by tours 1 and 2, and 300–400 by tour 1. */
function twoBays(): Docks {
  const docks = new Docks(Float64Array.of(2, UNLIMITED));
  docks.take(0, { tour: 1, from: 0, until: 100 });
  docks.take(0, { tour: 2, from: 50, until: 150 });
  docks.take(0, { tour: 1, from: 300, until: 400 });
  return docks;
}

test.each([
  ['one bay is free until 50', 0, 50, 3, 0],
  ['both are taken between 50 and 100', 0, 60, 3, 100],
  ['coming while both are taken', 70, 10, 3, 100],
  ['after all', 500, 1000, 3, 500],
  ['a tour is not in its own way', 0, 60, 1, 0],
])('%s', (_, clock, seconds, tour, from) => {
  expect(twoBays().freeFrom(0, clock, seconds, tour)).toBe(from);
});

test('what is released is free', () => {
  const docks = twoBays();
  docks.release(1);
  expect(docks.freeFrom(0, 0, 60, 3)).toBe(0);
});

test('a place without a number of bays is not limited', () => {
  expect([twoBays().isLimited(0), twoBays().isLimited(1)]).toEqual([true, false]);
});
