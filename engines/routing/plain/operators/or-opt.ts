import type { LocalSearch } from '../local-search.ts';
import { warpOver } from '../warp.ts';
import type { Operator } from './operator.ts';

const LONGEST = 3;

/** Moves one to three clients in a row next to a neighbour in the same tour, either way round (Or 1976). */
export const orOpt: Operator = {
  name: 'or-opt',
  improve(search, node) {
    const { clients } = search.routes.instance;
    if (search.testedAt[node]! >= search.routes.changedAt[search.routes.route[node]!]!) return 0;
    let last = node;
    for (let length = 1; length <= LONGEST && last <= clients; length++, last = search.routes.next[last]!) {
      const delta = moveWithin(search, node, last);
      if (delta < 0) return delta;
    }
    return 0;
  },
};

function moveWithin(search: LocalSearch, first: number, last: number): number {
  const { routes, neighbours, width } = search;
  const { route, next, prev, site, sites, position, penalty } = routes;
  const { cost } = routes.instance;
  const mine = route[first]!;
  const ahead = site[prev[first]!]! * sites;
  const after = site[next[last]!]!;
  const [from, until] = [position[first]!, position[last]!];
  const gain = cost[ahead + first]! + cost[last * sites + after]! - cost[ahead + after]!;
  const bound = gain + penalty[mine]!;
  for (let i = first * width, end = i + width; i < end; i++) {
    const to = neighbours[i]!;
    if (route[to]! !== mine || (position[to]! >= from && position[to]! <= until)) continue;
    for (let side = 0; side < 2; side++) {
      const behindOf = side === 0 ? to : prev[to]!;
      const place = position[behindOf]!;
      if (place >= from - 1 && place <= until) continue;
      const added = insertionCost(search, first, last, behindOf);
      if (added >= bound) continue;
      const delta = added - gain + warpChange(search, first, last, behindOf);
      if (delta < 0) return move(search, first, last, behindOf, delta);
    }
  }
  return 0;
}

function insertionCost({ routes }: LocalSearch, first: number, last: number, behindOf: number): number {
  const { next, site, sites } = routes;
  const { cost } = routes.instance;
  const row = site[behindOf]! * sites;
  const behind = site[next[behindOf]!]!;
  return cost[row + first]! + cost[last * sites + behind]! - cost[row + behind]!;
}

function warpChange(search: LocalSearch, first: number, last: number, behindOf: number): number {
  const { routes, pieces } = search;
  const { next, prev, position, warp, warpWeight, route } = routes;
  if (!search.hasWindows) return 0;
  const { ends } = pieces;
  const onward = position[behindOf]! > position[first]!;
  pieces.count = 2;
  ends[onward ? 0 : 2] = onward ? next[last]! : next[behindOf]!;
  ends[onward ? 1 : 3] = onward ? behindOf : prev[first]!;
  ends[onward ? 2 : 0] = first;
  ends[onward ? 3 : 1] = last;
  const before = onward ? prev[first]! : behindOf;
  const after = onward ? next[behindOf]! : next[last]!;
  return (warpOver(routes, before, pieces, after) - warp[route[first]!]!) * warpWeight;
}

function move(search: LocalSearch, first: number, last: number, behindOf: number, delta: number): number {
  const { routes, journal } = search;
  const mine = routes.route[first]!;
  const [before, after] = [routes.prev[first]!, routes.next[last]!];
  journal.touch(mine);
  routes.unlink(first, last);
  routes.link(first, last, behindOf);
  search.settle(mine, mine);
  search.wake(before);
  search.wake(after);
  search.wakeAround(first);
  search.wakeAround(last);
  return delta;
}
