import { mark, type Ruin } from './ruin.ts';

const LONGEST = 40;

/** All clients of one tour, which the others then have to take. */
export const wholeRoute: Ruin = {
  name: 'whole route',
  weight: 2,
  choose(search, removed) {
    const { routes, random } = search;
    const route = routes.route[1 + random.below(routes.instance.clients)]!;
    if (routes.size[route]! > LONGEST) return;
    removed.newRouteAllowed = false;
    const end = routes.endOf(route);
    for (let node = routes.next[routes.startOf(route)]!; node !== end; node = routes.next[node]!) mark(removed, node);
  },
};
