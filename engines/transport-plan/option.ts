import type { Concept } from './network.ts';
import { type Pattern, squares } from './patterns.ts';
import { type Lane, type Prepared, restOf, shareOf } from './prepared.ts';

/** What a week costs, and for what; expected over the sampled weeks. */
export interface Costs {
  fullLoads: number;
  groupage: number;
  milkRuns: number;
  /** Trucks for what did not fit. */
  overflow: number;
  /** Capital and space of the goods that wait at both ends and travel. */
  stock: number;
  dock: number;
  co2: number;
}

/** One way of serving one lane, or several on one tour: a column of the master problem. */
export interface Option {
  concept: Concept;
  /** Numbers of prepared lanes; on a tour in the order of its stops. */
  lanes: number[];
  truck: number;
  /** Pick-ups of the rest in a week. */
  frequency: number;
  /** Patterns that all its lanes and the plant allow. */
  patterns: Pattern[];
  gaps: readonly number[];
  cost: number;
  costs: Costs;
  grams: number;
  meters: number;
  /** Full loads are in it: none run besides. */
  takesAll?: boolean;
  /** Trucks on each day of the pattern, where it is more than one. */
  trucksPerPickup?: number;
  /** Of one run of a tour. */
  trip?: { cost: number; durationSeconds: number; meters: number };
}

export const NO_COSTS: Costs = { fullLoads: 0, groupage: 0, milkRuns: 0, overflow: 0, stock: 0, dock: 0, co2: 0 };

export const sumOf = (costs: Costs): number =>
  costs.fullLoads + costs.groupage + costs.milkRuns + costs.overflow + costs.stock + costs.dock + costs.co2;

export const addCosts = (a: Costs, b: Costs): Costs => ({
  fullLoads: a.fullLoads + b.fullLoads,
  groupage: a.groupage + b.groupage,
  milkRuns: a.milkRuns + b.milkRuns,
  overflow: a.overflow + b.overflow,
  stock: a.stock + b.stock,
  dock: a.dock + b.dock,
  co2: a.co2 + b.co2,
});

/** Expected value over the sampled weeks of something that depends on one lane's volume. */
export function expectedOver(
  { weeks, factors, lanes }: Prepared,
  lane: Lane,
  valued: (factor: number) => number,
): number {
  let sum = 0;
  for (let week = 0; week < weeks; week++) sum += valued(factors[week * lanes.length + lane.number]!);
  return sum / weeks;
}

export const withinBounds = ({ stated, baseLoads }: Lane, frequency: number): boolean => {
  const { least = 1, most = Number.POSITIVE_INFINITY } = stated.pickupsPerWeek ?? {};
  return baseLoads + frequency >= least && (baseLoads + frequency <= most || frequency === 1);
};

export interface Rhythm {
  /** Pick-ups that take an equal part of the week each: full loads as they fill. */
  evenLoads?: number;
  gaps: readonly number[];
  transitDays: number;
}

/**
 * What stands still at both ends. A supplier that makes evenly and hands over all after each gap keeps Σ gap² / (2 · days²) of its week
 * on average, the plant that uses evenly as much again; whole trucks in between wait half a truck.
 */
export function stockOf(
  { network, working }: Prepared,
  lane: Lane,
  rhythm: Rhythm,
): { cost: number; peakPlaces: number } {
  const days = working.length;
  const { baseLoads, fullShare } = lane;
  const whole = baseLoads > 0 ? 1 / fullShare : 0;
  const rest = restOf(lane);
  const even = rhythm.evenLoads;
  const average = even ? 1 / (2 * even) : whole / 2 + (rest * squares(rhythm.gaps)) / (2 * days ** 2);
  const peak = even ? 1 / even : Math.max(whole, (rest * Math.max(...rhythm.gaps)) / days);
  const { stockPerYear, placePerWeek } = network.rates;
  const peakPlaces = peak * lane.amounts[3]!;
  const travelling = rhythm.transitDays / 7;
  const capital = (lane.stated.weeklyValue * (2 * average + travelling) * stockPerYear) / 52;
  return { cost: capital + 2 * peakPlaces * placePerWeek, peakPlaces };
}

export function fitsPlaces({ stated }: Lane, peakPlaces: number): boolean {
  const { supplier = Number.POSITIVE_INFINITY, plant = Number.POSITIVE_INFINITY } = stated.places ?? {};
  return peakPlaces <= Math.min(supplier, plant) + 1e-9;
}

/** Grams on a way with so much mass aboard, empty positioning included. */
export function gramsOf(
  { trucks }: Prepared,
  { truck, meters, massKg, emptyShare }: { truck: number; meters: number; massKg: number; emptyShare: number },
): number {
  const { stated, capacity } = trucks[truck]!;
  const loaded =
    stated.emptyGramsPerKm + (stated.fullGramsPerKm - stated.emptyGramsPerKm) * Math.min(1, massKg / capacity[0]!);
  return (meters / 1000) * (loaded + (emptyShare / (1 - emptyShare)) * stated.emptyGramsPerKm);
}

export const co2Cost = ({ network }: Prepared, grams: number): number => (grams / 1e6) * network.rates.perTonneCo2;

/** Seconds at a bay for what one truck brings. */
export function unloadSecondsOf({ network }: Prepared, places: number): number {
  return network.plant.unloadSeconds + places * network.plant.unloadSecondsPerPlace;
}

/** Bay seconds in a week that an option takes on average. */
export function baySecondsOf(prepared: Prepared, option: Option): number {
  const { lanes, trucks } = prepared;
  const places = option.lanes.reduce((sum, lane) => sum + lanes[lane]!.amounts[3]! * restOf(lanes[lane]!), 0);
  const perTruck = prepared.network.plant.unloadSeconds;
  const arrivals =
    option.concept === 'groupage'
      ? option.lanes.reduce(
          (sum, lane) => sum + shareOf(lanes[lane]!.amounts, trucks[option.truck]!, restOf(lanes[lane]!)),
          0,
        )
      : option.frequency;
  return arrivals * perTruck + places * prepared.network.plant.unloadSecondsPerPlace;
}
