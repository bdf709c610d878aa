import type { Random } from '../random.ts';
import { Docks } from './docks.ts';
import { type Driven, driveTour, tripsOf } from './drive-tour.ts';
import { brokenRule } from './rules.ts';
import { RELOAD, type Step, type World } from './world.ts';

/** A tour of one truck. The first `locked` steps stay. */
export interface Tour {
  steps: readonly Step[];
  locked: number;
  driven?: Driven;
}

export interface FleetState {
  tours: Tour[];
  outside: number[];
  cost: number;
}

const START_HEAT = 0.05;
const COOLED = 0.005;
const BLINK = 0.02;
const MOST_REMOVED = 12;

/**
 * Ruin and recreate over tours with every rule (Schrimpf et al., Journal of Computational Physics 159, 2000; removal by
 * nearness and blinks as in Christiaens and Vanden Berghe 2020). Each place for an order is judged by driving the tour, so
 * that whatever `driveTour` knows is kept; places whose detour alone costs too much are passed over without driving.
 */
export class FleetSearch {
  readonly #world: World;
  readonly #random: Random;
  readonly #docks: Docks;
  readonly #lockedJobs: ReadonlySet<number>;
  readonly #near: Int32Array[];
  readonly #mandatoryPrice: number;
  #tours: Tour[];
  #outside: number[] = [];
  #cost = 0;
  #best: FleetState;
  #startTemperature = 0;

  constructor(world: World, random: Random, locked: Tour[]) {
    this.#world = world;
    this.#random = random;
    this.#docks = new Docks(world.bays);
    this.#lockedJobs = new Set(locked.flatMap(({ steps }) => jobsOf(steps)));
    this.#near = nearestJobs(world);
    this.#mandatoryPrice = mandatoryPrice(world);
    this.#tours = locked.map((tour) => ({ ...tour }));
    for (let tour = 0; tour < this.#tours.length; tour++) this.#redrive(tour);
    this.#outside = world.jobs.map((_, job) => job).filter((job) => !this.#lockedJobs.has(job));
    random.shuffle(Int32Array.from(this.#outside));
    this.#recreate();
    this.#cost = this.#price();
    this.#best = this.#state();
    this.#startTemperature = (START_HEAT * this.#tourCost()) / Math.max(1, world.jobs.length) + 1e-9;
  }

  get bestCost(): number {
    return this.#best.cost;
  }

  best(): FleetState {
    return this.#best;
  }

  /** One iteration; `elapsed` is the share of the time that is used up, from 0 to 1. */
  step(elapsed: number): void {
    const before = this.#state();
    this.#ruin();
    this.#recreate();
    const price = this.#price();
    const heat = this.#startTemperature * 20 * COOLED ** elapsed;
    if (price < this.#cost - heat * Math.log(this.#random.unit())) {
      this.#cost = price;
      if (price < this.#best.cost - 1e-9) this.#best = this.#state();
    } else this.#restore(before);
  }

  #state(): FleetState {
    return { tours: [...this.#tours], outside: [...this.#outside], cost: this.#price() };
  }

  #restore({ tours, outside }: FleetState): void {
    const changed = tours.flatMap((tour, i) => (tour === this.#tours[i] ? [] : [i]));
    this.#tours = [...tours];
    this.#outside = [...outside];
    for (const tour of changed) this.#book(tour);
  }

  #tourCost(): number {
    return this.#tours.reduce((sum, { driven }) => sum + (driven?.cost ?? 0), 0);
  }

  #price(): number {
    const lost = (job: number) => this.#world.jobs[job]!.order.prize ?? this.#mandatoryPrice;
    return this.#tourCost() + this.#outside.reduce((sum, job) => sum + lost(job), 0);
  }

  #ruin(): void {
    const { jobs } = this.#world;
    if (jobs.length === 0) return;
    const centre = this.#random.below(jobs.length);
    const count = 1 + this.#random.below(Math.min(MOST_REMOVED, jobs.length));
    const out = new Set([...this.#near[centre]!.subarray(0, count)].filter((job) => !this.#lockedJobs.has(job)));
    if (this.#random.below(10) === 0) for (const job of this.#wholeTour()) out.add(job);
    for (const job of this.#outside) out.delete(job);
    for (const [i, tour] of this.#tours.entries()) {
      if (!tour.steps.some((step) => step !== RELOAD && out.has(step.job))) continue;
      this.#tours[i] = {
        ...tour,
        steps: tidyReloads(tour.steps.filter((step) => step === RELOAD || !out.has(step.job))),
      };
      if (!this.#redrive(i)) this.#emptyOut(i, out);
    }
    this.#outside.push(...out);
  }

  #wholeTour(): number[] {
    const used = this.#tours.filter(({ steps }) => steps.length > 0);
    if (used.length === 0) return [];
    return jobsOf(used[this.#random.below(used.length)]!.steps).filter((job) => !this.#lockedJobs.has(job));
  }

  /** Without some stops a tour can be worse, where breaks or bays fall otherwise: then all that is free leaves it. */
  #emptyOut(index: number, out: Set<number>): void {
    const tour = this.#tours[index]!;
    for (const job of jobsOf(tour.steps)) if (!this.#lockedJobs.has(job)) out.add(job);
    this.#tours[index] = { ...tour, steps: tour.steps.slice(0, tour.locked) };
    this.#redrive(index);
  }

  /** Drives a tour as it stands, and books its bays; false where it cannot be driven. */
  #redrive(index: number): boolean {
    const tour = this.#tours[index]!;
    this.#docks.release(index);
    const driven = tour.steps.length > 0 ? this.#drive(index, tour.steps) : undefined;
    this.#tours[index] = { steps: tour.steps, locked: tour.locked, driven };
    this.#book(index);
    return tour.steps.length === 0 || driven !== undefined;
  }

  #drive(index: number, steps: readonly Step[]): Driven | undefined {
    const driven = driveTour(this.#world, {
      truck: this.#world.trucks[index]!,
      steps,
      docks: this.#docks,
      tour: index,
    });
    return driven.feasible ? driven : undefined;
  }

  #book(index: number): void {
    this.#docks.release(index);
    for (const { step, start, departure } of this.#tours[index]!.driven?.visits ?? [])
      if (step !== RELOAD && this.#docks.isLimited(step.place))
        this.#docks.take(step.place, { tour: index, from: start, until: departure });
  }

  #recreate(): void {
    this.#arrange();
    this.#outside = this.#outside.filter((job) => !this.#insert(job));
  }

  #arrange(): void {
    const order = Int32Array.from(this.#outside);
    this.#random.shuffle(order);
    this.#outside = [...order];
    const { jobs } = this.#world;
    const heaviness = (job: number) => Math.max(...jobs[job]!.amounts);
    if (this.#random.below(4) === 0) this.#outside.sort((a, b) => heaviness(b) - heaviness(a));
    // What has to be served comes before what only may be.
    this.#outside.sort((a, b) => +(jobs[a]!.order.prize !== undefined) - +(jobs[b]!.order.prize !== undefined));
  }

  #insert(job: number): boolean {
    const { prize } = this.#world.jobs[job]!.order;
    let best: { tour: number; steps: Step[]; driven: Driven; added: number } | undefined;
    const triedEmpty = new Set<string>();
    for (const [index, tour] of this.#tours.entries()) {
      const truck = this.#world.trucks[index]!;
      // Empty trucks of one type are all the same.
      if (tour.steps.length === 0 && triedEmpty.has(truck.type.id)) continue;
      if (tour.steps.length === 0) triedEmpty.add(truck.type.id);
      if (brokenRule({ world: this.#world, truck, jobs: [...jobsOf(tour.steps), job] })) continue;
      const limit = best?.added ?? prize ?? Number.POSITIVE_INFINITY;
      const found = this.#bestPlace(index, job, limit);
      if (found) best = { tour: index, ...found };
    }
    if (!best) return false;
    this.#tours[best.tour] = { steps: best.steps, locked: this.#tours[best.tour]!.locked, driven: best.driven };
    this.#book(best.tour);
    return true;
  }

  #bestPlace(index: number, job: number, limit: number): { steps: Step[]; driven: Driven; added: number } | undefined {
    const tour = this.#tours[index]!;
    const before = tour.driven?.cost ?? 0;
    let best: { steps: Step[]; driven: Driven; added: number } | undefined;
    for (const steps of placesFor(this.#world, index, tour, job)) {
      if (this.#random.unit() < BLINK) continue;
      if (this.#leastCost(index, steps) - before >= (best?.added ?? limit)) continue;
      const driven = this.#drive(index, steps);
      if (driven && driven.cost - before < (best?.added ?? limit))
        best = { steps, driven, added: driven.cost - before };
    }
    return best;
  }

  /** Fixed cost and distance: what the tour costs at the very least. */
  #leastCost(index: number, steps: readonly Step[]): number {
    const { distance, places } = this.#world;
    const { start, end, type } = this.#world.trucks[index]!;
    let meters = 0;
    let from = start;
    for (const step of steps) {
      const to = step === RELOAD ? start : step.place;
      meters += distance[from * places + to]!;
      from = to;
    }
    return type.fixedCost + (type.costPerKm * (meters + distance[from * places + end]!)) / 1000;
  }
}

export function jobsOf(steps: readonly Step[]): number[] {
  return [...new Set(steps.flatMap((step) => (step === RELOAD ? [] : step.job)))];
}

/** Every way to put an order into a tour behind what is locked; where the truck reloads, also on a trip of its own at the end. */
function* placesFor(world: World, index: number, { steps, locked }: Tour, job: number): Generator<Step[]> {
  const { pickup, delivery } = world.jobs[job]!;
  const { reload } = world.trucks[index]!.type;
  for (let i = locked; i <= steps.length; i++) {
    const first = pickup ?? delivery!;
    if (!pickup || !delivery) {
      yield steps.toSpliced(i, 0, first);
      continue;
    }
    for (let j = i; j <= steps.length; j++) {
      yield [...steps.slice(0, i), pickup, ...steps.slice(i, j), delivery, ...steps.slice(j)];
      if (steps[j] === RELOAD) break;
    }
  }
  if (reload && steps.length > 0 && tripsOf(steps).length < reload.maxTrips)
    yield [...steps, RELOAD, ...(pickup ? [pickup] : []), ...(delivery ? [delivery] : [])];
}

/** A trip that became empty goes. */
function tidyReloads(steps: readonly Step[]): Step[] {
  const kept = steps.filter((step, i) => step !== RELOAD || (i > 0 && steps[i - 1] !== RELOAD));
  while (kept.at(-1) === RELOAD) kept.pop();
  return kept;
}

/** Dearer than anything that a detour for one order could cost. */
function mandatoryPrice({ distance, trucks, problem, jobs }: World): number {
  const farthest = distance.reduce((most, meters) => Math.max(most, meters), 0);
  const dearest = trucks.reduce(
    (most, { type }) => Math.max(most, type.fixedCost + (4 * farthest * type.costPerKm) / 1000 + 48 * type.costPerHour),
    1,
  );
  const prizes = jobs.reduce((sum, { order }) => sum + (order.prize ?? 0), 0);
  return 10 * dearest + prizes + problem.dimensions.length;
}

function nearestJobs(world: World): Int32Array[] {
  const placeOf = world.jobs.map(({ pickup, delivery }) => (pickup ?? delivery!).place);
  return placeOf.map((from) => {
    const order = Int32Array.from(placeOf, (_, job) => job);
    const way = (job: number) => world.distance[from * world.places + placeOf[job]!]!;
    return order.sort((a, b) => way(a) - way(b) || a - b).slice(0, 60);
  });
}
