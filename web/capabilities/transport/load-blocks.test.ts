import { expect, test } from 'vitest';
import { loadBlocks } from './load-blocks.ts';
import type { Plan, PlanTour } from './queries.ts';

const PLAN = {
  orders: [
    { id: 'a', to: 'north', goods: { loadingMeters: 4 } },
    { id: 'b', to: 'south', goods: { loadingMeters: 3 } },
    { id: 'c', to: 'south', goods: { loadingMeters: 2 } },
  ],
} as unknown as Plan;
const tour = (...deliveries: string[]): PlanTour =>
  ({
    stops: [
      ...['a', 'b', 'c'].map((order) => ({ order, at: 'pickup' })),
      ...deliveries.map((order) => ({ order, at: 'delivery' })),
    ],
  }) as unknown as PlanTour;

test('goods stand from the front in the order in which they are fetched', () => {
  expect(loadBlocks(PLAN, tour('b', 'c', 'a')).map(({ fromMeters, toMeters }) => [fromMeters, toMeters])).toEqual([
    [0, 4],
    [4, 7],
    [7, 9],
  ]);
});

test('what leaves first must not stand behind what leaves later', () => {
  expect(loadBlocks(PLAN, tour('b', 'c', 'a')).map(({ blocked }) => blocked)).toEqual([false, false, false]);
  expect(loadBlocks(PLAN, tour('a', 'b', 'c')).map(({ blocked }) => blocked)).toEqual([true, false, false]);
});
