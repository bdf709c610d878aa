import { LATEST, LEAVES, type Routes } from '../plain/routes.ts';
import type { Random } from '../random.ts';

/** A position is overlooked with this chance (Christiaens and Vanden Berghe 2020, section 5.3). */
const BLINK = 0.01;

/** Where a pick-up and its delivery would go: each behind a node; `pickupBehind` −1 where they fit nowhere. */
export interface PairPlace {
  cost: number;
  pickupBehind: number;
  /** The pick-up itself, where the delivery follows at once. */
  deliveryBehind: number;
}

/**
 * Improves `best` by the cheapest way to put a pair into one route such that every window, the capacity and the precedence hold.
 * From each place of the pick-up, the tour is driven on only as far as it stays in time; what comes behind the delivery is
 * looked up in the latest start that the rest of the tour bears.
 */
export function tryRoute(
  routes: Routes,
  route: number,
  [pickup, delivery]: readonly [number, number],
  best: PairPlace,
  random: Random,
): void {
  const { next, site, sites, segment, loadUpTo, demand, earliest, latest, service } = routes;
  const { cost, time, capacity } = routes.instance;
  const end = routes.endOf(route);
  const amount = demand[pickup]!;
  for (let at = routes.startOf(route); at !== end; at = next[at]!) {
    const row = site[at]! * sites;
    const arrival = segment[4 * at + LEAVES]! + time[row + pickup]!;
    // Whoever is late for the pick-up here is late for it from here on, since time only grows along a tour.
    if (segment[4 * at + LEAVES]! > latest[pickup]!) return;
    if (arrival > latest[pickup]! || loadUpTo[at]! + amount > capacity || random.unit() < BLINK) continue;
    const behind = next[at]!;
    const detour = cost[row + pickup]! - cost[row + site[behind]!]!;
    let clock = Math.max(arrival, earliest[pickup]!) + service[pickup]!;
    const direct = detour + cost[pickup * sites + delivery]! + cost[delivery * sites + site[behind]!]!;
    if (direct < best.cost && isInTime(routes, pickup, delivery, clock, behind)) {
      best.cost = direct;
      best.pickupBehind = at;
      best.deliveryBehind = pickup;
    }
    const added = detour + cost[pickup * sites + site[behind]!]!;
    let from = pickup;
    for (let node = behind; node !== end; from = node, node = next[node]!) {
      clock += time[from * sites + node]!;
      if (clock > segment[4 * node + LATEST]! || loadUpTo[node]! + amount > capacity) break;
      clock = Math.max(clock, earliest[node]!) + service[node]!;
      const onward = next[node]!;
      const total =
        added +
        cost[node * sites + delivery]! +
        cost[delivery * sites + site[onward]!]! -
        cost[node * sites + site[onward]!]!;
      if (total >= best.cost || !isInTime(routes, node, delivery, clock, onward)) continue;
      best.cost = total;
      best.pickupBehind = at;
      best.deliveryBehind = node;
    }
  }
}

/** Whether a truck that leaves `from` at `clock` delivers in time and is then in time for all that follows. */
function isInTime(routes: Routes, from: number, delivery: number, clock: number, onward: number): boolean {
  const { site, sites, segment, earliest, latest, service } = routes;
  const { time } = routes.instance;
  const arrival = clock + time[from * sites + delivery]!;
  if (arrival > latest[delivery]!) return false;
  const leaves = Math.max(arrival, earliest[delivery]!) + service[delivery]!;
  return leaves + time[delivery * sites + site[onward]!]! <= segment[4 * onward + LATEST]!;
}
