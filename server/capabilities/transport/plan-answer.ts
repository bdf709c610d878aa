import type { Static } from 'typebox';
import { amountsOf, type DraftTour, instantAt, type PlanFacts } from './draft.ts';
import { figuresOf } from './judge-draft.ts';
import type { PlanRow } from './plan-store.ts';
import type { DraftTourAnswer, PlanAnswer } from './schemas.ts';

/** A draft as its screen reads it: instants instead of seconds, and what is aboard between the stops. */
export function planAnswer(plan: PlanRow): Static<typeof PlanAnswer> {
  const { facts, problem, tours, findings, organisation: _own, seed: _seed, ...head } = plan;
  const planned = new Set(tours.flatMap(({ stops }) => stops.map(({ order }) => order)));
  return {
    ...head,
    figures: figuresOf(plan),
    tours: tours.map((tour) => tourAnswer(facts, tour)),
    unplanned: problem.orders.map(({ id }) => id).filter((id) => !planned.has(id)),
    findings,
    orders: Object.entries(facts.orders).map(([id, order]) => ({ id, ...order })),
    vehicles: problem.vehicles.map(({ id, count }) => ({
      id,
      count,
      name: facts.vehicles[id]!.name,
      capacity: facts.vehicles[id]!.capacity,
    })),
    sites: Object.entries(facts.sites).map(([id, { name, owner, longitude, latitude }]) => ({
      ...{ id, name, owner, longitude, latitude },
    })),
  };
}

export function tourAnswer(facts: PlanFacts, { planned, ...tour }: DraftTour): Static<typeof DraftTourAnswer> {
  const { prices } = facts.vehicles[tour.vehicle]!;
  const agreed = prices && tour.carrier ? prices.agreed[tour.carrier] : undefined;
  const said = { ...tour, ...(prices && { rates: agreed ? { tariff: agreed.tariff, name: agreed.name } : null }) };
  if (!planned) return said;
  return {
    ...said,
    planned: {
      departureAt: instantAt(facts, planned.departureSeconds),
      arrivalAt: instantAt(facts, planned.arrivalSeconds),
      distanceKm: planned.distanceMeters / 1000,
      drivingMinutes: planned.drivingSeconds / 60,
      breakMinutes: planned.breakSeconds / 60,
      restMinutes: planned.restSeconds / 60,
      cost: planned.cost,
      lateCost: planned.lateCost,
      fill: planned.fill,
      stops: stopsWithLoads(facts, tour.vehicle, planned.stops),
    },
  };
}

function stopsWithLoads(facts: PlanFacts, vehicle: string, stops: NonNullable<DraftTour['planned']>['stops']) {
  const capacity = amountsOf(facts.vehicles[vehicle]!.capacity);
  const aboard = capacity.map(() => 0);
  return stops.map(({ place, order, at, arrivalSeconds, startSeconds, departureSeconds }) => {
    const amounts = order ? amountsOf(facts.orders[order]!.goods) : [];
    for (const [i, amount] of amounts.entries()) aboard[i]! += at === 'pickup' ? amount : -amount;
    return {
      place,
      ...(order && { order }),
      at,
      arrivalAt: instantAt(facts, arrivalSeconds),
      startAt: instantAt(facts, startSeconds),
      departureAt: instantAt(facts, departureSeconds),
      load: aboard.map((amount, i) => (capacity[i]! > 0 ? Math.max(0, amount) / capacity[i]! : 0)),
    };
  });
}
