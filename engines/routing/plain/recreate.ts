import type { LocalSearch } from './local-search.ts';
import type { Removed } from './ruins/ruin.ts';
import { warpThrough } from './warp.ts';

/** A position is overlooked with this chance, so that the same clients do not always come back to the same places. */
const BLINK = 0.01;

/** Puts clients back one by one, each where it costs least, violations priced in. */
export function recreate(search: LocalSearch, removed: Removed): void {
  for (let i = 0; i < removed.count; i++) {
    const client = removed.clients[i]!;
    const behind = cheapestPlace(search, client, removed.newRouteAllowed);
    search.journal.touch(search.routes.route[behind]!);
    search.routes.link(client, client, behind);
    search.settle(search.routes.route[behind]!, search.routes.route[behind]!);
  }
}

/** The cheapest place so far; `cost[0]` is a cell of a typed array, where a number needs no memory of its own. */
const best = { cost: new Float64Array(1), behind: -1 };

function cheapestPlace(search: LocalSearch, client: number, newRouteAllowed: boolean): number {
  const { routes, neighbours, width, random } = search;
  const { route, prev, sites } = routes;
  const { cost } = routes.instance;
  best.cost[0] = Number.POSITIVE_INFINITY;
  best.behind = -1;
  for (let i = client * width, end = i + width; i < end; i++) {
    const near = neighbours[i]!;
    if (route[near]! < 0) continue;
    if (random.unit() >= BLINK) tryBehind(search, client, near);
    if (random.unit() >= BLINK) tryBehind(search, client, prev[near]!);
  }
  if (newRouteAllowed && cost[client]! + cost[client * sites]! < best.cost[0]!) {
    const empty = routes.size.indexOf(0);
    if (empty >= 0) tryBehind(search, client, routes.startOf(empty));
  }
  if (best.behind < 0) tryEverywhere(search, client);
  return best.behind;
}

function tryBehind({ routes }: LocalSearch, client: number, behind: number): void {
  const { next, site, sites, route, load, demand, penalty, loadWeight, warpWeight, onward, into } = routes;
  const { cost, capacity } = routes.instance;
  const limit = best.cost[0]!;
  const after = next[behind]!;
  const own = client * sites;
  const home = route[behind]!;
  let added = into[own + site[behind]!]! + cost[own + site[after]!]! - onward[behind]!;
  if (added >= limit) return;
  added += Math.max(0, load[home]! + demand[client]! - capacity) * loadWeight - penalty[home]!;
  if (added >= limit) return;
  added += warpThrough(routes, behind, client, client, after) * warpWeight;
  if (added >= limit) return;
  best.cost[0] = added;
  best.behind = behind;
}

function tryEverywhere(search: LocalSearch, client: number): void {
  const { routes } = search;
  for (let home = 0; home < routes.size.length; home++) {
    const end = routes.endOf(home);
    for (let node = routes.startOf(home); node !== end; node = routes.next[node]!) tryBehind(search, client, node);
  }
}
