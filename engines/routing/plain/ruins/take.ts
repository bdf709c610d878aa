import type { LocalSearch } from '../local-search.ts';
import { RUINS } from './index.ts';
import type { Removed } from './ruin.ts';

const ALL_WEIGHTS = RUINS.reduce((sum, { weight }) => sum + weight, 0);

/** Draws a ruin, takes what it chose out of the tours, and puts the clients into the order in which they shall come back. */
export function takeOut(search: LocalSearch, removed: Removed): void {
  removed.count = 0;
  removed.newRouteAllowed = true;
  removed.around.length = 0;
  drawRuin(search).choose(search, removed);
  const { routes, journal } = search;
  for (let i = 0; i < removed.count; i++) journal.touch(routes.route[removed.clients[i]!]!);
  routes.tick++;
  for (let i = 0; i < removed.count; i++) {
    const client = removed.clients[i]!;
    removed.around.push(routes.prev[client]!, routes.next[client]!);
    routes.unlink(client, client);
  }
  for (let i = 0; i < removed.count; i++) {
    const home = routes.route[removed.clients[i]!]!;
    if (routes.changedAt[home] !== routes.tick) routes.refresh(home);
  }
  for (let i = 0; i < removed.count; i++) routes.route[removed.clients[i]!] = -1;
  arrange(search, removed);
}

function drawRuin({ random }: LocalSearch): (typeof RUINS)[number] {
  let draw = random.below(ALL_WEIGHTS);
  let which = 0;
  while (draw >= RUINS[which]!.weight) draw -= RUINS[which++]!.weight;
  return RUINS[which]!;
}

/** By chance in four cases of eight; else heaviest, farthest, nearest or tightest first (Christiaens and Vanden Berghe 2020). */
function arrange({ routes, random }: LocalSearch, { clients, count }: Removed): void {
  const { cost, demand, earliest, latest } = routes.instance;
  const { sites } = routes;
  random.shuffle(clients, count);
  const list = clients.subarray(0, count);
  const draw = random.below(8);
  if (draw === 4) list.sort((a, b) => demand[b]! - demand[a]!);
  else if (draw === 5) list.sort((a, b) => cost[b * sites]! - cost[a * sites]!);
  else if (draw === 6) list.sort((a, b) => cost[a * sites]! - cost[b * sites]!);
  else if (draw === 7) list.sort((a, b) => latest[a]! - earliest[a]! - latest[b]! + earliest[b]!);
}
