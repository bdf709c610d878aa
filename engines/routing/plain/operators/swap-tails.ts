import type { LocalSearch } from '../local-search.ts';
import type { Routes } from '../routes.ts';
import { warpThrough } from '../warp.ts';
import type { Operator } from './operator.ts';

/** Two tours exchange what comes after a point in each, so that a neighbour follows the client: 2-opt* (Potvin 1995). */
export const swapTails: Operator = {
  name: 'swap tails',
  improve(search, node) {
    const { routes, neighbours, width, testedAt } = search;
    const { route, next, prev, site, sites, penalty, changedAt, onward, into } = routes;
    const { cost } = routes.instance;
    const mine = route[node]!;
    const after = site[next[node]!]!;
    const left = onward[node]!;
    const row = node * sites;
    const column = after * sites;
    const tested = changedAt[mine]! > testedAt[node]! ? -1 : testedAt[node]!;
    for (let i = node * width, end = i + width; i < end; i++) {
      const to = neighbours[i]!;
      const other = route[to]!;
      if (other === mine || other < 0 || changedAt[other]! <= tested) continue;
      const ahead = prev[to]!;
      const added = cost[row + to]! + into[column + site[ahead]!]! - left - onward[ahead]!;
      if (added >= penalty[mine]! + penalty[other]!) continue;
      const delta = added + penaltyChange(routes, node, to, added);
      if (delta < 0) return exchange(search, node, to, delta);
    }
    return 0;
  },
};

function penaltyChange(routes: Routes, node: number, to: number, costDelta: number): number {
  const { route, next, prev, load, loadUpTo, penalty, loadWeight, warpWeight } = routes;
  const { capacity } = routes.instance;
  const [mine, other] = [route[node]!, route[to]!];
  const ahead = prev[to]!;
  const mineLoad = loadUpTo[node]! + load[other]! - loadUpTo[ahead]!;
  const otherLoad = load[mine]! + load[other]! - mineLoad;
  const excess = Math.max(0, mineLoad - capacity) + Math.max(0, otherLoad - capacity);
  let change = excess * loadWeight - penalty[mine]! - penalty[other]!;
  if (costDelta + change >= 0) return change;
  change += warpThrough(routes, node, 0, 0, to) * warpWeight;
  if (costDelta + change >= 0) return change;
  return change + warpThrough(routes, ahead, 0, 0, next[node]!) * warpWeight;
}

function exchange(search: LocalSearch, node: number, to: number, delta: number): number {
  const { routes, journal } = search;
  const { next, prev, route } = routes;
  const [mine, other] = [route[node]!, route[to]!];
  const [after, ahead] = [next[node]!, prev[to]!];
  const [mineEnd, otherEnd] = [routes.endOf(mine), routes.endOf(other)];
  const [mineLast, otherLast] = [prev[mineEnd]!, prev[otherEnd]!];
  journal.touch(mine);
  journal.touch(other);
  join(routes, node, to);
  join(routes, otherLast, mineEnd);
  if (after === mineEnd) join(routes, ahead, otherEnd);
  else {
    join(routes, ahead, after);
    join(routes, mineLast, otherEnd);
  }
  search.settle(mine, other);
  for (const touched of [node, to, after, ahead]) search.wake(touched);
  return delta;
}

function join({ next, prev }: Routes, from: number, to: number): void {
  next[from] = to;
  prev[to] = from;
}
