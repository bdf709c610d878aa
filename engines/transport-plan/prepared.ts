import { DIMENSIONS, type Load, type PlanLane, type PlanNetwork, type PlanVehicle, type Weekday } from './network.ts';
import { evenPatterns, gapsOf, type Pattern, patternOf } from './patterns.ts';
import { type Amounts, fullLoadPrice } from './tariffs.ts';
import { sampleWeeks } from './weeks.ts';

/** A network with its loads as arrays, its full loads counted, and the weeks against which it is planned. */
export interface Prepared {
  network: PlanNetwork;
  working: Weekday[];
  /** By lane of the network; those that cannot be planned are left out. */
  lanes: Lane[];
  trucks: Truck[];
  weeks: number;
  /** Full loads as they are usually hired: each takes its empties back, and every week is cleared. */
  plain: boolean;
  /** `week × lanes` multiples of the mean volume, in the order of `lanes`. */
  factors: Float64Array;
  /** What of each lane's mean week is left in each sampled week when full loads are gone; as `factors`. */
  rests: Float64Array;
  /** By frequency, the even patterns of the week and their gaps. */
  rhythms: { patterns: Pattern[]; gaps: number[] }[];
}

export interface Truck {
  stated: PlanVehicle;
  capacity: Amounts;
}

export interface Lane {
  /** Its number among the prepared lanes. */
  number: number;
  /** Its place in the matrices. */
  place: number;
  stated: PlanLane;
  /** A week's goods with stacking, and a week's empties. */
  amounts: Amounts;
  empties: Amounts;
  hasEmpties: boolean;
  weekdays: Pattern;
  hubPlace: number;
  /** The truck that is cheapest when it is full; −1: none may be hired. */
  fullTruck: number;
  /** Full loads of that truck in an average week, as a fraction. */
  fullShare: number;
  /** Whole full loads that run whatever becomes of the rest. */
  baseLoads: number;
}

const DEFAULT_WEEKS = 40;

export function prepare(
  network: PlanNetwork,
  usable: readonly boolean[],
  { seed, weeks = DEFAULT_WEEKS, plain = false }: { seed: number; weeks?: number; plain?: boolean },
): Prepared {
  const trucks = network.vehicles.map((stated) => ({ stated, capacity: amountsOf(stated.capacity, 1) }));
  const working = network.plant.weekdays.toSorted((a, b) => a - b);
  const size = 1 + network.lanes.length;
  const lanes: Lane[] = [];
  for (const [index, stated] of network.lanes.entries()) {
    if (!usable[index]) continue;
    const hub = network.hubs.findIndex(({ id }) => id === stated.hub);
    const lane: Lane = {
      number: lanes.length,
      place: index + 1,
      stated,
      amounts: amountsOf(stated.weekly, stated.layers ?? 1),
      empties: amountsOf(stated.empties ?? NOTHING, stated.layers ?? 1),
      hasEmpties: stated.empties !== undefined && DIMENSIONS.some((dimension) => stated.empties![dimension] > 0),
      weekdays: patternOf(stated.weekdays.filter((weekday) => working.includes(weekday))),
      hubPlace: hub < 0 ? -1 : size + hub,
      ...{ fullTruck: -1, fullShare: 0, baseLoads: 0 },
    };
    lanes.push({ ...lane, ...fullLoadsOf(network, trucks, lane) });
  }
  const factors = sampleWeeks(
    lanes.map(({ stated }) => stated.variation),
    { weeks, seed },
  );
  const rests = factors.map((factor, i) => weekOf(lanes[i % lanes.length]!, factor).rest);
  const rhythms = Array.from({ length: working.length + 1 }, (_, frequency) => {
    const patterns = frequency > 0 ? evenPatterns(frequency, working) : [];
    return { patterns, gaps: frequency > 0 ? gapsOf(patterns[0]!, working) : [] };
  });
  return { network, working, lanes, trucks, weeks, plain, factors, rests, rhythms };
}

const NOTHING: Load = { massKg: 0, volumeM3: 0, loadingMeters: 0, palletPlaces: 0 };

/** Layers share floor: loading metres and places, not mass and volume. */
function amountsOf(load: Load, layers: number): Amounts {
  return Float64Array.from(DIMENSIONS, (dimension, i) => load[dimension] / (i >= 2 ? layers : 1));
}

export const mayUse = (lane: Lane, truck: Truck): boolean =>
  lane.stated.vehicles === undefined || lane.stated.vehicles.includes(truck.stated.id);

export const allows = (lane: Lane, concept: NonNullable<PlanLane['concepts']>[number]): boolean =>
  lane.stated.concepts === undefined || lane.stated.concepts.includes(concept);

/** The part of a truck that amounts take, in the dimension of which they need most. */
export function shareOf(amounts: ArrayLike<number>, { capacity }: Truck, times = 1): number {
  let share = 0;
  for (let d = 0; d < capacity.length; d++) share = Math.max(share, (amounts[d]! * times) / capacity[d]!);
  return share;
}

function fullLoadsOf(
  network: PlanNetwork,
  trucks: Truck[],
  lane: Lane,
): Pick<Lane, 'fullTruck' | 'fullShare' | 'baseLoads'> {
  let best = { fullTruck: -1, fullShare: 0, baseLoads: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const [index, truck] of trucks.entries()) {
    const { fullLoad } = truck.stated;
    if (!fullLoad || !mayUse(lane, truck) || !allows(lane, 'direct')) continue;
    const fullShare = shareOf(lane.amounts, truck);
    const price = fullLoadPrice(fullLoad, kmToPlant(network, lane), lane.hasEmpties) * fullShare;
    if (price >= least) continue;
    least = price;
    best = { fullTruck: index, fullShare, baseLoads: Math.floor(fullShare + 1e-9) };
  }
  // A week of nothing but full loads leaves no rest to plan: the last one counts as the rest.
  if (best.baseLoads > 0 && best.fullShare - best.baseLoads < 1e-6) best.baseLoads -= 1;
  return best;
}

export function metersBetween({ distanceMeters, lanes, hubs }: PlanNetwork, from: number, to: number): number {
  return distanceMeters[from * (1 + lanes.length + hubs.length) + to]!;
}

export function secondsBetween({ seconds, lanes, hubs }: PlanNetwork, from: number, to: number): number {
  return seconds[from * (1 + lanes.length + hubs.length) + to]!;
}

export const kmToPlant = (network: PlanNetwork, lane: Lane): number => metersBetween(network, lane.place, 0) / 1000;

/** What of an average week's goods is left after the base loads. */
export const restOf = ({ fullShare, baseLoads }: Lane): number =>
  baseLoads > 0 ? (fullShare - baseLoads) / fullShare : 1;

/** Base loads and rest in a week with `factor` times the usual volume: full loads are called as they fill. */
export function weekOf({ fullShare, baseLoads }: Lane, factor: number): { loads: number; rest: number } {
  if (baseLoads === 0) return { loads: 0, rest: factor };
  const share = fullShare * factor;
  const loads = Math.floor(share);
  return { loads, rest: (share - loads) / fullShare };
}
