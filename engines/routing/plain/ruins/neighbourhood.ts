import { mark, type Ruin, type Surroundings } from './ruin.ts';

/** A client and those nearest to it, as many in all as `removed` allows. */
export const neighbourhood: Ruin = {
  name: 'neighbourhood',
  weight: 80,
  choose(search, removed) {
    const { random, neighbours, width } = search;
    const centre = drawCentre(search);
    const count = Math.min(1 + random.below(removed.largest), width + 1);
    mark(removed, centre);
    for (let i = 0; i < count - 1; i++) mark(removed, neighbours[centre * width + i]!);
  },
};

/** Where rules are broken, every other time at a place where they are: chance alone seldom comes by in a large problem. */
export function drawCentre({ routes, random }: Surroundings): number {
  const { violated, size, penalty } = routes;
  if (violated === 0 || random.below(2) === 0) return 1 + random.below(routes.instance.clients);
  const offset = random.below(size.length);
  for (let i = 0; i < size.length; i++) {
    const route = (offset + i) % size.length;
    if (penalty[route] === 0 || size[route] === 0) continue;
    let node = routes.next[routes.startOf(route)]!;
    for (let steps = random.below(size[route]!); steps > 0; steps--) node = routes.next[node]!;
    return node;
  }
  return 1 + random.below(routes.instance.clients);
}
