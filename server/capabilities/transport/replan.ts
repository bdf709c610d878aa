import type { Id, IsoDay } from '@intakt/contract';
import type { LockedStop } from '@intakt/routing';
import type { Member } from '../../access/access.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import type { DraftTour } from './draft.ts';
import { emptyTour, figuresOf, judgeTour } from './judge-draft.ts';
import { draftPlan, keepPlan } from './make-plan.ts';
import type { PlanRow } from './plan-store.ts';
import { listOrders, listStops, listTours, type OrderRow, type StopRow, type TourRow } from './store.ts';

const MOST = 10_000;
/** Goods of these are aboard already, or there. */
const MOVED = ['collected', 'delivered'];

export interface Change {
  day: IsoDay;
  /** Tours whose truck will not come: what it has not fetched goes to others. */
  broken: readonly Id[];
}

/**
 * A draft of the day as it is published, so that a late change, a breakdown or a new order is planned into it: tours keep their names,
 * tours on the road keep their stops, and what is on no tour stands open.
 */
export async function makeReplan(house: House, who: Member, change: Change): Promise<PlanRow> {
  const read = await readAs(house, who, async (tx) => ({
    tours: (await listTours(tx, { day: change.day, limit: MOST })).filter(
      ({ customer }) => customer === who.organisation,
    ),
    stops: await listStops(tx, { day: change.day, limit: MOST }),
    orders: await listOrders(tx, { day: change.day, customer: who.organisation, limit: MOST }),
  }));
  const unknown = change.broken.find((id) => !read.tours.some((tour) => tour.id === id));
  if (unknown) return refuse('NOT_FOUND', { what: 'published tour of this day', id: unknown });
  const onRoad = new Set(read.tours.filter(({ state }) => isOnRoad(state)).map(({ id }) => id));
  const open = read.orders.filter((order) => canBePlanned(order, onRoad, change.broken));
  const draft = await draftPlan(house, who, {
    day: change.day,
    name: `${change.day} anew`,
    orders: open.map(({ id }) => id),
  });
  const standing = read.tours.filter(({ id }) => !onRoad.has(id) && !change.broken.includes(id));
  const tours = standing.flatMap((tour) => standingTour(draft, tour, read.stops) ?? []);
  const facts = { ...draft.facts, replaces: [...standing.map(({ id }) => id), ...change.broken] };
  const plan = { ...draft, facts, tours };
  const before = figuresOf({ ...draft, tours: tours.filter(({ planned }) => planned) });
  return keepPlan(house, who, { ...plan, baseline: before.tours > 0 ? before : draft.baseline });
}

const isOnRoad = (state: string): boolean => state === 'under-way' || state === 'completed';

/** What is not aboard, and on no truck that is on the road and well. */
function canBePlanned({ state, tour }: OrderRow, onRoad: ReadonlySet<Id>, broken: readonly Id[]): boolean {
  if (MOVED.includes(state) || state === 'cancelled') return false;
  return tour === null || !onRoad.has(tour) || broken.includes(tour);
}

/** A published tour as the planner would have put it together; what is no longer ordered is left out. */
function standingTour(plan: PlanRow, tour: TourRow, stops: readonly StopRow[]): DraftTour | undefined {
  if (!plan.facts.vehicles[tour.vehicleType]) return undefined;
  const known = new Set(plan.problem.orders.map(({ id }) => id));
  const own = stops.filter((stop) => stop.tour === tour.id).sort((a, b) => a.position - b.position);
  const sequence = own.flatMap(({ loads, unloads }): LockedStop[] => [
    ...unloads.map(({ order }) => ({ order, at: 'delivery' as const })),
    ...loads.map(({ order }) => ({ order, at: 'pickup' as const })),
  ]);
  const kept = sequence.filter(({ order }) => known.has(order));
  if (kept.length === 0) return undefined;
  const base = { ...emptyTour(tour.id, tour.vehicleType, plan.facts), carrier: tour.carrier, stops: kept };
  return judgeTour(plan, base);
}
