import { describe, expect, test } from 'vitest';
import { Random } from '../random.ts';
import { IteratedSearch } from './iterate.ts';
import { loadPartitioner } from './partition.ts';
import { RoutePool } from './route-pool.ts';
import { randomInstance } from './test-instances.ts';

const partition = await loadPartitioner();

/** Six clients on a line at 1 … 6 from the depot: a tour costs twice its farthest client. */
const sites = 7;
const line = {
  ...randomInstance(new Random(1), { clients: 6, windows: false, symmetric: true }),
  cost: Int32Array.from({ length: sites * sites }, (_, arc) => Math.abs(Math.floor(arc / sites) - (arc % sites))),
};

function poolOf(...tours: number[][]): RoutePool {
  const pool = new RoutePool(6, 100, new Random(3));
  pool.addTours(line, tours);
  return pool;
}

describe('set partitioning over a pool of tours', () => {
  const known = {
    cost: 2 + 4 + 12,
    tours: [[1], [2], [3, 4, 5, 6]],
  };
  test.each([
    ['puts halves of two solutions together', [[1, 2], [3], [4, 5, 6]], 3, 4 + 12, 2],
    [
      'does without what is dearer',
      [
        [1, 6],
        [2, 5],
        [3, 4],
      ],
      3,
      undefined,
      undefined,
    ],
    ['drives no more tours than there are trucks', [[1, 2]], 1, undefined, undefined],
    ['takes one tour that visits all', [[1, 2, 3, 4, 5, 6]], 3, 12, 1],
  ])('%s', (_, more, trucks, cost, count) => {
    const better = partition(poolOf(...known.tours, ...more), known, trucks);
    expect([better?.cost, better?.tours.length]).toEqual([cost, count]);
  });

  test('keeps of one set of clients the cheapest order, and forgets the oldest', () => {
    const pool = poolOf([2, 1, 3], [3, 2, 1], [1, 2, 3]);
    expect([...pool].map(({ cost }) => cost)).toEqual([6]);
    const small = new RoutePool(6, 2, new Random(3));
    small.addTours(line, [[1], [2], [3]]);
    expect([...small].map(({ clients }) => [...clients])).toEqual([[2], [3]]);
  });

  test('makes a search no worse, and the same for the same seed', () => {
    const instance = {
      ...randomInstance(new Random(12), { clients: 16, windows: false, symmetric: true }),
      maxRoutes: 16,
    };
    const solve = () => {
      const search = new IteratedSearch(instance, new Random(5), partition);
      for (let i = 0; i < 2600; i++) search.step(i / 2600);
      return search.best()!;
    };
    const first = solve();
    expect(solve()).toEqual(first);
    expect(first.tours.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
  });
});
