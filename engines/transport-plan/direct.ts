import {
  co2Cost,
  expectedOver,
  fitsPlaces,
  gramsOf,
  NO_COSTS,
  type Option,
  stockOf,
  sumOf,
  withinBounds,
} from './option.ts';
import { gapsOf, type Pattern } from './patterns.ts';
import {
  allows,
  kmToPlant,
  type Lane,
  mayUse,
  metersBetween,
  type Prepared,
  restOf,
  shareOf,
  weekOf,
} from './prepared.ts';
import { fullLoadPrice } from './tariffs.ts';

const TRANSIT_DAYS = 1;

/** Trucks hired for the rest of one lane's goods: at least `frequency` a week, and as many more as its volume asks for. */
export function directOptions(prepared: Prepared, lane: Lane): Option[] {
  if (!allows(lane, 'direct')) return [];
  const found: Option[] = [];
  for (let frequency = 1; frequency <= prepared.working.length; frequency++) {
    const patterns = patternsFor(prepared, lane, frequency);
    if (patterns.length === 0 || !withinBounds(lane, frequency)) continue;
    for (const [truck, { stated }] of prepared.trucks.entries()) {
      if (!stated.fullLoad || !mayUse(lane, prepared.trucks[truck]!)) continue;
      const option = directOption(prepared, lane, { truck, frequency, patterns });
      if (option) found.push(option);
    }
  }
  return found;
}

/** Even patterns on which a lane hands over. */
export const patternsFor = ({ rhythms }: Prepared, lane: Lane, frequency: number): Pattern[] =>
  rhythms[frequency]!.patterns.filter((pattern) => (pattern & ~lane.weekdays) === 0);

/** As called: `perPickup` rounds up to whole trucks on each day, as fixed pick-up days do; without, when a truck is full. */
export function directOption(
  prepared: Prepared,
  lane: Lane,
  {
    truck,
    frequency,
    patterns,
    perPickup = false,
  }: { truck: number; frequency: number; patterns: Pattern[]; perPickup?: boolean },
): Option | undefined {
  const { network, trucks, working } = prepared;
  const { stated } = trucks[truck]!;
  const gaps = gapsOf(patterns[0]!, working);
  const share = shareOf(lane.amounts, trucks[truck]!);
  const loadsFor = (factor: number): number => {
    if (perPickup) return gaps.reduce((sum, gap) => sum + wholeTrucks((share * factor * gap) / working.length), 0);
    return Math.max(frequency, wholeTrucks(share * weekOf(lane, factor).rest));
  };
  const loads = expectedOver(prepared, lane, loadsFor);
  const usual = loadsFor(1);
  const stock = stockOf(prepared, lane, {
    evenLoads: usual + (perPickup ? 0 : lane.baseLoads),
    gaps,
    transitDays: TRANSIT_DAYS,
  });
  if (!fitsPlaces(lane, stock.peakPlaces) && usual <= 1) return undefined;
  const meters = metersBetween(network, lane.place, 0);
  const massKg = (lane.amounts[0]! * (perPickup ? 1 : restOf(lane))) / usual;
  const grams = loads * gramsOfLoad(prepared, lane, { truck, meters, massKg });
  const costs = {
    ...NO_COSTS,
    fullLoads: loads * fullLoadPrice(stated.fullLoad!, kmToPlant(network, lane), lane.hasEmpties),
    stock: stock.cost,
    dock: loads * network.rates.perArrival,
    co2: co2Cost(prepared, grams),
  };
  return {
    ...{ concept: 'direct', lanes: [lane.number], truck, frequency, patterns, gaps },
    ...{ cost: sumOf(costs), costs, grams, meters: loads * meters, trucksPerPickup: usual / frequency },
    ...(perPickup && { takesAll: true }),
  };
}

/** The load's way, and of the way back the part that is paid for its empties. */
function gramsOfLoad(prepared: Prepared, lane: Lane, load: { truck: number; meters: number; massKg: number }): number {
  const { emptyShare, fullLoad } = prepared.trucks[load.truck]!.stated;
  const out = gramsOf(prepared, { ...load, emptyShare });
  if (!lane.hasEmpties) return out;
  const massKg = (load.massKg * lane.empties[0]!) / Math.max(1, lane.amounts[0]!);
  return out + fullLoad!.emptiesShare * gramsOf(prepared, { ...load, massKg, emptyShare: 0 });
}

export const wholeTrucks = (share: number): number => Math.ceil(share - 1e-9);

/** Full loads that run besides whatever is chosen for the rest: what a week of them costs and emits. */
export function baseOf(prepared: Prepared, lane: Lane): { costs: Option['costs']; grams: number; meters: number } {
  if (lane.baseLoads === 0) return { costs: NO_COSTS, grams: 0, meters: 0 };
  const { network, trucks } = prepared;
  const { stated } = trucks[lane.fullTruck]!;
  const loads = expectedOver(prepared, lane, (factor) => weekOf(lane, factor).loads);
  const meters = loads * metersBetween(network, lane.place, 0);
  const massKg = lane.amounts[0]! / lane.fullShare;
  const grams = gramsOfLoad(prepared, lane, { truck: lane.fullTruck, meters, massKg });
  const costs = {
    ...NO_COSTS,
    fullLoads: loads * fullLoadPrice(stated.fullLoad!, kmToPlant(network, lane), lane.hasEmpties),
    dock: loads * network.rates.perArrival,
    co2: co2Cost(prepared, grams),
  };
  return { costs, grams, meters };
}
