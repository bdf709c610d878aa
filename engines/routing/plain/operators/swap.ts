import type { LocalSearch } from '../local-search.ts';
import type { Routes } from '../routes.ts';
import { warpThrough } from '../warp.ts';
import type { Operator } from './operator.ts';

const LONGEST = 2;

/** One or two clients in a row change places with one or two of another tour, so that a neighbour becomes adjacent. */
export const swap: Operator = {
  name: 'swap',
  improve(search, node) {
    const { next, prev } = search.routes;
    const { clients } = search.routes.instance;
    let [first, last] = [node, node];
    for (let length = 1; length <= LONGEST; length++) {
      if (last <= clients) {
        const delta = swapBehindNeighbour(search, node, last);
        if (delta < 0) return delta;
        last = next[last]!;
      }
      if (first <= clients) {
        const delta = swapBeforeNeighbour(search, first, node);
        if (delta < 0) return delta;
        first = prev[first]!;
      }
    }
    return 0;
  },
};

/** The chain takes the place of the one or two clients behind the neighbour. */
function swapBehindNeighbour(search: LocalSearch, first: number, last: number): number {
  const { routes, neighbours, width, testedAt } = search;
  const { route, next, prev, site, sites, penalty, changedAt, onward, into } = routes;
  const { cost, clients } = routes.instance;
  const mine = route[first]!;
  const ahead = site[prev[first]!]! * sites;
  const after = site[next[last]!]!;
  const column = after * sites;
  const row = last * sites;
  const left = onward[prev[first]!]! + onward[last]!;
  const tested = changedAt[mine]! > testedAt[first]! ? -1 : testedAt[first]!;
  const bound = left + penalty[mine]!;
  for (let i = first * width, end = i + width; i < end; i++) {
    const to = neighbours[i]!;
    const other = route[to]!;
    if (other === mine || other < 0 || changedAt[other]! <= tested) continue;
    const start = next[to]!;
    if (start > clients) continue;
    const fixed = into[first * sites + to]! + cost[ahead + start]! - onward[to]!;
    const limit = bound + penalty[other]!;
    for (let stop = start, length = 1; length <= LONGEST && stop <= clients; stop = next[stop]!, length++) {
      const behind = site[next[stop]!]!;
      const added = fixed + cost[row + behind]! + into[column + stop]! - onward[stop]!;
      if (added >= limit) continue;
      const delta = added - left + penaltyChange(routes, [first, last, start, stop], added - left);
      if (delta < 0) return exchange(search, [first, last, start, stop], delta);
    }
  }
  return 0;
}

/** The chain takes the place of the one or two clients before the neighbour. */
function swapBeforeNeighbour(search: LocalSearch, first: number, last: number): number {
  const { routes, neighbours, width, testedAt } = search;
  const { route, next, prev, site, sites, penalty, changedAt, onward, into } = routes;
  const { cost, clients } = routes.instance;
  const mine = route[last]!;
  const ahead = site[prev[first]!]! * sites;
  const after = site[next[last]!]!;
  const column = after * sites;
  const row = last * sites;
  const left = onward[prev[first]!]! + onward[last]!;
  const tested = changedAt[mine]! > testedAt[last]! ? -1 : testedAt[last]!;
  const bound = left + penalty[mine]!;
  for (let i = last * width, end = i + width; i < end; i++) {
    const to = neighbours[i]!;
    const other = route[to]!;
    if (other === mine || other < 0 || changedAt[other]! <= tested) continue;
    const stop = prev[to]!;
    if (stop > clients) continue;
    const fixed = cost[row + to]! + into[column + stop]! - onward[stop]!;
    const limit = bound + penalty[other]!;
    for (let start = stop, length = 1; length <= LONGEST && start <= clients; start = prev[start]!, length++) {
      const front = prev[start]!;
      const added = fixed + into[first * sites + site[front]!]! + cost[ahead + start]! - onward[front]!;
      if (added >= limit) continue;
      const delta = added - left + penaltyChange(routes, [first, last, start, stop], added - left);
      if (delta < 0) return exchange(search, [first, last, start, stop], delta);
    }
  }
  return 0;
}

/** First and last of the chain, first and last of the one that it is swapped with. */
type Chains = [number, number, number, number];

function penaltyChange(routes: Routes, [first, last, start, stop]: Chains, costDelta: number): number {
  const { route, next, prev, load, loadUpTo, penalty, loadWeight, warpWeight } = routes;
  const { capacity } = routes.instance;
  const [mine, other] = [route[first]!, route[start]!];
  const moved = loadUpTo[last]! - loadUpTo[prev[first]!]! - loadUpTo[stop]! + loadUpTo[prev[start]!]!;
  const excess = Math.max(0, load[mine]! - moved - capacity) + Math.max(0, load[other]! + moved - capacity);
  let change = excess * loadWeight - penalty[mine]! - penalty[other]!;
  if (costDelta + change >= 0) return change;
  change += warpThrough(routes, prev[start]!, first, last, next[stop]!) * warpWeight;
  if (costDelta + change >= 0) return change;
  return change + warpThrough(routes, prev[first]!, start, stop, next[last]!) * warpWeight;
}

function exchange(search: LocalSearch, [first, last, start, stop]: Chains, delta: number): number {
  const { routes, journal } = search;
  const [mine, other] = [routes.route[first]!, routes.route[start]!];
  const [ahead, front] = [routes.prev[first]!, routes.prev[start]!];
  journal.touch(mine);
  journal.touch(other);
  routes.unlink(first, last);
  routes.unlink(start, stop);
  routes.link(first, last, front);
  routes.link(start, stop, ahead);
  search.settle(mine, other);
  for (const node of [first, last, start, stop]) search.wakeAround(node);
  return delta;
}
