import { patternsFor } from './direct.ts';
import type { Hub } from './network.ts';
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
import { allows, kmToPlant, type Lane, metersBetween, type Prepared, restOf, shareOf, weekOf } from './prepared.ts';
import { chargeableKg, fullLoadPrice, groupagePrice } from './tariffs.ts';

/** How full the main runs of area forwarders are on average; one consignment bears its part of them. */
const MAIN_RUN_FILL = 0.85;

/** The area forwarder collects a consignment on each day of the pattern and bills it by weight and distance. */
export function groupageOptions(prepared: Prepared, lane: Lane): Option[] {
  if (lane.hubPlace < 0 || !allows(lane, 'groupage')) return [];
  return prepared.working.flatMap((_, i) => {
    const patterns = patternsFor(prepared, lane, i + 1);
    if (patterns.length === 0 || !withinBounds(lane, i + 1)) return [];
    return groupageOption(prepared, lane, patterns) ?? [];
  });
}

export function groupageOption(prepared: Prepared, lane: Lane, patterns: Pattern[]): Option | undefined {
  const { network, working } = prepared;
  const hub = hubOf(prepared, lane);
  const gaps = gapsOf(patterns[0]!, working);
  const stock = stockOf(prepared, lane, { gaps, transitDays: hub.transitDays });
  const priceFor = weeklyPrice(prepared, lane, gaps);
  if (!Number.isFinite(priceFor(restOf(lane), false)) || !fitsPlaces(lane, stock.peakPlaces)) return undefined;
  const rest = expectedOver(prepared, lane, (factor) => weekOf(lane, factor).rest);
  const { truck, share, grams, meters } = mainRunPart(prepared, lane, hub, rest);
  const costs = {
    ...NO_COSTS,
    groupage: expectedOver(prepared, lane, (factor) => priceFor(weekOf(lane, factor).rest, true)),
    stock: stock.cost,
    dock: share * network.rates.perArrival,
    co2: co2Cost(prepared, grams),
  };
  return {
    ...{ concept: 'groupage', lanes: [lane.number], truck, frequency: gaps.length, patterns, gaps },
    ...{ cost: sumOf(costs), costs, grams, meters },
  };
}

export const hubOf = ({ network }: Prepared, lane: Lane): Hub =>
  network.hubs[lane.hubPlace - 1 - network.lanes.length]!;

/** What does not go by groupage in a heavy week goes by a truck that has to be found. */
function weeklyPrice(
  prepared: Prepared,
  lane: Lane,
  gaps: readonly number[],
): (rest: number, orTruck: boolean) => number {
  const { network, trucks, working } = prepared;
  const { tariff } = hubOf(prepared, lane);
  const km = kmToPlant(network, lane);
  const goodsKg = chargeableKg(tariff, lane.amounts);
  const emptiesKg = lane.hasEmpties ? chargeableKg(tariff, lane.empties) : 0;
  const hired = trucks[lane.fullTruck]?.stated.fullLoad;
  const truck = hired
    ? fullLoadPrice(hired, km, lane.hasEmpties) * network.rates.overflowFactor
    : Number.POSITIVE_INFINITY;
  return (rest, orTruck) => {
    let sum = 0;
    for (const gap of gaps) {
      const part = (rest * gap) / working.length;
      const goods = groupagePrice(tariff, { kg: goodsKg * part, km });
      const empties = emptiesKg > 0 ? groupagePrice(tariff, { kg: emptiesKg * part, km }) * tariff.emptiesFactor : 0;
      sum += orTruck ? Math.min(goods + empties, truck) : goods + empties;
    }
    return sum;
  };
}

/** Collection by tonne-km, handling by tonne, and the part of the main run's truck that the goods fill. */
function mainRunPart(prepared: Prepared, lane: Lane, hub: Hub, rest: number) {
  const { network, trucks } = prepared;
  const truck = trucks.findIndex(({ stated }) => stated.id === hub.vehicle);
  const share = shareOf(lane.amounts, trucks[truck]!, rest) / MAIN_RUN_FILL;
  const collection = metersBetween(network, lane.place, lane.hubPlace);
  const main = metersBetween(network, lane.hubPlace, 0);
  const { emptyShare } = trucks[truck]!.stated;
  const perTonne = (collection / 1000) * hub.collectionGramsPerTonneKm + hub.handlingGramsPerTonne;
  const gramsFor = (amounts: Float64Array) => {
    const trucksFilled = shareOf(amounts, trucks[truck]!, rest) / MAIN_RUN_FILL;
    const massKg = amounts[0]! * rest;
    if (trucksFilled === 0) return 0;
    const run = gramsOf(prepared, { truck, meters: main, massKg: massKg / trucksFilled, emptyShare });
    return (massKg / 1000) * perTonne + trucksFilled * run;
  };
  const grams = gramsFor(lane.amounts) + gramsFor(lane.empties);
  return { truck, share, grams, meters: share * main };
}
