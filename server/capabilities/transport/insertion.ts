import type { Id } from '@intakt/contract';
import { greatCircleMeters } from '@intakt/routing';
import type { Draft, DraftTour } from './draft.ts';

/**
 * The tours that may change when few should: those that come nearest to what is on no tour, by the detour over the globe that
 * its pick-up would be. Locked tours are never among them.
 */
export function nearestTours(draft: Draft, most: number): Id[] {
  const planned = new Set(draft.tours.flatMap(({ stops }) => stops.map(({ order }) => order)));
  const open = draft.problem.orders.map(({ id }) => id).filter((id) => !planned.has(id));
  const free = draft.tours.filter(({ locked }) => !locked);
  const ranked = free
    .map((tour) => ({ id: tour.id, detour: Math.min(...open.map((order) => detourOf(draft, tour, order))) }))
    .sort((a, b) => a.detour - b.detour || (a.id < b.id ? -1 : 1));
  return ranked.slice(0, most).map(({ id }) => id);
}

function detourOf({ facts, problem }: Draft, tour: DraftTour, order: Id): number {
  const place = facts.orders[order]!.from;
  const at = facts.sites[place]!;
  const ways = tour.stops.map((stop) => {
    const { from, to } = facts.orders[stop.order]!;
    return facts.sites[stop.at === 'pickup' ? from : to]!;
  });
  if (ways.length === 0 || problem.places.length === 0) return 0;
  let least = greatCircleMeters(at, ways[0]!);
  for (const [i, from] of ways.slice(0, -1).entries()) {
    const to = ways[i + 1]!;
    least = Math.min(least, greatCircleMeters(from, at) + greatCircleMeters(at, to) - greatCircleMeters(from, to));
  }
  return least;
}
