import { haul } from './haul.ts';
import { co2Cost, expectedOver, fitsPlaces, NO_COSTS, type Option, stockOf, sumOf, withinBounds } from './option.ts';
import { gapsOf, type Pattern } from './patterns.ts';
import { allows, type Lane, mayUse, type Prepared, restOf, shareOf, weekOf } from './prepared.ts';

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
  const carried = carriedOption(prepared, lane);
  return carried ? [...found, carried] : found;
}

/**
 * No week is cleared: what fills no truck waits for the next week's goods, and trucks are called as they fill. Only where full loads alone
 * already come as often as is asked for.
 */
function carriedOption(prepared: Prepared, lane: Lane): Option | undefined {
  const { least = 1 } = lane.stated.pickupsPerWeek ?? {};
  const patterns = patternsFor(prepared, lane, 1);
  if (prepared.plain || lane.baseLoads < Math.max(1, least) || patterns.length === 0) return undefined;
  return directOption(prepared, lane, { truck: lane.fullTruck, frequency: 1, patterns, isCarried: true });
}

/** Even patterns on which a lane hands over. */
export const patternsFor = ({ rhythms }: Prepared, lane: Lane, frequency: number): Pattern[] =>
  rhythms[frequency]!.patterns.filter((pattern) => (pattern & ~lane.weekdays) === 0);

/**
 * As called: `perPickup` rounds up to whole trucks on each day, as fixed pick-up days do; without, when a truck is full, and by the
 * end of the week, unless the rest is carried into the next one.
 */
export function directOption(
  prepared: Prepared,
  lane: Lane,
  {
    truck,
    frequency,
    patterns,
    perPickup = false,
    isCarried = false,
  }: { truck: number; frequency: number; patterns: Pattern[]; perPickup?: boolean; isCarried?: boolean },
): Option | undefined {
  const { network, trucks, working } = prepared;
  const gaps = gapsOf(patterns[0]!, working);
  const share = shareOf(lane.amounts, trucks[truck]!);
  const loadsFor = (factor: number): number => {
    if (perPickup) return gaps.reduce((sum, gap) => sum + wholeTrucks((share * factor * gap) / working.length), 0);
    const filled = share * weekOf(lane, factor).rest;
    return isCarried ? filled : Math.max(frequency, wholeTrucks(filled));
  };
  const loads = expectedOver(prepared, lane, loadsFor);
  const usual = loadsFor(1);
  const stock = stockOf(prepared, lane, {
    evenLoads: usual + (perPickup ? 0 : lane.baseLoads),
    gaps,
    transitDays: TRANSIT_DAYS,
  });
  if (!fitsPlaces(lane, stock.peakPlaces) && usual <= 1) return undefined;
  const part = perPickup ? 1 : restOf(lane);
  const hauled = haul(prepared, lane, { truck, loads, massKg: (lane.amounts[0]! * part) / usual, part });
  const costs = {
    ...NO_COSTS,
    fullLoads: hauled.freight,
    stock: stock.cost + hauled.waiting,
    dock: loads * network.rates.perArrival,
    co2: co2Cost(prepared, hauled.grams),
  };
  return {
    ...{ concept: 'direct', lanes: [lane.number], truck, frequency, patterns, gaps },
    ...{ cost: sumOf(costs), costs, grams: hauled.grams, meters: hauled.meters },
    trucksPerPickup: isCarried ? 1 : usual / frequency,
    ...(perPickup && { takesAll: true }),
  };
}

export const wholeTrucks = (share: number): number => Math.ceil(share - 1e-9);

/** Full loads that run besides whatever is chosen for the rest: what a week of them costs and emits. */
export function baseOf(prepared: Prepared, lane: Lane): { costs: Option['costs']; grams: number; meters: number } {
  if (lane.baseLoads === 0) return { costs: NO_COSTS, grams: 0, meters: 0 };
  const loads = expectedOver(prepared, lane, (factor) => weekOf(lane, factor).loads);
  const hauled = haul(prepared, lane, {
    ...{ truck: lane.fullTruck, loads, massKg: lane.amounts[0]! / lane.fullShare, part: 1 - restOf(lane) },
  });
  const costs = {
    ...NO_COSTS,
    fullLoads: hauled.freight,
    stock: hauled.waiting,
    dock: loads * prepared.network.rates.perArrival,
    co2: co2Cost(prepared, hauled.grams),
  };
  return { costs, grams: hauled.grams, meters: hauled.meters };
}
