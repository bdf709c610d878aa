import { drawCentre } from './neighbourhood.ts';
import { mark, type Removed, type Ruin, type Surroundings } from './ruin.ts';

const AVERAGE = 10;
const LONGEST = 10;
const SPLIT = 0.5;
const SPLIT_GROWS = 0.99;

/**
 * Strings of adjacent clients from tours that pass near each other: SISR's removal (Christiaens and Vanden Berghe,
 * Transportation Science 54, 2020, section 5), a string or one with a gap kept in its middle.
 */
export const strings: Ruin = {
  name: 'strings',
  weight: 80,
  choose(search, removed) {
    const { routes, random, neighbours, width } = search;
    const { clients } = routes.instance;
    const centre = drawCentre(search);
    const used = routes.size.length - countOf(routes.size, 0);
    const longest = Math.min(LONGEST, clients / Math.max(1, used));
    const most = (4 * AVERAGE) / (1 + longest) - 1;
    let left = Math.floor(random.unit() * most + 1);
    const touched: number[] = [];
    for (let i = -1; i < width && left > 0; i++) {
      const client = i < 0 ? centre : neighbours[centre * width + i]!;
      const route = routes.route[client]!;
      if (route < 0 || touched.includes(route)) continue;
      touched.push(route);
      left--;
      takeString(search, removed, client, Math.floor(random.unit() * Math.min(routes.size[route]!, longest)) + 1);
    }
  },
};

function takeString({ routes, random }: Surroundings, removed: Removed, client: number, length: number): void {
  const route = routes.route[client]!;
  const size = routes.size[route]!;
  let gap = 0;
  if (length > 1 && length < size && random.unit() < SPLIT) {
    gap = 1;
    while (length + gap < size && random.unit() > SPLIT_GROWS) gap++;
  }
  const span = length + gap;
  const place = routes.position[client]!;
  const earliestStart = Math.max(1, place - span + 1);
  const latestStart = Math.min(place, size - span + 1);
  const start = earliestStart + random.below(Math.max(1, latestStart - earliestStart + 1));
  const gapAt = gap === 0 ? span : 1 + random.below(length - 1);
  let node = client;
  for (let at = place; at > start; at--) node = routes.prev[node]!;
  for (let i = 0; i < span; i++, node = routes.next[node]!) if (i < gapAt || i >= gapAt + gap) mark(removed, node);
}

function countOf(values: Int32Array, wanted: number): number {
  let count = 0;
  for (const value of values) count += +(value === wanted);
  return count;
}
