import type { Order, RoutingProblem, Stop, VehicleType, Window } from '../problem.ts';

/** A problem with its ids resolved to numbers, as the simulation of a tour reads it. */
export interface World {
  problem: RoutingProblem;
  places: number;
  distance: Float64Array;
  periods: { from: number; until: number; seconds: Float64Array }[];
  bays: Float64Array;
  trucks: Truck[];
  jobs: Job[];
  /** Whether two goods classes may not share a tour: `a|b` in both orders. */
  forbidden: ReadonlySet<string>;
}

export interface Truck {
  type: VehicleType;
  start: number;
  end: number;
}

/** A stop of an order. `load` is what it adds to the truck: positive at a pick-up. */
export interface Task {
  job: number;
  isPickup: boolean;
  place: number;
  windows: Window[];
  serviceSeconds: number;
}

export interface Job {
  order: Order;
  pickup?: Task;
  delivery?: Task;
  /** By dimension, stacking taken into account. */
  amounts: number[];
}

/** Between two trips of a tour the truck comes back to its start. */
export const RELOAD = 'reload';
export type Step = Task | typeof RELOAD;

export function buildWorld(problem: RoutingProblem): World {
  const indexOf = new Map(problem.places.map(({ id }, i) => [id, i]));
  const at = (id: string) => indexOf.get(id)!;
  const openAt = (place: number): Window[] => problem.places[place]!.open ?? [];
  const task = (job: number, isPickup: boolean, stop: Stop): Task => {
    const place = at(stop.place);
    const windows = intersect(stop.windows ?? [], openAt(place));
    return { job, isPickup, place, windows, serviceSeconds: stop.serviceSeconds };
  };
  return {
    problem,
    places: problem.places.length,
    distance: Float64Array.from(problem.distanceMeters),
    periods: problem.travel.map(({ fromSeconds, seconds }, i) => ({
      from: i === 0 ? Number.NEGATIVE_INFINITY : fromSeconds,
      until: problem.travel[i + 1]?.fromSeconds ?? Number.POSITIVE_INFINITY,
      seconds: Float64Array.from(seconds),
    })),
    bays: Float64Array.from(problem.places, ({ dockBays }) => dockBays ?? Number.POSITIVE_INFINITY),
    trucks: problem.vehicles.flatMap((type) =>
      Array.from({ length: type.count }, () => ({ type, start: at(type.start), end: at(type.end) })),
    ),
    jobs: problem.orders.map((order, job) => ({
      order,
      ...(order.pickup && { pickup: task(job, true, order.pickup) }),
      ...(order.delivery && { delivery: task(job, false, order.delivery) }),
      amounts: stackedAmounts(order, problem.dimensions),
    })),
    forbidden: new Set((problem.incompatibleClasses ?? []).flatMap(([a, b]) => [`${a}|${b}`, `${b}|${a}`])),
  };
}

/** Where both the stop and the gate allow it; the stop's price for lateness goes with its window. */
function intersect(windows: Window[], open: Window[]): Window[] {
  if (windows.length === 0) return sorted(open);
  if (open.length === 0) return sorted(windows);
  const both = windows.flatMap((window) =>
    open.map((gate) => ({
      ...window,
      fromSeconds: Math.max(window.fromSeconds, gate.fromSeconds),
      toSeconds: Math.min(window.toSeconds, gate.toSeconds),
    })),
  );
  const kept = both.filter(({ fromSeconds, toSeconds }) => fromSeconds <= toSeconds);
  // No moment suits both: a window that closes before it opens says so to whoever drives there.
  return kept.length > 0
    ? sorted(kept)
    : [{ fromSeconds: Number.POSITIVE_INFINITY, toSeconds: Number.NEGATIVE_INFINITY }];
}

const sorted = (windows: Window[]): Window[] => windows.toSorted((a, b) => a.fromSeconds - b.fromSeconds);

function stackedAmounts({ amounts, layers = 1, stackedDimensions = [] }: Order, dimensions: string[]): number[] {
  return amounts.map((amount, i) => (stackedDimensions.includes(dimensions[i]!) ? amount / layers : amount));
}
