import { dayNumber, isoWeekday } from '@intakt/material-flow';
import { works } from './calendar.ts';
import { chance } from './chance.ts';
import { VEHICLES } from './data/plant-parts.ts';
import type { Usage } from './network-shape.ts';

/** How full each weekday is, Monday first: it starts slowly, and ends early. */
const RHYTHM = [0.93, 1.02, 1.05, 1.04, 0.96];
/** Which vehicle is favoured on which weekday: the large ones in the middle of the week. */
const MIX = [
  [1.08, 1.0, 0.94, 0.96, 1.04],
  [1.02, 1.03, 0.98, 0.97, 1.0],
  [0.92, 0.98, 1.06, 1.06, 0.97],
  [0.94, 0.97, 1.05, 1.07, 0.95],
];
const ANCHOR = dayNumber('2000-01-01');

/** How many cars the plant builds; pure in seed and day, so that any day can be asked for at any time. */
export class BuildPlan {
  readonly #seed: number;
  /** Cars built from the anchor up to and including a day, one row of vehicles per day. */
  readonly #cumulative: Float64Array[] = [new Float64Array(VEHICLES.length)];

  constructor(seed: number) {
    this.#seed = seed;
  }

  built(vehicle: number, day: number): number {
    if (!works(day)) return 0;
    const weekday = isoWeekday(day) - 1;
    const noise = 0.96 + 0.08 * chance(this.#seed, 'build', vehicle, day);
    return Math.round(VEHICLES[vehicle]!.perDay * RHYTHM[weekday]! * MIX[vehicle]![weekday]! * noise);
  }

  /** What was used from the anchor to the end of `day`, whole units, for a part with this usage per car. */
  used(usage: Usage, day: number): number {
    const cars = this.#upTo(day);
    let total = 0;
    for (let vehicle = 0; vehicle < usage.length; vehicle++) total += usage[vehicle]! * cars[vehicle]!;
    return Math.round(total);
  }

  #upTo(day: number): Float64Array {
    const index = Math.max(0, day - ANCHOR + 1);
    while (this.#cumulative.length <= index) {
      const before = this.#cumulative[this.#cumulative.length - 1]!;
      const next = ANCHOR + this.#cumulative.length - 1;
      this.#cumulative.push(before.map((cars, vehicle) => cars + this.built(vehicle, next)));
    }
    return this.#cumulative[index]!;
  }
}

/** Average use per working day. */
export function averageUse(usage: Usage): number {
  return usage.reduce((sum, perCar, vehicle) => sum + perCar * VEHICLES[vehicle]!.perDay, 0);
}
