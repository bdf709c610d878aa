import type { LocalSearch } from '../local-search.ts';
import type { Routes } from '../routes.ts';
import { warpThrough } from '../warp.ts';
import type { Operator } from './operator.ts';

const LONGEST = 3;

/** Moves one to three clients in a row next to a neighbour in another tour (Or 1976, between tours). */
export const relocate: Operator = {
  name: 'relocate',
  improve(search, node) {
    const { clients } = search.routes.instance;
    let [first, last] = [node, node];
    for (let length = 1; length <= LONGEST; length++) {
      if (last <= clients) {
        const delta = moveBehindNeighbour(search, node, last);
        if (delta < 0) return delta;
      }
      if (first <= clients) {
        const delta = moveBeforeNeighbour(search, first, node);
        if (delta < 0) return delta;
      }
      if (last <= clients) last = search.routes.next[last]!;
      if (first <= clients) first = search.routes.prev[first]!;
    }
    return moveToEmptyRoute(search, node);
  },
};

function moveBehindNeighbour(search: LocalSearch, first: number, last: number): number {
  const { routes, neighbours, width, testedAt } = search;
  const { route, next, prev, site, sites, penalty, changedAt, onward, into } = routes;
  const { cost } = routes.instance;
  const mine = route[first]!;
  const before = prev[first]!;
  const after = next[last]!;
  const row = last * sites;
  const column = first * sites;
  const gain = onward[before]! + onward[last]! - cost[site[before]! * sites + site[after]!]!;
  const tested = changedAt[mine]! > testedAt[first]! ? -1 : testedAt[first]!;
  const bound = gain + penalty[mine]!;
  for (let i = first * width, end = i + width; i < end; i++) {
    const to = neighbours[i]!;
    const other = route[to]!;
    if (other === mine || other < 0 || changedAt[other]! <= tested) continue;
    const added = into[column + to]! + cost[row + site[next[to]!]!]! - onward[to]!;
    if (added >= bound + penalty[other]!) continue;
    const delta = added - gain + penaltyChange(routes, first, last, to, added - gain);
    if (delta < 0) return move(search, first, last, to, delta);
  }
  return 0;
}

function moveBeforeNeighbour(search: LocalSearch, first: number, last: number): number {
  const { routes, neighbours, width, testedAt } = search;
  const { route, next, prev, site, sites, penalty, changedAt, onward, into } = routes;
  const { cost } = routes.instance;
  const mine = route[last]!;
  const before = prev[first]!;
  const after = next[last]!;
  const row = last * sites;
  const column = first * sites;
  const gain = onward[before]! + onward[last]! - cost[site[before]! * sites + site[after]!]!;
  const tested = changedAt[mine]! > testedAt[last]! ? -1 : testedAt[last]!;
  const bound = gain + penalty[mine]!;
  for (let i = last * width, end = i + width; i < end; i++) {
    const to = neighbours[i]!;
    const other = route[to]!;
    if (other === mine || other < 0 || changedAt[other]! <= tested) continue;
    const ahead = prev[to]!;
    const added = into[column + site[ahead]!]! + cost[row + to]! - onward[ahead]!;
    if (added >= bound + penalty[other]!) continue;
    const delta = added - gain + penaltyChange(routes, first, last, prev[to]!, added - gain);
    if (delta < 0) return move(search, first, last, prev[to]!, delta);
  }
  return 0;
}

/** Only a tour that breaks a rule gains by giving a client to a truck of its own, where the triangle inequality holds. */
function moveToEmptyRoute(search: LocalSearch, node: number): number {
  const { routes } = search;
  const { next, prev, site, sites } = routes;
  const { cost } = routes.instance;
  if (routes.penalty[routes.route[node]!]! === 0) return 0;
  const empty = routes.size.indexOf(0);
  if (empty < 0) return 0;
  const [before, after] = [site[prev[node]!]! * sites, site[next[node]!]!];
  const gain = cost[before + node]! + cost[node * sites + after]! - cost[before + after]!;
  const added = cost[node]! + cost[node * sites]! - gain;
  const delta = added + penaltyChange(routes, node, node, routes.startOf(empty), added);
  return delta < 0 ? move(search, node, node, routes.startOf(empty), delta) : 0;
}

/** Loads first, then the warp of the tour that gives, then of the one that takes; stops as soon as nothing can be won. */
function penaltyChange(routes: Routes, first: number, last: number, to: number, costDelta: number): number {
  const { route, next, prev, load, loadUpTo, penalty, loadWeight, warpWeight } = routes;
  const { capacity } = routes.instance;
  const mine = route[first]!;
  const other = route[to]!;
  const before = prev[first]!;
  const moved = loadUpTo[last]! - loadUpTo[before]!;
  const excess = Math.max(0, load[mine]! - moved - capacity) + Math.max(0, load[other]! + moved - capacity);
  let change = excess * loadWeight - penalty[mine]! - penalty[other]!;
  if (costDelta + change >= 0) return change;
  change += warpThrough(routes, to, first, last, next[to]!) * warpWeight;
  if (costDelta + change >= 0) return change;
  return change + warpThrough(routes, before, 0, 0, next[last]!) * warpWeight;
}

function move(search: LocalSearch, first: number, last: number, to: number, delta: number): number {
  const { routes, journal } = search;
  const [mine, other] = [routes.route[first]!, routes.route[to]!];
  const [before, after] = [routes.prev[first]!, routes.next[last]!];
  journal.touch(mine);
  journal.touch(other);
  routes.unlink(first, last);
  routes.link(first, last, to);
  search.settle(mine, other);
  search.wake(before);
  search.wake(after);
  search.wakeAround(first);
  search.wakeAround(last);
  return delta;
}
