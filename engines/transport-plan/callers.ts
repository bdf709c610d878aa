import type { PlannedTour } from '@intakt/routing';
import { admit, clockSeconds } from './clock.ts';
import type { Arrival, Caller, Choice } from './dock.ts';
import { hubOf } from './groupage.ts';
import { driveOnce } from './milk-run.ts';
import type { Span, Weekday } from './network.ts';
import { type Option, unloadSecondsOf } from './option.ts';
import { type Pattern, weekdaysOf } from './patterns.ts';
import { type Lane, type Prepared, restOf, secondsBetween, shareOf } from './prepared.ts';

/** Everything that comes to the plant in a week, and in which ways it may. */
export interface Called extends Caller {
  of: 'base' | 'direct' | 'groupage' | 'tour';
  option: number;
  /** Of a tour: as it is driven when it leaves at the hour that a choice stands for. */
  drives?: { pattern: Pattern; driven: PlannedTour }[];
  /** Of other loads: the pattern that a choice stands for. */
  patterns?: Pattern[];
}

/** A plan that is driven today keeps its hours: seconds of the day at the plant or, for a tour, of its departure. */
export type FixedHours = ReadonlyMap<Option, number>;

const HALF_HOUR = 1800;
const HOUR = 3600;
/** Per hour that a hired truck stands at the gate; only to prefer times without waiting. */
const WAITING = 2;

export function callersOf(
  prepared: Prepared,
  options: readonly Option[],
  fixed?: FixedHours,
): { callers: Called[]; collected: Map<Option, Pattern> } {
  const base = options.flatMap((option, index) =>
    option.takesAll
      ? []
      : option.lanes.flatMap((lane) => baseCallers(prepared, prepared.lanes[lane]!, index, fixed?.get(option))),
  );
  const own = options.flatMap((option, index) => {
    if (option.concept === 'groupage') return [];
    return option.concept === 'milk-run'
      ? [tourCaller(prepared, option, index, fixed?.get(option))]
      : directCallers(prepared, option, index, fixed?.get(option));
  });
  const collected = new Map<Option, Pattern>();
  return { callers: [...base, ...own, ...groupageCallers(prepared, options, collected)], collected };
}

/** Full loads spread evenly over the week, each at any time at which it can be there. */
function baseCallers(prepared: Prepared, lane: Lane, option: number, at: number | undefined): Called[] {
  const { working } = prepared;
  const days = working.filter((weekday) => lane.weekdays & (1 << (weekday - 1)));
  const places = prepared.trucks[lane.fullTruck]?.capacity[3] ?? 0;
  const unloadSeconds = unloadSecondsOf(prepared, places);
  return Array.from({ length: lane.baseLoads }, (_, load) => {
    const even = Math.floor(((load + 0.5) * days.length) / lane.baseLoads);
    // A day earlier or later is as even, and lets busy days breathe.
    const near = days.filter((_day, i) => Math.abs(i - even) <= 1);
    const choices = near.flatMap((weekday) => loadTimes(prepared, lane, { weekdays: [weekday], unloadSeconds, at }));
    return { of: 'base' as const, option, choices, unloadSeconds, trucks: 1 };
  });
}

/** Several trucks of one pick-up come one after the other, as they are loaded. */
function directCallers(prepared: Prepared, option: Option, index: number, at: number | undefined): Called[] {
  const trucks = Math.max(1, Math.round(option.trucksPerPickup ?? 1));
  const { open } = prepared.network.plant;
  const span = open.toSeconds - open.fromSeconds - 2 * HOUR;
  return Array.from({ length: trucks }, (_, truck) => {
    const later =
      at === undefined ? undefined : open.fromSeconds + ((at - open.fromSeconds + truck * HALF_HOUR) % span);
    return directCaller(prepared, option, index, later);
  });
}

function directCaller(prepared: Prepared, option: Option, index: number, at: number | undefined): Called {
  const lane = prepared.lanes[option.lanes[0]!]!;
  const trucks = Math.max(1, Math.round(option.trucksPerPickup ?? 1));
  const part = option.takesAll ? 1 : restOf(lane);
  const unloadSeconds = unloadSecondsOf(prepared, (lane.amounts[3]! * part) / (option.frequency * trucks));
  const patterns: Pattern[] = [];
  const choices = option.patterns.flatMap((pattern) =>
    loadTimes(prepared, lane, { weekdays: weekdaysOf(pattern), unloadSeconds, at }).map((choice) => {
      patterns.push(pattern);
      return { ...choice, key: patterns.length - 1 };
    }),
  );
  return { of: 'direct', option: index, choices, unloadSeconds, trucks: 1, patterns };
}

/** Leaves the supplier at any half hour of its window; what would be too early or too late waits for the gate. */
function loadTimes(
  prepared: Prepared,
  lane: Lane,
  { weekdays, unloadSeconds, at }: { weekdays: Weekday[]; unloadSeconds: number; at: number | undefined },
): Choice[] {
  const { network, working } = prepared;
  if (at !== undefined) {
    const arrivals = weekdays.map((weekday) => ({ day: working.indexOf(weekday), seconds: at }));
    return [{ arrivals, extraCost: 0, key: 0 }];
  }
  const { window, serviceSeconds } = lane.stated;
  const underway = serviceSeconds + clockSeconds(secondsBetween(network, lane.place, 0));
  const found = new Map<string, Choice>();
  for (let leaves = window.fromSeconds; leaves <= window.toSeconds; leaves += HALF_HOUR) {
    const admitted = weekdays.map((weekday) =>
      admit(network.plant, { weekday, seconds: leaves + underway, unloadSeconds }),
    );
    const key = admitted.map(({ day, seconds }) => `${day} ${seconds}`).join();
    const extraCost = admitted.reduce(
      (sum, { waitedSeconds }) => sum + Math.min(12, waitedSeconds / HOUR) * WAITING,
      0,
    );
    if (!found.has(key) || found.get(key)!.extraCost > extraCost)
      found.set(key, { arrivals: admitted, extraCost, key: 0 });
  }
  return [...found.values()];
}

/** Every hour of departure at which the tour can be driven, on every pattern that its suppliers share. */
function tourCaller(prepared: Prepared, option: Option, index: number, at: number | undefined): Called {
  const { network, lanes, working } = prepared;
  const part = Math.max(...option.gaps) / working.length;
  const places = option.lanes.reduce((sum, lane) => sum + lanes[lane]!.amounts[3]! * restOf(lanes[lane]!) * part, 0);
  const unloadSeconds = unloadSecondsOf(prepared, places);
  const { perHour } = prepared.trucks[option.truck]!.stated.milkRun!;
  const plan = { lanes: option.lanes, truck: option.truck, patterns: option.patterns };
  const hours = at === undefined ? Array.from({ length: 24 }, (_, hour) => hour * HOUR) : [at];
  const drives: { pattern: Pattern; driven: PlannedTour }[] = [];
  const choices: Choice[] = [];
  const seen = new Set<number>();
  for (const from of hours) {
    const driven = driveOnce(prepared, plan, from);
    if (!driven || driven.departureSeconds >= 24 * HOUR || seen.has(driven.departureSeconds)) continue;
    seen.add(driven.departureSeconds);
    for (const pattern of option.patterns) {
      const admitted = weekdaysOf(pattern).map((weekday) =>
        admit(network.plant, { weekday, seconds: driven.arrivalSeconds, unloadSeconds }),
      );
      const waited = admitted.reduce((sum, { waitedSeconds }) => sum + waitedSeconds, 0);
      const longer = (driven.cost - option.trip!.cost) * option.frequency;
      drives.push({ pattern, driven });
      choices.push({
        arrivals: admitted,
        extraCost: Math.max(0, longer) + (waited / HOUR) * perHour,
        key: drives.length - 1,
      });
    }
  }
  return { of: 'tour', option: index, choices, unloadSeconds, trucks: 1, drives };
}

/** Patterns are dealt out so that the forwarder's main runs are level; each truck then comes when the hub sends it. */
function groupageCallers(prepared: Prepared, options: readonly Option[], collected: Map<Option, Pattern>): Called[] {
  const { network, lanes, trucks, working } = prepared;
  return network.hubs.flatMap((hub) => {
    const mine = options.flatMap((option, index) =>
      option.concept === 'groupage' && hubOf(prepared, lanes[option.lanes[0]!]!).id === hub.id
        ? [{ option, index }]
        : [],
    );
    const truck = trucks.find(({ stated }) => stated.id === hub.vehicle)!;
    const shares = new Float64Array(working.length);
    for (const { option } of mine.toSorted((a, b) => b.option.cost - a.option.cost))
      collected.set(option, dealOut(prepared, option, shares));
    return working.flatMap((_, day) => {
      const count = Math.ceil(shares[day]! - 1e-9);
      const unloadSeconds = unloadSecondsOf(prepared, count > 0 ? (truck.capacity[3]! * shares[day]!) / count : 0);
      return Array.from({ length: count }, () => ({
        ...{ of: 'groupage' as const, option: mine[0]!.index, unloadSeconds, trucks: 1 },
        choices: hubTimes(prepared, hub.arrivals, day, unloadSeconds),
      }));
    });
  });
}

function dealOut(prepared: Prepared, option: Option, shares: Float64Array): Pattern {
  const { lanes, trucks, working } = prepared;
  const lane = lanes[option.lanes[0]!]!;
  const part = shareOf(lane.amounts, trucks[option.truck]!, restOf(lane)) / option.frequency;
  const daysOf = (pattern: Pattern) =>
    weekdaysOf(pattern).map((weekday) => (working.indexOf(weekday) + 1) % working.length);
  const worst = (pattern: Pattern) => Math.max(...daysOf(pattern).map((day) => shares[day]! + part));
  const best = option.patterns.reduce((least, pattern) => (worst(pattern) < worst(least) - 1e-12 ? pattern : least));
  for (const day of daysOf(best)) shares[day]! += part;
  return best;
}

function hubTimes({ network }: Prepared, arrivals: Span, day: number, unloadSeconds: number): Choice[] {
  const { open } = network.plant;
  const from = Math.max(open.fromSeconds, arrivals.fromSeconds);
  const to = Math.max(from, Math.min(open.toSeconds - unloadSeconds, arrivals.toSeconds));
  const times: Arrival[] = [];
  for (let seconds = from; seconds <= to; seconds += HALF_HOUR) times.push({ day, seconds });
  return times.map((arrival) => ({ arrivals: [arrival], extraCost: 0, key: 0 }));
}
