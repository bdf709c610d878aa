import type { CapacityGroup, CapacityResources, CapacityWeek, FlexibilityRange, IsoDay } from '@intakt/contract';
import { levelCapacity } from '@intakt/demand-planning';
import { daysBetween } from '@intakt/material-flow';
import { weeklySums } from './release-weeks.ts';
import { mondayOf } from './rules.ts';
import type { ScheduleRow } from './store.ts';

/** `free`: room within what is planned. `tight`: only with what could be added. `bottleneck`: not at all. */
export const LOAD_STATES = ['free', 'tight', 'bottleneck'] as const;
export type LoadState = (typeof LOAD_STATES)[number];

export interface MatchedWeek extends CapacityWeek {
  /** Demand in units of the capacity, by the load factors of the parts. */
  demand: number;
  state: LoadState;
  /** Demand beyond the maximum. */
  short: number;
  /** Demand leaves what was agreed by more than the flexibility of its distance allows. */
  outsideAgreed: boolean;
}

/** Demand of the group's parts per week: as the current releases call it off, by load factor. */
export function loadOf(
  { owner, customer, parts }: Pick<CapacityGroup, 'owner' | 'customer' | 'parts'>,
  schedules: readonly ScheduleRow[],
): Map<IsoDay, number> {
  const factors = new Map(parts.map(({ part, loadFactor }) => [part, loadFactor]));
  const load = new Map<IsoDay, number>();
  for (const schedule of schedules) {
    const factor = factors.get(schedule.part);
    const isOurs = schedule.supplier === owner && (!customer || schedule.customer === customer);
    if (factor === undefined || !isOurs || schedule.kind !== 'delivery-forecast') continue;
    for (const [week, sum] of weeklySums(schedule.quantities)) load.set(week, (load.get(week) ?? 0) + factor * sum);
  }
  return load;
}

/** The group's weeks from this one on, beside their demand. A week of which the group says nothing is not judged. */
export function matchWeeks(
  { weeks, flexibility = [] }: Pick<CapacityGroup, 'weeks' | 'flexibility'>,
  load: ReadonlyMap<IsoDay, number>,
  today: IsoDay,
): MatchedWeek[] {
  const since = mondayOf(today);
  return weeks
    .filter(({ week }) => week >= since)
    .map((week) => {
      const demand = load.get(week.week) ?? 0;
      const ahead = Math.round(daysBetween(since, week.week) / 7);
      return {
        ...week,
        demand,
        state: demand > week.maximum ? 'bottleneck' : demand > week.actual ? 'tight' : 'free',
        short: Math.max(0, demand - week.maximum),
        outsideAgreed: isOutside(demand, week.agreed, rangeAt(flexibility, ahead)),
      };
    });
}

const rangeAt = (ranges: readonly FlexibilityRange[], ahead: number): FlexibilityRange | undefined =>
  ranges.findLast(({ fromWeeks }) => fromWeeks <= ahead);

function isOutside(demand: number, agreed: number | undefined, range: FlexibilityRange | undefined): boolean {
  if (agreed === undefined || !range) return false;
  return demand > agreed * (1 + range.plusPercent / 100) || demand < agreed * (1 - range.minusPercent / 100);
}

/** What is tried out. Nothing of it is stated. */
export interface Measures {
  /** More shifts from one week to another; each adds its share of the week, up to the maximum. */
  extraShifts?: { from: IsoDay; to: IsoDay; shifts: number }[];
  /** Part of the demand that another group takes over. */
  moved?: { part: string; share: number }[];
  /** How many weeks ahead of need may be made. */
  aheadWeeks?: number;
}

export interface SimulatedWeek {
  week: IsoDay;
  demand: number;
  capacity: number;
  made: number;
  /** Made ahead and not needed yet. */
  stock: number;
  short: number;
}

/** The group's weeks with the measures taken: what is made when, and what stays short. */
export function simulate(
  group: Pick<CapacityGroup, 'owner' | 'customer' | 'parts' | 'weeks'>,
  schedules: readonly ScheduleRow[],
  { measures, shiftsPerWeek, today }: { measures: Measures; shiftsPerWeek: number; today: IsoDay },
): SimulatedWeek[] {
  const kept = new Map((measures.moved ?? []).map(({ part, share }) => [part, 1 - share]));
  const parts = group.parts.map(({ part, loadFactor }) => ({ part, loadFactor: loadFactor * (kept.get(part) ?? 1) }));
  const load = loadOf({ ...group, parts }, schedules);
  const weeks = matchWeeks({ weeks: group.weeks }, load, today);
  const capacity = weeks.map(({ week, actual, maximum }) => {
    const extra = (measures.extraShifts ?? []).filter(({ from, to }) => week >= mondayOf(from) && week <= to);
    const shifts = extra.reduce((sum, one) => sum + one.shifts, 0);
    return Math.min(maximum, actual * (1 + shifts / shiftsPerWeek));
  });
  const demand = Float64Array.from(weeks, (week) => week.demand);
  const levelled = levelCapacity({
    ...{ load: demand, capacity: Float64Array.from(capacity) },
    aheadBuckets: measures.aheadWeeks ?? 0,
  });
  return weeks.map(({ week }, i) => ({
    ...{ week, demand: demand[i]!, capacity: capacity[i]! },
    ...{ made: levelled.made[i]!, stock: levelled.stock[i]!, short: levelled.short[i]! },
  }));
}

export interface LabourWeek {
  week: IsoDay;
  hours: number;
  /** Shifts that these hours fill with the people of one shift, where the planned capacity says how many that are. */
  shifts: number;
}

/** Hours and shifts that the demand takes. */
export const labourOf = (
  weeks: readonly MatchedWeek[],
  { shiftsPerWeek, hoursPerUnit }: Pick<CapacityResources, 'shiftsPerWeek' | 'hoursPerUnit'>,
): LabourWeek[] =>
  weeks.map(({ week, demand, actual }) => ({
    week,
    hours: demand * hoursPerUnit,
    shifts: actual > 0 ? (demand / actual) * shiftsPerWeek : 0,
  }));
