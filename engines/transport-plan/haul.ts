import type { PlannedTour } from '@intakt/routing';
import { driveOnce } from './milk-run.ts';
import { co2Cost, gramsOf } from './option.ts';
import { kmToPlant, type Lane, metersBetween, type Prepared, shareOf } from './prepared.ts';
import { fullLoadPrice } from './tariffs.ts';

/** Trucks of one lane in a week, on average. */
interface Loads {
  truck: number;
  loads: number;
  /** Goods on one of them. */
  massKg: number;
  /** The part of the lane's week that they carry. */
  part: number;
}

/** What they cost, and what waits for a truck of empties to fill. */
interface Hauled {
  freight: number;
  waiting: number;
  grams: number;
  meters: number;
}

/**
 * The cheapest way of driving a lane's full loads with their empties: hired, each with its empties on the way back; hired, with empties on
 * as many of them as the empties fill; or as a shuttle, a truck that leaves the plant with empties and comes back with goods. Where
 * `plain` is asked for, only the first. Pure.
 */
export function haul(prepared: Prepared, lane: Lane, loads: Loads): Hauled {
  const each = hired(prepared, lane, loads, lane.hasEmpties ? loads.loads : 0);
  if (prepared.plain) return each;
  const filled = emptiesLoads(prepared, lane, loads);
  const ways = [each, ...(filled < loads.loads ? [hired(prepared, lane, loads, filled)] : [])];
  const round = shuttle(prepared, lane, loads, filled);
  return [...ways, ...(round ? [round] : [])].reduce((best, way) =>
    worthOf(prepared, way) < worthOf(prepared, best) ? way : best,
  );
}

const worthOf = (prepared: Prepared, { freight, waiting, grams }: Hauled): number =>
  freight + waiting + co2Cost(prepared, grams);

/** Trucks that the empties of these loads fill. */
const emptiesLoads = ({ trucks }: Prepared, lane: Lane, { truck, part }: Loads): number =>
  lane.hasEmpties ? shareOf(lane.empties, trucks[truck]!, part) : 0;

/**
 * Hired one way; `withEmpties` of them take empties back. Where these are fewer than the loads, empties wait until a truck of them is
 * full: at either end half a truck more than with every load, in places that are paid for.
 */
function hired(prepared: Prepared, lane: Lane, { truck, loads, massKg, part }: Loads, withEmpties: number): Hauled {
  const { network, trucks } = prepared;
  const { fullLoad, emptyShare } = trucks[truck]!.stated;
  const km = kmToPlant(network, lane);
  const meters = metersBetween(network, lane.place, 0);
  const price = fullLoadPrice(fullLoad!, km, false);
  const extra = fullLoadPrice(fullLoad!, km, true) - price;
  const emptiesKg = withEmpties > 0 ? (lane.empties[0]! * part) / withEmpties : 0;
  const out = loads * gramsOf(prepared, { truck, meters, massKg, emptyShare });
  const back =
    withEmpties * fullLoad!.emptiesShare * gramsOf(prepared, { truck, meters, massKg: emptiesKg, emptyShare: 0 });
  const waits = lane.hasEmpties && withEmpties < loads ? 1 - withEmpties / loads : 0;
  return {
    freight: loads * price + withEmpties * extra,
    waiting: waits * trucks[truck]!.capacity[3]! * network.rates.placePerWeek,
    grams: out + back,
    meters: loads * meters,
  };
}

/** The same kind of truck on a tour of one stop, where its empties fit on every run. */
function shuttle(
  prepared: Prepared,
  lane: Lane,
  { truck, loads, massKg, part }: Loads,
  filled: number,
): Hauled | undefined {
  const { milkRun } = prepared.trucks[truck]!.stated;
  if (!milkRun || milkRun.oneWay || filled > loads) return undefined;
  const trip = roundTrip(prepared, lane, truck);
  if (!trip) return undefined;
  const meters = metersBetween(prepared.network, lane.place, 0);
  const emptiesKg = lane.hasEmpties ? (lane.empties[0]! * part) / loads : 0;
  const gramsFor = (aboard: number) => gramsOf(prepared, { truck, meters, massKg: aboard, emptyShare: 0 });
  return {
    freight: loads * trip.cost,
    waiting: 0,
    grams: loads * (gramsFor(massKg) + gramsFor(emptiesKg)),
    meters: loads * trip.distanceMeters,
  };
}

/** Driven once for each lane and truck, however often it is asked for. */
const trips = new WeakMap<Lane, Map<number, PlannedTour | undefined>>();
function roundTrip(prepared: Prepared, lane: Lane, truck: number): PlannedTour | undefined {
  const known = trips.get(lane) ?? new Map<number, PlannedTour | undefined>();
  trips.set(lane, known);
  if (!known.has(truck))
    known.set(truck, driveOnce(prepared, { lanes: [lane.number], truck, patterns: prepared.rhythms[1]!.patterns }));
  return known.get(truck);
}
