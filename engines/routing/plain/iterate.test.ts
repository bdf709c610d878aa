import { describe, expect, test } from 'vitest';
import { Random } from '../random.ts';
import type { PlainInstance } from './instance.ts';
import { IteratedSearch } from './iterate.ts';
import { randomInstance } from './test-instances.ts';

function solve(instance: PlainInstance, seed: number, iterations: number): IteratedSearch {
  const search = new IteratedSearch(instance, new Random(seed));
  for (let i = 0; i < iterations; i++) search.step(i / iterations);
  return search;
}

/** Cost of a tour in the only order that matters: infinite where it is late or too heavy. */
function drive(instance: PlainInstance, tour: readonly number[]): number {
  const sites = instance.clients + 1;
  let [cost, clock, load, from] = [0, instance.earliest[0]!, 0, 0];
  for (const to of [...tour, 0]) {
    cost += instance.cost[from * sites + to]!;
    clock += (from === 0 ? 0 : instance.service[from]!) + instance.time[from * sites + to]!;
    clock = Math.max(clock, instance.earliest[to]!);
    load += to === 0 ? 0 : instance.demand[to]!;
    if (clock > instance.latest[to]! || load > instance.capacity) return Number.POSITIVE_INFINITY;
    from = to;
  }
  return cost;
}

/** Cheapest tour over each set of clients, then the cheapest partition into no more tours than there are trucks. */
function bruteForce(instance: PlainInstance): number {
  const all = (1 << instance.clients) - 1;
  const cheapest = Array.from({ length: all + 1 }, (_, set) => cheapestTour(instance, set));
  let best = cheapest.map((_, set) => (set === 0 ? 0 : Number.POSITIVE_INFINITY));
  for (let truck = 0; truck < Math.min(instance.maxRoutes, instance.clients); truck++) {
    const more = [...best];
    for (let set = 1; set <= all; set++)
      for (let part = set; part > 0; part = (part - 1) & set)
        more[set] = Math.min(more[set]!, best[set ^ part]! + cheapest[part]!);
    best = more;
  }
  return best[all]!;
}

function cheapestTour(instance: PlainInstance, set: number, tour: number[] = []): number {
  if (set === 0) return drive(instance, tour);
  let least = Number.POSITIVE_INFINITY;
  for (let client = 1; client <= instance.clients; client++) {
    const bit = 1 << (client - 1);
    if (set & bit) least = Math.min(least, cheapestTour(instance, set ^ bit, [...tour, client]));
  }
  return least;
}

describe('iterated local search', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('finds the optimum that brute force finds (seed %i)', (seed) => {
    const random = new Random(seed);
    const kind = { clients: 6, windows: seed % 3 !== 0, symmetric: seed % 2 === 0 };
    const instance = randomInstance(random, kind);
    expect(solve(instance, seed, 1500).bestCost).toBe(bruteForce(instance));
  });

  test('says what its tours cost, and they keep every rule', () => {
    const instance = {
      ...randomInstance(new Random(4), { clients: 60, windows: false, symmetric: true }),
      maxRoutes: 30,
    };
    const { cost, tours } = solve(instance, 4, 400).best()!;
    expect(tours.reduce((sum, tour) => sum + drive(instance, tour), 0)).toBe(cost);
    expect(tours.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  test('gives the same answer for the same seed and as many iterations', () => {
    const instance = {
      ...randomInstance(new Random(8), { clients: 30, windows: true, symmetric: true }),
      maxRoutes: 30,
    };
    const again = { ...instance };
    expect(solve(instance, 2, 300).best()).toEqual(solve(again, 2, 300).best());
  });

  test('goes on from cheaper tours of others', () => {
    const instance = {
      ...randomInstance(new Random(6), { clients: 40, windows: false, symmetric: true }),
      maxRoutes: 20,
    };
    const good = solve(instance, 1, 600).best()!;
    const search = new IteratedSearch(instance, new Random(2));
    search.adopt(good);
    expect(search.bestCost).toBe(Math.min(good.cost, search.bestCost));
    expect(search.best()!.cost).toBeLessThanOrEqual(good.cost);
  });
});
