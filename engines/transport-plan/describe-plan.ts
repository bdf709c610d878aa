import { baseOf } from './direct.ts';
import { type Called, callersOf, type FixedHours } from './callers.ts';
import { type DockPlan, planDock } from './dock.ts';
import type { Finding } from './findings.ts';
import { gramsOfRun, runShare } from './milk-run.ts';
import { addCosts, NO_COSTS, type Option, stockOf, sumOf } from './option.ts';
import { gapsOf, type Pattern, weekdaysOf } from './patterns.ts';
import { kmToPlant, type Lane, type Prepared, restOf } from './prepared.ts';
import type { LanePlan, MasterTour, TransportPlan } from './transport-plan.ts';

/** Gives the chosen options their weekdays and hours at the docks, and says what a week of it comes to. */
export function describePlan(
  prepared: Prepared,
  options: readonly Option[],
  { fixed, isCancelled, findings }: { fixed?: FixedHours; isCancelled?: () => boolean; findings: Finding[] },
): TransportPlan {
  const { callers, collected } = callersOf(prepared, options, fixed);
  const dock = planDock(prepared.network.plant, callers, isCancelled);
  const patterns = options.map((option) => collected.get(option) ?? option.patterns[0]!);
  const tours: MasterTour[] = [];
  const tourOf = new Map<Option, string>();
  for (const [index, caller] of callers.entries()) {
    const option = options[caller.option]!;
    const choice = caller.choices[dock.chosen[index]!];
    if (caller.of === 'direct' && choice) patterns[caller.option] = caller.patterns![choice.key]!;
    if (caller.of !== 'tour' || !choice) continue;
    patterns[caller.option] = caller.drives![choice.key]!.pattern;
    const tour = masterTour(prepared, option, { caller, choice: dock.chosen[index]!, number: tours.length + 1 });
    tours.push(tour);
    tourOf.set(option, tour.id);
  }
  return {
    lanes: options
      .flatMap((option, index) =>
        option.lanes.map((lane) =>
          lanePlan(prepared, prepared.lanes[lane]!, { option, pattern: patterns[index]!, tour: tourOf.get(option) }),
        ),
      )
      .sort((a, b) => placeOf(prepared, a.lane) - placeOf(prepared, b.lane)),
    tours,
    ...totalsOf(prepared, options),
    ...{
      arrivalsPerHour: dock.arrivalsPerHour,
      peakPerHour: dock.peakPerHour,
      dockOverloadMinutes: dock.overloadMinutes,
    },
    findings: [...findings, ...dockFindings(prepared, dock), ...undrivable(prepared, options, callers)],
  };
}

const placeOf = ({ lanes }: Prepared, id: string): number => lanes.find(({ stated }) => stated.id === id)!.place;

function totalsOf(
  prepared: Prepared,
  options: readonly Option[],
): Pick<TransportPlan, 'cost' | 'costs' | 'co2Kg' | 'truckKm'> {
  let [costs, grams, meters] = [NO_COSTS, 0, 0];
  for (const option of options) {
    const bases = option.takesAll ? [] : option.lanes.map((lane) => baseOf(prepared, prepared.lanes[lane]!));
    for (const part of [option, ...bases]) {
      costs = addCosts(costs, part.costs);
      grams += part.grams;
      meters += part.meters;
    }
  }
  return { cost: sumOf(costs), costs, co2Kg: grams / 1000, truckKm: meters / 1000 };
}

function lanePlan(
  prepared: Prepared,
  lane: Lane,
  { option, pattern, tour }: { option: Option; pattern: Pattern; tour: string | undefined },
): LanePlan {
  const base = option.takesAll ? undefined : baseOf(prepared, lane);
  const part = partOf(prepared, option, lane);
  const loads = Math.round((option.trucksPerPickup ?? 1) * option.frequency);
  const evenLoads = option.concept === 'direct' ? loads + (option.takesAll ? 0 : lane.baseLoads) : undefined;
  const rhythm = { ...(evenLoads && { evenLoads }), gaps: option.gaps, transitDays: 0 };
  const standing = standingDays(prepared, lane, rhythm);
  return {
    lane: lane.stated.id,
    concept: option.concept,
    truck: prepared.trucks[option.truck]!.stated.id,
    weekdays: weekdaysOf(pattern),
    fullLoads: option.takesAll ? loads : lane.baseLoads,
    ...(tour && { tour }),
    cost: option.cost * part + (base ? sumOf(base.costs) : 0),
    fullLoadCost: base ? sumOf(base.costs) : 0,
    co2Kg: (option.grams * part + (base?.grams ?? 0)) / 1000,
    peakPlaces: stockOf(prepared, lane, rhythm).peakPlaces,
    stockDays: standing,
  };
}

/** Working days of use that stand still, both ends together. */
function standingDays(prepared: Prepared, lane: Lane, rhythm: { evenLoads?: number; gaps: readonly number[] }): number {
  const days = prepared.working.length;
  const priced = {
    ...prepared,
    network: { ...prepared.network, rates: { ...prepared.network.rates, stockPerYear: 52, placePerWeek: 0 } },
  };
  const unit = { ...lane, stated: { ...lane.stated, weeklyValue: 1 } };
  return stockOf(priced, unit, { ...rhythm, transitDays: 0 }).cost * days;
}

function partOf(prepared: Prepared, option: Option, lane: Lane): number {
  const activity = (one: Lane) => one.amounts[0]! * restOf(one) * kmToPlant(prepared.network, one);
  const all = option.lanes.reduce((sum, number) => sum + activity(prepared.lanes[number]!), 0);
  return all > 0 ? activity(lane) / all : 1 / option.lanes.length;
}

function masterTour(
  prepared: Prepared,
  option: Option,
  { caller, choice, number }: { caller: Called; choice: number; number: number },
): MasterTour {
  const { arrivals, key } = caller.choices[choice]!;
  const { pattern, driven } = caller.drives![key]!;
  const gaps = gapsOf(pattern, prepared.working);
  const plan = { lanes: option.lanes, truck: option.truck, patterns: option.patterns };
  const fill = gaps.reduce((sum, gap) => sum + usualShare(prepared, option, gap), 0) / gaps.length;
  return {
    id: `T${String(number).padStart(2, '0')}`,
    truck: prepared.trucks[option.truck]!.stated.id,
    weekdays: weekdaysOf(pattern),
    departureSeconds: driven.departureSeconds,
    stops: driven.stops
      .filter(({ at }) => at === 'pickup')
      .map((stop, i) => ({
        lane: prepared.lanes[option.lanes[i]!]!.stated.id,
        arrivalSeconds: stop.arrivalSeconds,
        startSeconds: stop.startSeconds,
        departureSeconds: stop.departureSeconds,
      })),
    returnSeconds: driven.arrivalSeconds,
    plantWeekdays: arrivals.map(({ day }) => prepared.working[day]!),
    plantSeconds: arrivals.map(({ seconds }) => seconds),
    km: driven.distanceMeters / 1000,
    ...{ drivingSeconds: driven.drivingSeconds, breakSeconds: driven.breakSeconds, restSeconds: driven.restSeconds },
    cost: driven.cost,
    co2Kg: gramsOfRun(prepared, plan) / 1000,
    fill,
  };
}

/** How full a run is in a week with the usual volumes. */
function usualShare(prepared: Prepared, option: Option, gap: number): number {
  const usual = { ...prepared, rests: Float64Array.from(prepared.lanes, restOf), weeks: 1 };
  return runShare(usual, option, 0, gap / prepared.working.length);
}

function dockFindings({ network }: Prepared, { overloadMinutes, peakPerHour }: DockPlan): Finding[] {
  if (overloadMinutes <= 0) return [];
  const message = `${network.plant.id} has ${network.plant.bays} bays, and trucks stand for ${overloadMinutes} minutes a week with ${peakPerHour} in the busiest hour. Open longer, add bays, or let suppliers hand over at other hours.`;
  return [{ code: 'DOCK_FULL', subject: network.plant.id, message }];
}

function undrivable({ lanes }: Prepared, options: readonly Option[], callers: readonly Called[]): Finding[] {
  return callers.flatMap(({ of, choices, option }) => {
    if (of !== 'tour' || choices.length > 0) return [];
    const names = options[option]!.lanes.map((lane) => lanes[lane]!.stated.id).join(', ');
    const message = `The tour over ${names} cannot be driven at the stated hour. Leave the hour open, or drop a stop.`;
    return [{ code: 'TOUR_IMPOSSIBLE' as const, subject: names, message }];
  });
}
