import { leastTripCost, mayShare, milkRunOption, tourPatterns } from './milk-run.ts';
import type { Option } from './option.ts';
import { metersBetween, type Prepared, restOf } from './prepared.ts';

/** So many lanes that lie on the way are tried next to each lane of a tour. */
const NEIGHBOURS = 14;
/** So many of the best tours of each length are made longer. */
const BEAM = 240;
const LONGEST = 8;
/** Of so many stops all orders are tried. */
const FEW = 4;
/** A tour that costs so much more than its lanes are worth may still become good with another lane. */
const HOPE = 1.08;

interface Sprout {
  lanes: number[];
  /** Best value over trucks and frequencies: what its lanes are worth less what it costs at least. */
  worth: number;
}

/** Tours that have been priced, so that nothing is driven twice. */
export class TourPool {
  readonly options: Option[] = [];
  readonly #prepared: Prepared;
  /** Everything that was driven, by truck, frequency and stops. */
  readonly #driven = new Map<string, Option | undefined>();
  readonly #kept = new Set<string>();
  readonly #neighbours: number[][];

  constructor(prepared: Prepared) {
    this.#prepared = prepared;
    this.#neighbours = neighboursOf(prepared);
  }

  /**
   * Makes tours longer, lane by lane, as long as they are worth it at the given worth of each lane: what it costs alone at first, the
   * duals of the master problem later, which makes this its pricing step. Returns how many new tours came in.
   */
  grow(worth: readonly number[], isCancelled: () => boolean): number {
    const before = this.options.length;
    let beam = this.#prepared.lanes
      .map(({ number }) => this.#price([number], worth))
      .filter((sprout) => sprout !== undefined);
    for (let length = 2; length <= LONGEST && beam.length > 0; length++) {
      if (isCancelled()) break;
      beam = this.#longer(beam, worth);
    }
    return this.options.length - before;
  }

  #longer(beam: Sprout[], worth: readonly number[]): Sprout[] {
    const sets = new Map<string, Sprout>();
    for (const { lanes } of beam) {
      for (const added of this.#near(lanes)) {
        const key = [...lanes, added].sort((a, b) => a - b).join(' ');
        if (sets.has(key)) continue;
        const sprout = this.#price(improved(this.#prepared, inserted(this.#prepared, lanes, added)), worth);
        sets.set(key, sprout ?? { lanes: [], worth: Number.NEGATIVE_INFINITY });
      }
    }
    const found = [...sets.values()].filter(({ lanes }) => lanes.length > 0);
    return found.sort((a, b) => b.worth - a.worth || compare(a.lanes, b.lanes)).slice(0, BEAM);
  }

  #near(lanes: readonly number[]): number[] {
    return [...new Set(lanes.flatMap((lane) => this.#neighbours[lane]!))].filter((lane) => !lanes.includes(lane));
  }

  /** Tries all trucks and frequencies; those that may pay are driven and kept. */
  #price(lanes: number[], worth: readonly number[]): Sprout | undefined {
    const prepared = this.#prepared;
    const value = lanes.reduce((sum, lane) => sum + worth[lane]!, 0);
    let best = Number.NEGATIVE_INFINITY;
    for (const [truck, { stated }] of prepared.trucks.entries()) {
      if (!mayShare(prepared, lanes, truck)) continue;
      const isOneWay = stated.milkRun?.oneWay !== undefined;
      const tour = isOneWay ? opened(prepared, lanes) : lanes;
      const trip = leastTripCost(prepared, tour, truck);
      for (let frequency = 1; frequency <= prepared.working.length && trip * frequency <= value * HOPE; frequency++) {
        if (!fitsTogether(prepared, tour, { truck, gap: Math.max(...prepared.rhythms[frequency]!.gaps) })) continue;
        best = Math.max(best, value - trip * frequency);
        if (trip * frequency < value) this.#add({ lanes: tour, truck, frequency }, value);
      }
    }
    return Number.isFinite(best) ? { lanes, worth: best } : undefined;
  }

  #add(tour: { lanes: number[]; truck: number; frequency: number }, value: number): void {
    const key = `${tour.truck} ${tour.frequency} ${tour.lanes.join(' ')}`;
    if (this.#kept.has(key)) return;
    if (!this.#driven.has(key)) this.#driven.set(key, this.#drive(tour, value));
    const option = this.#driven.get(key);
    if (!option || option.cost >= value) return;
    this.#kept.add(key);
    this.options.push(option);
  }

  /** The cheapest of all orders of few stops, of the shortest one and its reverse of many. The least that each costs comes first. */
  #drive(
    { lanes, truck, frequency }: { lanes: number[]; truck: number; frequency: number },
    value: number,
  ): Option | undefined {
    const prepared = this.#prepared;
    const patterns = tourPatterns(prepared, lanes, frequency);
    if (patterns.length === 0) return undefined;
    const orders = lanes.length <= FEW ? ordersOf(lanes) : [lanes, lanes.toReversed()];
    const priced = orders.map((order) => ({ order, least: leastTripCost(prepared, order, truck) }));
    let best: Option | undefined;
    for (const { order, least } of priced.sort((a, b) => a.least - b.least)) {
      if (least >= (best?.trip?.cost ?? value / frequency)) break;
      const option = milkRunOption(prepared, { lanes: order, truck, patterns });
      if (option && (!best || option.cost < best.cost)) best = option;
    }
    return best;
  }
}

/** Whether goods and empties fit, each for themselves; in which order they fit together is asked of the tour. */
function fitsTogether(
  { lanes, trucks, working }: Prepared,
  tour: readonly number[],
  { truck, gap }: { truck: number; gap: number },
): boolean {
  const { capacity, stated } = trucks[truck]!;
  for (let d = 0; d < capacity.length; d++) {
    let [goods, empties] = [0, 0];
    for (const number of tour) {
      const part = (restOf(lanes[number]!) * gap) / working.length;
      goods += lanes[number]!.amounts[d]! * part;
      empties += lanes[number]!.empties[d]! * part;
    }
    if (goods > capacity[d]! + 1e-9 || (empties > capacity[d]! + 1e-9 && !stated.milkRun!.oneWay)) return false;
  }
  return true;
}

function ordersOf(stops: readonly number[]): number[][] {
  if (stops.length <= 1) return [[...stops]];
  return stops.flatMap((first, i) => ordersOf(stops.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}

/** Lanes that cost the least extra on the way home, by Clarke and Wright's saving of joining two (Operations Research 12, 1964). */
function neighboursOf({ network, lanes }: Prepared): number[][] {
  return lanes.map((lane) => {
    const savings = lanes
      .filter((other) => other !== lane)
      .map((other) => ({
        number: other.number,
        detour:
          metersBetween(network, lane.place, other.place) -
          metersBetween(network, lane.place, 0) -
          metersBetween(network, 0, other.place),
        near: metersBetween(network, lane.place, other.place),
      }));
    const bySaving = savings.toSorted((a, b) => a.detour - b.detour || a.number - b.number).slice(0, NEIGHBOURS);
    const byDistance = savings.toSorted((a, b) => a.near - b.near || a.number - b.number).slice(0, NEIGHBOURS / 2);
    return [...new Set([...bySaving, ...byDistance].map(({ number }) => number))];
  });
}

/** At the place in a tour where it adds the fewest metres. */
function inserted(prepared: Prepared, tour: readonly number[], lane: number): number[] {
  let best: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at <= tour.length; at++) {
    const tried = tour.toSpliced(at, 0, lane);
    const meters = metersOf(prepared, tried);
    if (meters < least) [best, least] = [tried, meters];
  }
  return best;
}

/** 2-opt until no reversal shortens the tour (Croes, Operations Research 6, 1958). */
function improved(prepared: Prepared, tour: number[]): number[] {
  let best = tour;
  let least = metersOf(prepared, tour);
  for (let i = 0; i < best.length - 1; i++) {
    for (let j = i + 1; j < best.length; j++) {
      const tried = [...best.slice(0, i), ...best.slice(i, j + 1).reverse(), ...best.slice(j + 1)];
      const meters = metersOf(prepared, tried);
      if (meters < least - 1e-6) {
        [best, least] = [tried, meters];
        [i, j] = [0, 0];
      }
    }
  }
  return best;
}

/** The same stops as a way to the plant that begins at the first of them: cut where that saves most, in the better direction. */
function opened(prepared: Prepared, tour: readonly number[]): number[] {
  let best = [...tour];
  let least = Number.POSITIVE_INFINITY;
  for (let from = 0; from < tour.length; from++) {
    const turned = [...tour.slice(from), ...tour.slice(0, from)];
    for (const tried of [turned, turned.toReversed()]) {
      const meters = metersOf(prepared, tried) - metersBetween(prepared.network, 0, prepared.lanes[tried[0]!]!.place);
      if (meters < least - 1e-6) [best, least] = [tried, meters];
    }
  }
  return best;
}

function metersOf({ network, lanes }: Prepared, tour: readonly number[]): number {
  let [meters, at] = [0, 0];
  for (const lane of tour) {
    meters += metersBetween(network, at, lanes[lane]!.place);
    at = lanes[lane]!.place;
  }
  return meters + metersBetween(network, at, 0);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? a.length - b.length : a[at]! - (b[at] ?? -1);
}
