import type { Plan, PlanTour } from './queries.ts';

/** What stands where on the floor: metres from the front wall, which the first to be loaded stands against. */
export interface LoadedBlock {
  order: string;
  fromMeters: number;
  toMeters: number;
  /** In which order it leaves the truck, from 1. */
  unloadedAs: number;
  /** Something that is unloaded later stands between it and the doors. */
  blocked: boolean;
}

/**
 * Loads from the front in the order of the pick-ups. What is unloaded first should stand at the doors, so the loading order should be
 * the unloading order reversed; a block that another hides is named, because it means moving goods on the way.
 */
export function loadBlocks(plan: Plan, tour: PlanTour): LoadedBlock[] {
  const metersOf = (order: string): number => plan.orders.find(({ id }) => id === order)?.goods.loadingMeters ?? 0;
  const unloading = tour.stops.filter(({ at }) => at === 'delivery').map(({ order }) => order);
  const places = new Map<string, number>();
  let rank = 0;
  let last: string | undefined;
  for (const order of unloading) {
    const place = plan.orders.find(({ id }) => id === order)?.to;
    if (place !== last) rank += 1;
    last = place;
    places.set(order, rank);
  }
  let from = 0;
  const blocks = tour.stops
    .filter(({ at }) => at === 'pickup')
    .map(({ order }) => {
      const block = { order, fromMeters: from, toMeters: from + metersOf(order), unloadedAs: places.get(order) ?? 0 };
      from = block.toMeters;
      return block;
    });
  return blocks.map((block, i) => ({
    ...block,
    blocked: blocks.slice(i + 1).some((behind) => behind.unloadedAs > block.unloadedAs),
  }));
}
