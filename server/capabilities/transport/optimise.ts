import { Id } from '@intakt/contract';
import type { Finding, Lock, PlannedTour, RoutingProblem } from '@intakt/routing';
import { Type } from 'typebox';
import { type JobKind, principalOfRun } from '../../job-kind.ts';
import { refuse } from '../../refuse.ts';
import { may } from './access.ts';
import type { Draft, DraftTour, PlanFinding } from './draft.ts';
import { nearestTours } from './insertion.ts';
import { aloneTour, co2Of, figuresOf, judgeTour } from './judge-draft.ts';
import { changePlan, findPlan, noteRun, type PlanRow } from './plan-store.ts';

const LONGEST_SECONDS = 600;

interface Input {
  plan: string;
  seconds: number;
  /** Only so many tours may change, the nearest to what is not planned yet; absent: all that are not locked. */
  mostChanged?: number;
}
/** What the search in the worker thread is given, and gives back. */
interface Search {
  problem: RoutingProblem;
  locks: Lock[];
  seed: number;
  seconds: number;
}
interface Found {
  tours: PlannedTour[];
  findings: Finding[];
  iterations: number;
  costs: { at: number; cost: number }[];
}

/** Searches better tours for a draft. Locked tours and locked stops stay; a cancelled search keeps its best. */
export const planToursKind: JobKind<Input, Search, Found> = {
  name: 'plan-tours',
  keepsBest: true,
  input: Type.Object(
    {
      plan: Id,
      seconds: Type.Number({ minimum: 1, maximum: LONGEST_SECONDS }),
      mostChanged: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    },
    { additionalProperties: false },
  ),
  may: may.plan,
  gather: async (house, run) => {
    const plan = await house.db.as(principalOfRun(run), (tx) => findPlan(tx, run.input.plan), { readOnly: true });
    if (plan?.state !== 'draft') return refuse('NOT_FOUND', { what: 'draft of a transport plan', id: run.input.plan });
    await house.db.system((tx) => noteRun(tx, plan.id, run.id));
    return { ...searchOf(plan, run.input.mostChanged), seed: plan.seed, seconds: run.input.seconds };
  },
  conclude: async (house, run, found) => {
    const plan = await house.db.as(principalOfRun(run), (tx) => findPlan(tx, run.input.plan), { readOnly: true });
    if (!plan) return { kept: false, reason: 'The plan was thrown away meanwhile.' };
    const { tours, findings } = mergeFound(plan, found, run.input.mostChanged);
    const [before, after] = [figuresOf(plan), figuresOf({ ...plan, tours })];
    const figures = { costBefore: before.cost, costAfter: after.cost, iterations: found.iterations };
    if (isWorse(before, after))
      return { ...figures, kept: false, reason: 'The plan on the board is cheaper; it stays.', costs: found.costs };
    const kept = await house.db.system((tx) => changePlan(tx, plan, { tours, findings, now: house.clock.instant() }));
    return { ...figures, kept, costs: found.costs, ...(!kept && { reason: 'The plan was changed meanwhile.' }) };
  },
};

type Figures = ReturnType<typeof figuresOf>;
const isWorse = (before: Figures, after: Figures): boolean =>
  before.tours > 0 && before.infeasible === 0 && before.unplanned <= after.unplanned && before.cost <= after.cost;

/** Tours that stay leave the problem with their orders and their trucks, and so do full loads; locked beginnings go in as locks. */
export function searchOf(plan: Draft, mostChanged?: number): Pick<Search, 'problem' | 'locks'> {
  const fixed = fixedTours(plan, mostChanged);
  const apart = [...fixed, ...fullLoads(plan, fixed)];
  const taken = new Set(apart.flatMap(({ stops }) => stops.map(({ order }) => order)));
  const used = (vehicle: string): number => apart.filter((tour) => tour.vehicle === vehicle).length;
  const orders = plan.problem.orders.filter(({ id }) => !taken.has(id));
  return {
    problem: {
      ...plan.problem,
      orders,
      vehicles: plan.problem.vehicles
        .map((vehicle) => ({ ...vehicle, count: Math.min(orders.length, vehicle.count - used(vehicle.id)) }))
        .filter(({ count }) => count > 0),
    },
    locks: plan.tours
      .filter((tour) => !apart.includes(tour) && tour.lockedStops > 0)
      .map(({ vehicle, stops, lockedStops }) => ({ vehicle, stops: stops.slice(0, lockedStops) })),
  };
}

/** Who fills so much of the largest truck shares it with nobody. */
const FULL = 0.9;

/** Full loads go straight, each with the truck that takes it cheapest; the search is for what can be put together. */
function fullLoads(plan: Draft, fixed: readonly DraftTour[]): DraftTour[] {
  const taken = new Set(fixed.flatMap(({ stops }) => stops.map(({ order }) => order)));
  const locked = new Set(plan.tours.flatMap((tour) => tour.stops.slice(0, tour.lockedStops).map(({ order }) => order)));
  const largest = plan.problem.dimensions.map((_, i) =>
    Math.max(...plan.problem.vehicles.map(({ capacity }) => capacity[i]!)),
  );
  const isFull = (amounts: readonly number[]): boolean => amounts.some((amount, i) => amount >= FULL * largest[i]!);
  return plan.problem.orders
    .filter(({ id, amounts }) => !taken.has(id) && !locked.has(id) && isFull(amounts))
    .flatMap(({ id }) => aloneTour(plan, id) ?? []);
}

function fixedTours(plan: Draft, mostChanged: number | undefined): DraftTour[] {
  if (mostChanged === undefined) return plan.tours.filter(({ locked }) => locked);
  const free = nearestTours(plan, mostChanged);
  return plan.tours.filter(({ id, locked }) => locked || !free.includes(id));
}

/** What was found beside what stayed. A tour that carries mostly what an old one did keeps its name. */
export function mergeFound(
  plan: PlanRow,
  found: Pick<Found, 'tours' | 'findings'>,
  mostChanged?: number,
): { tours: DraftTour[]; findings: PlanFinding[] } {
  const fixed = fixedTours(plan, mostChanged);
  const free = plan.tours.filter((tour) => !fixed.includes(tour));
  const old = new Map(free.map((tour) => [tour.id, tour]));
  const direct = fullLoads(plan, fixed).flatMap(({ planned }) => planned ?? []);
  const tours = [...direct, ...found.tours].map((planned) => draftOf(plan, planned, takeLikest(old, planned)));
  const stated = plan.findings.filter(({ code }) => !SEARCHED.includes(code));
  return { tours: named(plan, [...fixed, ...tours]), findings: [...stated, ...found.findings] };
}
/** Findings of a search, which the next one finds anew. */
const SEARCHED = ['NEVER_IN_TIME', 'FLEET_USED_UP', 'LOCK_UNKNOWN'];

function takeLikest(old: Map<string, DraftTour>, { stops }: PlannedTour): DraftTour | undefined {
  const orders = new Set(stops.map(({ order }) => order));
  const alike = [...old.values()].map((tour) => ({
    tour,
    shared: new Set(tour.stops.map(({ order }) => order).filter((order) => orders.has(order))).size,
  }));
  const best = alike.filter(({ shared }) => shared > 0).sort((a, b) => b.shared - a.shared)[0]?.tour;
  if (best) old.delete(best.id);
  return best;
}

function draftOf(plan: PlanRow, planned: PlannedTour, before: DraftTour | undefined): DraftTour {
  const stops = planned.stops.flatMap(({ order, at }) => (order && at !== 'reload' ? [{ order, at }] : []));
  const sameTruck = before?.vehicle === planned.vehicle;
  const usual = plan.facts.vehicles[planned.vehicle]?.carrier ?? null;
  const tour = {
    id: before?.id ?? '',
    vehicle: planned.vehicle,
    carrier: sameTruck ? before.carrier : usual,
    locked: false,
    lockedStops: Math.min(before?.lockedStops ?? 0, stops.length),
    stops,
    planned,
    co2Kg: co2Of(plan.problem, plan.facts, planned),
  };
  // The search counts with the truck's usual carrier.
  return tour.carrier === usual ? tour : judgeTour(plan, tour);
}

/** New tours are numbered within the plan; the plan's own mark keeps them apart from another plan's of the same day. */
function named(plan: PlanRow, tours: DraftTour[]): DraftTour[] {
  const taken = new Set(tours.map(({ id }) => id));
  let number = 1;
  return tours.map((tour) => {
    if (tour.id !== '') return tour;
    let id: string;
    do id = `tour-${plan.day}-${plan.id.slice(-4)}-${String(number++).padStart(2, '0')}`;
    while (taken.has(id));
    taken.add(id);
    return { ...tour, id };
  });
}
