import type { Window } from '../problem.ts';
import type { Docks } from './docks.ts';
import { DriverDay } from './driver-hours.ts';
import { travelSeconds } from './travel-time.ts';
import { RELOAD, type Step, type Task, type Truck, type World } from './world.ts';

/** A tour as it would be driven. */
export interface Driven {
  feasible: true;
  visits: Visit[];
  departure: number;
  arrival: number;
  distanceMeters: number;
  drivingSeconds: number;
  breakSeconds: number;
  restSeconds: number;
  cost: number;
  /** What of the cost is the price of being late. */
  lateCost: number;
  /** By dimension, the largest share of the capacity that is used anywhere on the tour. */
  fill: number[];
}

export interface Visit {
  step: Step;
  arrival: number;
  /** When service begins, after waiting for window and bay. */
  start: number;
  departure: number;
}

export interface Undrivable {
  feasible: false;
  reason: string;
}

export interface Trip {
  truck: Truck;
  steps: readonly Step[];
  docks: Docks;
  /** The tour's own number among the users of bays. */
  tour: number;
}

/**
 * Drives a tour stop by stop: travel by time of day, breaks and rests, windows, bays, loads of every trip, limits. It leaves as
 * late as it pays, because a driver who waits is paid. The one place where a tour is judged.
 */
export function driveTour(world: World, trip: Trip): Driven | Undrivable {
  const overload = overloadOf(world, trip);
  if (overload) return overload;
  const early = new Drive(world, trip, trip.truck.type.shift.fromSeconds).run();
  if (!early.feasible) return early;
  const best = early.slack > 0 ? leavingLate(world, trip, early) : early;
  const { maxDurationSeconds: longest = Number.POSITIVE_INFINITY, id } = trip.truck.type;
  const duration = durationOf(best);
  return duration > longest ? refuse(`${round(duration)} s, longer than a tour of ${id} may take`) : best;
}

const TRIES = 5;

/** Who leaves as late as windows let him has not rested while he waited: where that costs more, a part of it is tried. */
function leavingLate(world: World, trip: Trip, early: Driven & { slack: number }): Driven {
  for (let wait = early.slack, left = TRIES; left > 0; wait /= 2, left--) {
    const late = new Drive(world, trip, early.departure + wait).run();
    if (late.feasible && late.cost <= early.cost && durationOf(late) <= durationOf(early)) return late;
  }
  return early;
}

const durationOf = ({ departure, arrival }: Driven): number => arrival - departure;

/** Goods without a pick-up are aboard from the start of their trip, goods without a delivery until its end. */
function overloadOf(world: World, { truck, steps }: Trip): Undrivable | undefined {
  const peaks = peakLoads(world, steps);
  const at = peaks.findIndex((peak, i) => peak > truck.type.capacity[i]! + 1e-9);
  if (at < 0) return undefined;
  const name = world.problem.dimensions[at];
  return refuse(
    `${truck.type.id} carries ${truck.type.capacity[at]} ${name}, and ${round(peaks[at]!)} would be aboard`,
  );
}

function peakLoads(world: World, steps: readonly Step[]): number[] {
  return world.problem.dimensions.map((_, dimension) => {
    let peak = 0;
    for (const trip of tripsOf(steps)) {
      const amountOf = (task: Task) => world.jobs[task.job]!.amounts[dimension]!;
      const isFromStart = (task: Task) => !task.isPickup && !world.jobs[task.job]!.pickup;
      let load = trip.reduce((sum, task) => sum + (isFromStart(task) ? amountOf(task) : 0), 0);
      peak = Math.max(peak, load);
      for (const task of trip) {
        load += task.isPickup ? amountOf(task) : -amountOf(task);
        peak = Math.max(peak, load);
      }
    }
    return peak;
  });
}

export function tripsOf(steps: readonly Step[]): Task[][] {
  const trips: Task[][] = [[]];
  for (const step of steps) {
    if (step === RELOAD) trips.push([]);
    else trips.at(-1)!.push(step);
  }
  return trips;
}

const refuse = (reason: string): Undrivable => ({ feasible: false, reason });
const round = (value: number): number => Math.round(value * 100) / 100;

class Drive {
  readonly #world: World;
  readonly #trip: Trip;
  readonly #departure: number;
  readonly #day: DriverDay | undefined;
  #clock: number;
  #place: number;
  #meters = 0;
  #driving = 0;
  #waited = 0;
  #slack = Number.POSITIVE_INFINITY;
  #lateCost = 0;
  readonly #visits: Visit[] = [];

  constructor(world: World, trip: Trip, departure: number) {
    this.#world = world;
    this.#trip = trip;
    this.#departure = departure;
    this.#clock = departure;
    this.#place = trip.truck.start;
    this.#day = trip.truck.type.driverHours ? new DriverDay(departure) : undefined;
  }

  run(): (Driven & { slack: number }) | Undrivable {
    const { truck, steps } = this.#trip;
    for (const step of steps) {
      const refused = step === RELOAD ? this.#reload() : this.#visit(step);
      if (refused) return refused;
    }
    this.#driveTo(truck.end);
    return this.#brokenLimit() ?? this.#result();
  }

  #reload(): Undrivable | undefined {
    const { type, start } = this.#trip.truck;
    this.#driveTo(start);
    const arrival = this.#clock;
    this.#serve(arrival, type.reload?.seconds ?? 0);
    this.#visits.push({ step: RELOAD, arrival, start: arrival, departure: this.#clock });
    return type.reload ? undefined : refuse(`${type.id} does not reload`);
  }

  #visit(task: Task): Undrivable | undefined {
    const isSameStop = this.#place === task.place && this.#visits.length > 0;
    this.#driveTo(task.place);
    const arrival = this.#clock;
    const start = this.#serviceStart(task, isSameStop);
    if (start === undefined)
      return refuse(
        `${this.#world.problem.places[task.place]!.id} is reached at ${round(arrival)} s, when its last window is over`,
      );
    this.#waited += start.at - arrival;
    this.#slack = Math.min(this.#slack, this.#waited + start.window.toSeconds - start.at);
    this.#lateCost += priceOfDelay(start.window, start.at);
    this.#serve(start.at, task.serviceSeconds);
    this.#visits.push({ step: task, arrival, start: start.at, departure: this.#clock });
    return undefined;
  }

  /** The first moment that suits a window, a free bay and the driver; each may push the others on, but time only grows. */
  #serviceStart(task: Task, isSameStop: boolean): { at: number; window: Window } | undefined {
    const { docks, tour } = this.#trip;
    let at = this.#clock;
    for (const window of task.windows.length > 0 ? task.windows : [ALWAYS]) {
      at = Math.max(at, window.fromSeconds);
      if (docks.isLimited(task.place) && !isSameStop) at = docks.freeFrom(task.place, at, task.serviceSeconds, tour);
      if (at > window.toSeconds) continue;
      // Who waits long enough has rested when the gate opens.
      if (at > this.#clock) this.#day?.wait(at - this.#clock, at);
      at = this.#day ? this.#day.beforeService(at, task.serviceSeconds) : at;
      if (at <= window.toSeconds) return { at, window };
    }
    return undefined;
  }

  #serve(start: number, seconds: number): void {
    this.#clock = this.#day ? this.#day.serve(start, seconds) : start + seconds;
  }

  #driveTo(place: number): void {
    if (place === this.#place) return;
    const seconds = travelSeconds(this.#world, this.#place, place, this.#clock);
    this.#meters += this.#world.distance[this.#place * this.#world.places + place]!;
    this.#driving += seconds;
    this.#clock = this.#day ? this.#day.drive(this.#clock, seconds) : this.#clock + seconds;
    this.#place = place;
  }

  #brokenLimit(): Undrivable | undefined {
    const { type } = this.#trip.truck;
    const trips = tripsOf(this.#trip.steps).length;
    const over = (value: number, limit: number | undefined): boolean => limit !== undefined && value > limit;
    if (over(this.#clock, type.shift.toSeconds)) return refuse(`the shift of ${type.id} ends before it is home`);
    if (over(this.#meters, type.maxDistanceMeters))
      return refuse(`${round(this.#meters)} m, more than ${type.id} may drive`);
    if (over(trips, type.reload?.maxTrips ?? 1)) return refuse(`${trips} trips, more than ${type.id} makes`);
    return undefined;
  }

  #result(): Driven & { slack: number } {
    const { truck, steps } = this.#trip;
    const { type } = truck;
    const places = this.#visits.filter(({ step }, i) => step !== RELOAD && placeOf(this.#visits[i - 1]) !== step.place);
    const peaks = peakLoads(this.#world, steps);
    const cost =
      type.fixedCost +
      (type.costPerKm * this.#meters) / 1000 +
      (type.costPerHour * (this.#clock - this.#departure)) / 3600 +
      type.costPerStop * places.length +
      this.#lateCost;
    return {
      feasible: true,
      visits: this.#visits,
      departure: this.#departure,
      arrival: this.#clock,
      distanceMeters: this.#meters,
      drivingSeconds: this.#driving,
      breakSeconds: this.#day?.breakSeconds ?? 0,
      restSeconds: this.#day?.restSeconds ?? 0,
      cost,
      lateCost: this.#lateCost,
      fill: peaks.map((peak, i) => (type.capacity[i]! > 0 ? peak / type.capacity[i]! : 0)),
      slack: this.#visits.length > 0 ? Math.min(this.#slack, this.#waited) : 0,
    };
  }
}

const ALWAYS: Window = { fromSeconds: Number.NEGATIVE_INFINITY, toSeconds: Number.POSITIVE_INFINITY };

const placeOf = (visit: Visit | undefined): number => (visit && visit.step !== RELOAD ? visit.step.place : -1);

function priceOfDelay({ dueSeconds, lateCostPerHour = 0 }: Window, start: number): number {
  return dueSeconds === undefined ? 0 : (Math.max(0, start - dueSeconds) / 3600) * lateCostPerHour;
}
