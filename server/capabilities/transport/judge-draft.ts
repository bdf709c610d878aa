import type { GoodsMeasure, Id } from '@intakt/contract';
import { evaluateTour, type LockedStop, type PlannedTour, type RoutingProblem } from '@intakt/routing';
import { freightOf } from './freight-rules.ts';
import { paidFor } from './publish.ts';
import { costsWith, type Draft, type DraftTour, type PlanFacts, type PlanFigures } from './draft.ts';

/**
 * Drives a tour as the planner put it together: times, cost by its carrier's rates and CO2, or why it cannot be driven. The search's
 * own judge.
 */
export function judgeTour({ problem, facts }: Draft, tour: DraftTour): DraftTour {
  const { planned: _planned, reason: _reason, ...bare } = tour;
  const driven = evaluateTour(atItsPrice(problem, facts, tour), { vehicle: tour.vehicle, stops: tour.stops });
  if ('feasible' in driven) return { ...bare, reason: inWords(driven.reason, facts), co2Kg: 0 };
  return { ...bare, planned: { ...driven, cost: priceOf(facts, tour, driven) }, co2Kg: co2Of(problem, facts, driven) };
}

/** What will be accrued, the least that is paid included, where rates are agreed; and what lateness is reckoned to cost. */
function priceOf(facts: PlanFacts, { vehicle, carrier }: DraftTour, driven: PlannedTour): number {
  const agreed = carrier ? facts.vehicles[vehicle]?.prices?.agreed[carrier] : undefined;
  if (!agreed?.rates) return driven.cost;
  return freightOf(agreed.rates, paidFor(facts, driven)).total + driven.lateCost;
}

function atItsPrice(problem: RoutingProblem, facts: PlanFacts, { vehicle, carrier }: DraftTour): RoutingProblem {
  const prices = facts.vehicles[vehicle]?.prices;
  if (!prices) return problem;
  const costs = costsWith(prices, carrier);
  return { ...problem, vehicles: problem.vehicles.map((type) => (type.id === vehicle ? { ...type, ...costs } : type)) };
}

const UNITS: Record<keyof GoodsMeasure, string> = {
  massKg: 'kg',
  volumeCubicMeters: 'm³',
  loadingMeters: 'loading metres',
  palletPlaces: 'pallet places',
};

/** The engine counts seconds and speaks of ids and dimensions; a planner reads the clock, names and units. */
const inWords = (reason: string, { epoch, vehicles }: PlanFacts): string =>
  reason
    .replace(/^\S+(?= carries )/, (id) => vehicles[id]?.name ?? id)
    .replace(/(?<= )\w+(?=, and )/, (dimension) => UNITS[dimension as keyof GoodsMeasure] ?? dimension)
    .replace(/reached at (\d+(?:\.\d+)?) s/, (_, seconds: string) => {
      const at = new Date(Date.parse(epoch) + Number(seconds) * 1000).toISOString();
      return `reached at ${at.slice(0, 16).replace('T', ' ')} UTC`;
    });

/**
 * Well to wheel, by leg: what the empty truck emits, and with the share of its mass in use the rest up to the full one
 * (ISO 14083, linear between empty and full).
 */
export function co2Of(problem: RoutingProblem, { vehicles, orders }: PlanFacts, tour: PlannedTour): number {
  const vehicle = vehicles[tour.vehicle]!;
  const type = problem.vehicles.find(({ id }) => id === tour.vehicle)!;
  const index = new Map(problem.places.map(({ id }, i) => [id, i]));
  let place = type.start;
  let massKg = 0;
  let co2Kg = 0;
  const drive = (to: Id): void => {
    const km = problem.distanceMeters[index.get(place)! * problem.places.length + index.get(to)!]! / 1000;
    const load = vehicle.capacity.massKg > 0 ? Math.min(1, massKg / vehicle.capacity.massKg) : 0;
    co2Kg += km * (vehicle.co2PerKmEmptyKg + (vehicle.co2PerKmFullKg - vehicle.co2PerKmEmptyKg) * load);
    place = to;
  };
  for (const stop of tour.stops) {
    drive(stop.place);
    if (stop.order) massKg += orders[stop.order]!.goods.massKg * (stop.at === 'pickup' ? 1 : -1);
  }
  drive(type.end);
  return co2Kg;
}

export function figuresOf({ facts, tours }: Draft): PlanFigures {
  const planned = new Set(tours.flatMap(({ stops }) => stops.map(({ order }) => order)));
  const driven = tours.flatMap(({ planned: tour }) => tour ?? []);
  const sum = (value: (tour: PlannedTour) => number): number => driven.reduce((all, tour) => all + value(tour), 0);
  return {
    tours: tours.length,
    orders: planned.size,
    unplanned: Object.keys(facts.orders).length - planned.size,
    infeasible: tours.length - driven.length,
    cost: sum(({ cost }) => cost),
    distanceKm: sum(({ distanceMeters }) => distanceMeters) / 1000,
    hours: sum(({ departureSeconds, arrivalSeconds }) => arrivalSeconds - departureSeconds) / 3600,
    co2Kg: tours.reduce((all, { co2Kg }) => all + co2Kg, 0),
    fill: driven.length > 0 ? sum(({ fill }) => Math.max(...fill)) / driven.length : 0,
  };
}

/** What is driven without a plan: each order with the cheapest truck that can take it alone. */
export function aloneTours(draft: Draft): DraftTour[] {
  return draft.problem.orders.flatMap((order) => aloneTour(draft, order.id) ?? []);
}

export function aloneTour(draft: Draft, order: Id): DraftTour | undefined {
  const stops = stopsOf(draft.problem, order);
  const tours = draft.problem.vehicles
    .map(({ id }) => judgeTour(draft, { ...emptyTour(`alone-${order}`, id, draft.facts), stops }))
    .filter(({ planned }) => planned);
  return tours.sort((a, b) => a.planned!.cost - b.planned!.cost)[0];
}

export const emptyTour = (id: Id, vehicle: Id, { vehicles }: PlanFacts): DraftTour => ({
  id,
  vehicle,
  carrier: vehicles[vehicle]?.carrier ?? null,
  locked: false,
  lockedStops: 0,
  stops: [],
  co2Kg: 0,
});

function stopsOf(problem: RoutingProblem, order: Id): LockedStop[] {
  const known = problem.orders.find(({ id }) => id === order);
  return (['pickup', 'delivery'] as const).flatMap((at) => (known?.[at] ? [{ order, at }] : []));
}

export interface Move {
  order: Id;
  /** Absent: off the plan. */
  tour?: Id;
  /** The pick-up comes before the stop that is now there; the delivery stays behind it. */
  position?: number;
  /** For a tour that begins with it: which truck. */
  vehicle?: Id;
}

export type Moved = { tours: DraftTour[]; changed: Id[] } | { problem: string };

/** Takes an order off its tour and puts it where the planner dropped it; both tours are driven anew. Pure. */
export function moveOrder(draft: Draft, move: Move): Moved {
  if (!draft.problem.orders.some(({ id }) => id === move.order))
    return { problem: `${move.order} is no order of this plan` };
  const from = draft.tours.find(({ stops }) => stops.some(({ order }) => order === move.order));
  const target = move.tour ? (draft.tours.find(({ id }) => id === move.tour) ?? newTour(draft, move)) : undefined;
  if (move.tour && !target) return { problem: `${move.vehicle ?? 'no truck'} is no truck of this plan` };
  for (const tour of [from, target]) if (tour?.locked) return { problem: `tour ${tour.id} is locked; unlock it first` };
  const isLocked = from?.stops.slice(0, from.lockedStops).some(({ order }) => order === move.order);
  if (isLocked) return { problem: `${move.order} is at a locked stop` };
  const tours = new Map(draft.tours.map((tour) => [tour.id, tour]));
  if (from) tours.set(from.id, { ...from, stops: from.stops.filter(({ order }) => order !== move.order) });
  if (target) {
    const base = tours.get(target.id) ?? target;
    tours.set(target.id, { ...base, stops: insert(draft, base, move) });
  }
  const changed = [...new Set([from?.id, target?.id].filter((id) => id !== undefined))];
  return { tours: [...tours.values()].flatMap((tour) => rejudged(draft, tour, changed)), changed };
}

function rejudged(draft: Draft, tour: DraftTour, changed: readonly Id[]): DraftTour[] {
  if (!changed.includes(tour.id)) return [tour];
  return tour.stops.length > 0 ? [judgeTour(draft, tour)] : [];
}

function newTour({ problem, facts }: Draft, { tour, vehicle }: Move): DraftTour | undefined {
  return vehicle && problem.vehicles.some(({ id }) => id === vehicle) ? emptyTour(tour!, vehicle, facts) : undefined;
}

/** The delivery goes where it costs least behind the pick-up: with the others to the same place, else at the end. */
function insert({ problem }: Draft, { stops, lockedStops }: DraftTour, { order, position }: Move): LockedStop[] {
  const [pickup, delivery] = stopsOf(problem, order);
  const at = Math.max(lockedStops, Math.min(position ?? firstDelivery(stops), stops.length));
  const placed = [...stops.slice(0, at), pickup!, ...stops.slice(at)];
  if (!delivery) return placed;
  const to = problem.orders.find(({ id }) => id === order)!.delivery!.place;
  const placeOf = (id: Id) => problem.orders.find((known) => known.id === id)!.delivery?.place;
  const last = placed.findLastIndex((stop, i) => i > at && stop.at === 'delivery' && placeOf(stop.order) === to);
  const behind = last < 0 ? placed.length : last + 1;
  return [...placed.slice(0, behind), delivery, ...placed.slice(behind)];
}

function firstDelivery(stops: readonly LockedStop[]): number {
  const at = stops.findIndex((stop) => stop.at === 'delivery');
  return at < 0 ? stops.length : at;
}
