import type { LocalSearch } from '../local-search.ts';
import { warpOver } from '../warp.ts';
import type { Operator } from './operator.ts';

/** Drives a stretch of the tour the other way round, so that a neighbour follows the client: 2-opt (Croes 1958). */
export const reverse: Operator = {
  name: 'reverse',
  improve(search, node) {
    const { routes, neighbours, width } = search;
    const { route, next, site, sites, position, penalty, changedAt, onward } = routes;
    const { cost } = routes.instance;
    const mine = route[node]!;
    if (!search.symmetric || search.testedAt[node]! >= changedAt[mine]!) return 0;
    const first = next[node]!;
    for (let i = node * width, end = i + width; i < end; i++) {
      const last = neighbours[i]!;
      if (route[last]! !== mine || position[last]! <= position[node]! + 1) continue;
      const after = site[next[last]!]!;
      const added = cost[node * sites + last]! + cost[first * sites + after]! - onward[node]! - onward[last]!;
      if (added >= penalty[mine]!) continue;
      const delta = added + warpChange(search, first, last);
      if (delta < 0) return turn(search, first, last, delta);
    }
    return 0;
  },
};

function warpChange({ routes, pieces, hasWindows }: LocalSearch, first: number, last: number): number {
  if (!hasWindows) return 0;
  pieces.count = 1;
  pieces.ends[0] = last;
  pieces.ends[1] = first;
  const warp = warpOver(routes, routes.prev[first]!, pieces, routes.next[last]!);
  return (warp - routes.warp[routes.route[first]!]!) * routes.warpWeight;
}

function turn(search: LocalSearch, first: number, last: number, delta: number): number {
  const { routes, journal } = search;
  const { next, prev } = routes;
  const mine = routes.route[first]!;
  const [before, after] = [prev[first]!, next[last]!];
  journal.touch(mine);
  for (let node = first; node !== after; ) {
    const onward = next[node]!;
    next[node] = prev[node]!;
    prev[node] = onward;
    node = onward;
  }
  next[before] = last;
  prev[last] = before;
  next[first] = after;
  prev[after] = first;
  search.settle(mine, mine);
  for (const node of [before, first, last, after]) search.wake(node);
  return delta;
}
