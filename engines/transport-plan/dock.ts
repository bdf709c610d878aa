import { isoWeekdays, SLOT_SECONDS, SLOTS_PER_DAY } from './clock.ts';
import type { Plant } from './network.ts';

/** A truck, or several at once, at the plant. */
export interface Arrival {
  /** Index among the plant's working days. */
  day: number;
  seconds: number;
}

/** One of the ways in which something may come: all its arrivals of a week, and what this costs beside the others. */
export interface Choice {
  arrivals: Arrival[];
  extraCost: number;
  /** What the caller knows it by. */
  key: number;
}

export interface Caller {
  choices: Choice[];
  unloadSeconds: number;
  trucks: number;
}

export interface DockPlan {
  /** For each caller the index of its choice. */
  chosen: number[];
  /** Trucks by working day and hour. */
  arrivalsPerHour: number[][];
  peakPerHour: number;
  /** Trucks that stand while all bays are taken, in minutes of a week. */
  overloadMinutes: number;
}

/** Prices that order what matters: never too few bays, then what times cost, then level hours. */
const OVERLOAD = 1e4;
const LEVEL = 1.5;
const MOST_SWEEPS = 40;

/**
 * Gives everything that comes to the plant a pattern and a time, so that bays suffice and hours are level: Σ of squared arrivals
 * per hour. Places one caller after the other, those with least choice first, then moves single ones while that helps.
 */
export function planDock(plant: Plant, callers: readonly Caller[], isCancelled: () => boolean = () => false): DockPlan {
  const board = new Board(plant);
  const order = callers
    .map((_, i) => i)
    .sort((a, b) => callers[a]!.choices.length - callers[b]!.choices.length || a - b);
  const chosen = new Array<number>(callers.length).fill(0);
  for (const index of order) {
    chosen[index] = board.best(callers[index]!);
    board.put(callers[index]!, chosen[index]!, 1);
  }
  for (let sweep = 0, moved = true; moved && sweep < MOST_SWEEPS && !isCancelled(); sweep++) {
    moved = false;
    for (const index of order) {
      const caller = callers[index]!;
      if (caller.choices.length < 2) continue;
      board.put(caller, chosen[index]!, -1);
      const before = board.price(caller, chosen[index]!);
      const best = board.best(caller);
      if (board.price(caller, best) < before - 1e-6) {
        chosen[index] = best;
        moved = true;
      }
      board.put(caller, chosen[index]!, 1);
    }
  }
  return { chosen, ...board.result() };
}

class Board {
  readonly #bays: number;
  readonly #busy: Float64Array;
  readonly #hours: Float64Array;
  readonly #days: number;

  constructor(plant: Plant) {
    this.#bays = plant.bays;
    this.#days = isoWeekdays(plant).length;
    this.#busy = new Float64Array(this.#days * SLOTS_PER_DAY);
    this.#hours = new Float64Array(this.#days * 24);
  }

  best(caller: Caller): number {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (let choice = 0; choice < caller.choices.length; choice++) {
      const price = this.price(caller, choice);
      if (price < least - 1e-9) [best, least] = [choice, price];
    }
    return best;
  }

  /** What it would add. Arrivals of one choice are on different days or apart, so they are priced one by one. */
  price(caller: Caller, index: number): number {
    const choice = caller.choices[index]!;
    let price = choice.extraCost;
    for (const arrival of choice.arrivals) {
      const hour = this.#hours[this.#hourOf(arrival)]!;
      price += LEVEL * ((hour + caller.trucks) ** 2 - hour ** 2);
      const [from, to] = this.#slotsOf(arrival, caller);
      for (let slot = from; slot < to; slot++) {
        const before = Math.max(0, this.#busy[slot]! - this.#bays);
        price += OVERLOAD * (Math.max(0, this.#busy[slot]! + caller.trucks - this.#bays) - before);
      }
    }
    return price;
  }

  put(caller: Caller, index: number, sign: 1 | -1): void {
    for (const arrival of caller.choices[index]!.arrivals) {
      this.#hours[this.#hourOf(arrival)]! += sign * caller.trucks;
      const [from, to] = this.#slotsOf(arrival, caller);
      for (let slot = from; slot < to; slot++) this.#busy[slot]! += sign * caller.trucks;
    }
  }

  result(): Omit<DockPlan, 'chosen'> {
    const over = this.#busy.reduce((sum, trucks) => sum + Math.max(0, trucks - this.#bays), 0);
    return {
      arrivalsPerHour: Array.from({ length: this.#days }, (_, day) =>
        Array.from(this.#hours.slice(day * 24, day * 24 + 24)),
      ),
      peakPerHour: this.#hours.reduce((most, hour) => Math.max(most, hour), 0),
      overloadMinutes: (over * SLOT_SECONDS) / 60,
    };
  }

  #hourOf({ day, seconds }: Arrival): number {
    return day * 24 + Math.min(23, Math.floor(seconds / 3600));
  }

  #slotsOf({ day, seconds }: Arrival, { unloadSeconds }: Caller): [number, number] {
    const from = Math.floor(seconds / SLOT_SECONDS);
    const to = Math.min(SLOTS_PER_DAY, Math.max(from + 1, Math.ceil((seconds + unloadSeconds) / SLOT_SECONDS)));
    return [day * SLOTS_PER_DAY + from, day * SLOTS_PER_DAY + to];
  }
}
