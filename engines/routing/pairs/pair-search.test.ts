import { describe, expect, test } from 'vitest';
import { Random } from '../random.ts';
import { type PairedInstance, PairSearch } from './pair-search.ts';

/** Pairs on a square; clients 1, 3, 5 … are pick-ups, the next number is the delivery. */
function randomPairs(random: Random, pairs: number, maxRoutes: number): PairedInstance {
  const clients = 2 * pairs;
  const sites = clients + 1;
  const places = Array.from({ length: sites }, () => [random.below(60), random.below(60)] as const);
  const cost = Int32Array.from({ length: sites * sites }, (_, arc) => {
    const [from, to] = [places[Math.floor(arc / sites)]!, places[arc % sites]!];
    return Math.ceil(Math.hypot(from[0] - to[0], from[1] - to[1]));
  });
  const amounts = Array.from({ length: pairs }, () => 1 + random.below(8));
  const opens = Int32Array.from({ length: sites }, (_, i) => (i === 0 ? 0 : random.below(120)));
  return {
    clients,
    maxRoutes,
    capacity: 12,
    cost,
    time: cost,
    demand: Int32Array.from({ length: sites }, (_, i) =>
      i === 0 ? 0 : amounts[(i - 1) >> 1]! * (i % 2 === 1 ? 1 : -1),
    ),
    earliest: opens,
    latest: opens.map((from, i) => (i === 0 ? 600 : from + 100 + random.below(200))),
    service: new Int32Array(sites).fill(2, 1),
    partner: Int32Array.from({ length: sites }, (_, i) => (i === 0 ? 0 : i % 2 === 1 ? i + 1 : i - 1)),
  };
}

/** What a tour costs, or infinity where it breaks a rule; told by driving it. */
function drive(instance: PairedInstance, tour: readonly number[]): number {
  const sites = instance.clients + 1;
  let [cost, clock, load, from] = [0, 0, 0, 0];
  const seen = new Set<number>();
  for (const to of [...tour, 0]) {
    cost += instance.cost[from * sites + to]!;
    clock = Math.max(clock + instance.service[from]! + instance.time[from * sites + to]!, instance.earliest[to]!);
    load += instance.demand[to]!;
    seen.add(to);
    const broken = clock > instance.latest[to]! || load > instance.capacity;
    if (broken || (instance.demand[to]! < 0 && !seen.has(instance.partner[to]!))) return Number.POSITIVE_INFINITY;
    from = to;
  }
  return cost;
}

/** The optimum, by every tour of every set of pairs. */
function bruteForce(instance: PairedInstance, pairs: number): number {
  const cheapest = Array.from({ length: 1 << pairs }, (_, set) => {
    const clients = Array.from({ length: pairs }, (_, i) => i).flatMap((i) =>
      set & (1 << i) ? [2 * i + 1, 2 * i + 2] : [],
    );
    return set === 0 ? 0 : Math.min(...orders(clients).map((tour) => drive(instance, tour)));
  });
  const best = [0];
  for (let set = 1; set < 1 << pairs; set++) {
    best[set] = Number.POSITIVE_INFINITY;
    for (let part = set; part > 0; part = (part - 1) & set)
      best[set] = Math.min(best[set]!, cheapest[part]! + best[set ^ part]!);
  }
  return best[(1 << pairs) - 1]!;
}

function orders(items: number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

describe('pick-ups and deliveries', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'reach the optimum that brute force finds, in one of three tries (seed %i)',
    (seed) => {
      const instance = randomPairs(new Random(seed), 3, 3);
      const found = [1, 2, 3].map((start) => {
        const search = new PairSearch(instance, new Random(start));
        for (let i = 0; i < 600; i++) search.step(i / 600);
        return search.bestCost;
      });
      expect(Math.min(...found)).toBe(bruteForce(instance, 3));
    },
  );

  test('keep every rule in a larger problem, serve each client once, and say what the tours cost', () => {
    const instance = randomPairs(new Random(77), 25, 25);
    const search = new PairSearch(instance, new Random(5));
    for (let i = 0; i < 300; i++) search.step(i / 300);
    const { cost, tours } = search.best()!;
    expect(tours.reduce((sum, tour) => sum + drive(instance, tour), 0)).toBe(cost);
    expect(tours.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  test('are the same for the same seed and as many iterations', () => {
    const answer = () => {
      const search = new PairSearch(randomPairs(new Random(3), 12, 12), new Random(9));
      for (let i = 0; i < 150; i++) search.step(i / 150);
      return search.best();
    };
    expect(answer()).toEqual(answer());
  });
});
