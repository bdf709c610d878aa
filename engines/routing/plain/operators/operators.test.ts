import { describe, expect, test } from 'vitest';
import { Random } from '../../random.ts';
import type { PlainInstance } from '../instance.ts';
import { LocalSearch } from '../local-search.ts';
import { randomInstance } from '../test-instances.ts';
import { OPERATORS } from './index.ts';

/** Cost plus penalties of all tours, added up node by node from the instance, as if nothing had been cached. */
function recompute(search: LocalSearch): number {
  const { routes } = search;
  const { instance } = routes;
  let sum = 0;
  for (const tour of toursOf(search)) sum += priceOf(search, tour, instance);
  return sum;
}

function priceOf({ routes }: LocalSearch, tour: number[], instance: PlainInstance): number {
  const sites = instance.clients + 1;
  let [cost, warp, clock, load, from] = [0, 0, instance.earliest[0]!, 0, 0];
  for (const to of [...tour, 0]) {
    cost += instance.cost[from * sites + to]!;
    clock += instance.time[from * sites + to]! + (from === 0 ? 0 : instance.service[from]!);
    clock = Math.max(clock, instance.earliest[to]!);
    warp += Math.max(0, clock - instance.latest[to]!);
    clock = Math.min(clock, instance.latest[to]!);
    load += to === 0 ? 0 : instance.demand[to]!;
    from = to;
  }
  return cost + warp * routes.warpWeight + Math.max(0, load - instance.capacity) * routes.loadWeight;
}

function toursOf({ routes }: LocalSearch): number[][] {
  return Array.from({ length: routes.instance.maxRoutes }, (_, route) => {
    const tour: number[] = [];
    for (let node = routes.next[routes.startOf(route)]!; node !== routes.endOf(route); node = routes.next[node]!) {
      tour.push(node);
      if (routes.route[node] !== route || routes.prev[routes.next[node]!] !== node)
        throw new Error(`client ${node} is linked wrongly in route ${route}`);
      if (tour.length > routes.instance.clients) throw new Error(`route ${route} runs in a circle`);
    }
    return tour;
  });
}

function randomTours(search: LocalSearch, random: Random): void {
  const { routes } = search;
  const { clients, maxRoutes } = routes.instance;
  routes.clear();
  for (let client = 1; client <= clients; client++) {
    const home = random.below(maxRoutes);
    const behind = random.below(2) === 0 ? routes.startOf(home) : routes.prev[routes.endOf(home)]!;
    routes.link(client, client, behind);
    routes.refresh(home);
  }
}

describe.each(OPERATORS)('$name', ({ improve }) => {
  test.each([
    ['windows and capacity', { windows: true, symmetric: true }],
    ['one-way streets', { windows: true, symmetric: false }],
    ['no windows', { windows: false, symmetric: true }],
  ])('changes cost and penalties by what it says, with %s', (_, kind) => {
    let moves = 0;
    for (let seed = 1; seed <= 15; seed++) {
      const random = new Random(seed);
      const search = new LocalSearch(randomInstance(random, { clients: 4 + random.below(14), ...kind }), random, 8);
      search.routes.reweigh(1 + random.below(20), 1 + random.below(5));
      randomTours(search, random);
      for (let tries = 0; tries < 40; tries++) {
        const before = recompute(search);
        const delta = improve(search, 1 + random.below(search.routes.instance.clients));
        if (delta === 0) continue;
        expect([recompute(search) - before, search.routes.penalised]).toEqual([delta, before + delta]);
        expect(toursOf(search).flat().length).toBe(search.routes.instance.clients);
        moves++;
      }
    }
    expect(moves > 5).toBe(kind.symmetric || improve !== OPERATORS.find(({ name }) => name === 'reverse')!.improve);
  });
});
