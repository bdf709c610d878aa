import { LATEST, LEAVES, type Routes, WARP_AFTER, WARP_BEFORE } from './routes.ts';

/**
 * The time warp of a tour that runs as it does up to `before`, then over the chain `first` … `last` as it is linked now
 * (none: `first` is 0), then as it does from `after` on. The chain is at most a few nodes long; all else is looked up.
 */
export function warpThrough(routes: Routes, before: number, first: number, last: number, after: number): number {
  const { segment, site, sites, earliest, latest, service, next } = routes;
  const { time } = routes.instance;
  let clock = segment[4 * before + LEAVES]!;
  let warp = segment[4 * before + WARP_BEFORE]!;
  let from = before;
  if (first !== 0) {
    for (let node = first; ; node = next[node]!) {
      clock += time[site[from]! * sites + site[node]!]!;
      const wait = earliest[node]! - clock;
      clock += wait & ~(wait >> 31);
      let late = clock - latest[node]!;
      late &= ~(late >> 31);
      warp += late;
      clock += service[node]! - late;
      from = node;
      if (node === last) break;
    }
  }
  const late = clock + time[site[from]! * sites + site[after]!]! - segment[4 * after + LATEST]!;
  return warp + (late & ~(late >> 31)) + segment[4 * after + WARP_AFTER]!;
}

/** Pieces of a tour in the order in which they would be driven: pairs of first and last node, a backward piece from its last. */
export interface Pieces {
  ends: Int32Array;
  count: number;
}

/**
 * The time warp of the tour that leaves `before`, drives the pieces one after the other, and goes on from `after`. A piece
 * whose first node lies behind its last in the tour is driven backwards.
 */
export function warpOver(routes: Routes, before: number, { ends, count }: Pieces, after: number): number {
  const { segment, site, sites, earliest, latest, service, next, prev, position } = routes;
  const { time } = routes.instance;
  let clock = segment[4 * before + LEAVES]!;
  let warp = segment[4 * before + WARP_BEFORE]!;
  let from = before;
  for (let piece = 0; piece < count; piece++) {
    const last = ends[2 * piece + 1]!;
    let node = ends[2 * piece]!;
    const onward = position[node]! <= position[last]! ? next : prev;
    for (; ; node = onward[node]!) {
      clock += time[site[from]! * sites + site[node]!]!;
      const wait = earliest[node]! - clock;
      clock += wait & ~(wait >> 31);
      let late = clock - latest[node]!;
      late &= ~(late >> 31);
      warp += late;
      clock += service[node]! - late;
      from = node;
      if (node === last) break;
    }
  }
  const late = clock + time[site[from]! * sites + site[after]!]! - segment[4 * after + LATEST]!;
  return warp + (late & ~(late >> 31)) + segment[4 * after + WARP_AFTER]!;
}
