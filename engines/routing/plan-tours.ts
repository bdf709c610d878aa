import { inspectProblem } from './inspect-problem.ts';
import type { Finding, Lock, LockedStop, RoutingProblem } from './problem.ts';
import { Random } from './random.ts';
import { Docks } from './tours/docks.ts';
import { type Driven, driveTour, type Undrivable } from './tours/drive-tour.ts';
import { FleetSearch, type FleetState, jobsOf, type Tour } from './tours/fleet-search.ts';
import { brokenRule } from './tours/rules.ts';
import { buildWorld, RELOAD, type Step, type World } from './tours/world.ts';

export interface PlanOptions {
  seed: number;
  /** The search ends after so many iterations … */
  iterations: number;
  /** … or when this says so; asked between iterations. What was best until then is the answer. */
  isCancelled?: () => boolean;
  /** The share of the caller's time that is used up, from 0 to 1; absent: the share of the iterations. Ends the search at 1. */
  elapsed?: () => number;
  /** Told each time a cheaper plan is found. */
  onBetter?: (progress: { cost: number; iteration: number }) => void;
}

export interface RoutingPlan {
  tours: PlannedTour[];
  /** Orders that are served by no tour, each with its reason; and what else of the problem was found wrong. */
  findings: Finding[];
  unplanned: string[];
  /** Of all tours; prizes that were let go are not in it. */
  cost: number;
  iterations: number;
}

export interface PlannedTour {
  vehicle: string;
  stops: PlannedStop[];
  departureSeconds: number;
  arrivalSeconds: number;
  distanceMeters: number;
  drivingSeconds: number;
  breakSeconds: number;
  restSeconds: number;
  cost: number;
  lateCost: number;
  /** By dimension, the largest share of the capacity in use. */
  fill: number[];
}

export interface PlannedStop {
  place: string;
  /** Absent where the truck comes back to its start between two trips. */
  order?: string;
  at: 'pickup' | 'delivery' | 'reload';
  arrivalSeconds: number;
  startSeconds: number;
  departureSeconds: number;
}

/**
 * Plans the tours of a fleet: cheapest in fixed, distance, time, stop and lateness cost, every rule kept. Anytime and
 * deterministic: the same problem, seed and number of iterations give the same plan on every machine.
 *
 * @example planTours(problem, { seed: 1, iterations: 2000 }).tours[0].stops.map(({ place }) => place)
 */
export function planTours(stated: RoutingProblem, options: PlanOptions): RoutingPlan {
  const { problem, findings } = inspectProblem(stated);
  const world = buildWorld(problem);
  const search = new FleetSearch(world, new Random(options.seed), lockedTours(world, problem.locks ?? []));
  let iteration = 0;
  for (let elapsed = 0; iteration < options.iterations && elapsed < 1; iteration++) {
    if (options.isCancelled?.()) break;
    elapsed = options.elapsed?.() ?? iteration / options.iterations;
    const before = search.bestCost;
    search.step(Math.min(1, elapsed));
    if (search.bestCost < before) options.onBetter?.({ cost: search.bestCost, iteration });
  }
  return describe(world, search.best(), findings, iteration);
}

/**
 * What a tour costs as a planner put it together, or why it cannot be driven. The same judge as the search's.
 */
export function evaluateTour(problem: RoutingProblem, { vehicle, stops }: Lock): PlannedTour | Undrivable {
  const world = buildWorld(problem);
  const truck = world.trucks.find(({ type }) => type.id === vehicle);
  if (!truck) return { feasible: false, reason: `${vehicle} is no truck of this problem` };
  const steps = stops.map((stop) => stepOf(world, stop));
  const reason = brokenRule({ world, truck, jobs: jobsOf(steps) }) ?? wrongOrder(world, steps);
  if (reason) return { feasible: false, reason };
  const driven = driveTour(world, { truck, steps, docks: new Docks(world.bays), tour: 0 });
  return driven.feasible ? plannedTour(world, vehicle, driven) : driven;
}

function wrongOrder(world: World, steps: Step[]): string | undefined {
  const seen = new Set<number>();
  for (const step of steps) {
    if (step === RELOAD) continue;
    const { order } = world.jobs[step.job]!;
    if (step.isPickup) seen.add(step.job);
    else if (order.pickup && !seen.has(step.job)) return `${order.id} is delivered before it is picked up`;
  }
  return undefined;
}

function lockedTours(world: World, locks: Lock[]): Tour[] {
  const tours: Tour[] = world.trucks.map(() => ({ steps: [], locked: 0 }));
  for (const lock of locks) {
    const index = world.trucks.findIndex(({ type }, i) => type.id === lock.vehicle && tours[i]!.locked === 0);
    if (index < 0) continue;
    const steps = lock.stops.map((stop) => stepOf(world, stop));
    // What was picked up in the locked part and is delivered later comes right behind it, until the search is told better.
    const open = jobsOf(steps).filter(
      (job) => world.jobs[job]!.delivery && !steps.includes(world.jobs[job]!.delivery!),
    );
    tours[index] = { steps: [...steps, ...open.map((job) => world.jobs[job]!.delivery!)], locked: steps.length };
  }
  return tours;
}

function stepOf(world: World, { order, at }: LockedStop): Step {
  const job = world.jobs.find((known) => known.order.id === order);
  const task = job?.[at];
  if (!task) throw new RangeError(`${order} has no ${at}`);
  return task;
}

function describe(world: World, { tours, outside }: FleetState, findings: Finding[], iterations: number): RoutingPlan {
  const planned = tours.flatMap(({ driven }, i) =>
    driven ? [plannedTour(world, world.trucks[i]!.type.id, driven)] : [],
  );
  const reasons = outside.flatMap((job) => reasonFor(world, job) ?? []);
  return {
    tours: planned,
    findings: [...findings, ...reasons],
    unplanned: outside.map((job) => world.jobs[job]!.order.id),
    cost: planned.reduce((sum, { cost }) => sum + cost, 0),
    iterations,
  };
}

/** Why an order is in no tour: not even an empty truck can serve it, or all trucks that could are in use. */
function reasonFor(world: World, job: number): Finding | undefined {
  const { order, pickup, delivery } = world.jobs[job]!;
  if (order.prize !== undefined) return undefined;
  const steps = [pickup, delivery].filter((task) => task !== undefined);
  const refusals = world.trucks.map((truck) => {
    const reason = brokenRule({ world, truck, jobs: [job] });
    if (reason) return reason;
    const alone = driveTour(world, { truck, steps, docks: new Docks(world.bays), tour: 0 });
    return alone.feasible ? undefined : alone.reason;
  });
  if (refusals.every((reason) => reason !== undefined))
    return {
      code: 'NEVER_IN_TIME',
      subject: order.id,
      message: `${order.id} fits no truck even alone: ${refusals[0] ?? 'there is no truck'}. Widen its window, or send it by other means.`,
    };
  return {
    code: 'FLEET_USED_UP',
    subject: order.id,
    message: `Every truck that could take ${order.id} is full. Add a truck.`,
  };
}

function plannedTour(world: World, vehicle: string, driven: Driven): PlannedTour {
  const { places } = world.problem;
  const truck = world.trucks.find(({ type }) => type.id === vehicle)!;
  return {
    vehicle,
    stops: driven.visits.map(({ step, arrival, start, departure }) => ({
      place: places[step === RELOAD ? truck.start : step.place]!.id,
      ...(step !== RELOAD && { order: world.jobs[step.job]!.order.id }),
      at: step === RELOAD ? 'reload' : step.isPickup ? 'pickup' : 'delivery',
      arrivalSeconds: arrival,
      startSeconds: start,
      departureSeconds: departure,
    })),
    departureSeconds: driven.departure,
    arrivalSeconds: driven.arrival,
    distanceMeters: driven.distanceMeters,
    drivingSeconds: driven.drivingSeconds,
    breakSeconds: driven.breakSeconds,
    restSeconds: driven.restSeconds,
    cost: driven.cost,
    lateCost: driven.lateCost,
    fill: driven.fill,
  };
}
