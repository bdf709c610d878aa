import type { Authorisation, IsoDay, ScheduleQuantity } from '@intakt/contract';
import { dampRelease, effectOfDamping, nervousness } from '@intakt/demand-planning';
import { addDays } from '@intakt/material-flow';
import { finalWords, horizonsOf, type PastRelease, toWeekly, weeklyActuals } from './release-history.ts';
import { mondayOf } from './rules.ts';
import type { CumulativeRow, ScheduleRow } from './store.ts';

/** Shares of the release before that are tried. */
export const HOLDS = [0, 0.2, 0.4, 0.6, 0.8] as const;

export interface StabilityInput {
  schedule: ScheduleRow;
  /** Oldest first, the current one last. */
  releases: PastRelease[];
  received: { day: IsoDay; quantity: number }[];
  today: IsoDay;
}

/** How restless a relation's releases were per horizon, and what blending each with the one before would have done. */
export function judgeStability({ schedule, releases, received, today }: StabilityInput) {
  const start = mondayOf(releases[0]?.releasedOn ?? schedule.releasedOn);
  const weekly = releases.map((release) => toWeekly(release, start));
  const horizons = horizonsOf(schedule);
  const actual = weeklyActuals(received, { start, today });
  const words = finalWords(weekly, actual.length);
  const used = actual.map((came, week) => (Number.isNaN(came) ? words[week]! : came));
  const known = used.subarray(0, lastKnown(used) + 1);
  return {
    releases: releases.length,
    horizons,
    zones: nervousness(weekly, horizons),
    effects: effectOfDamping(weekly, known, { holds: HOLDS, horizons }).map((effect) => ({
      ...effect,
      weeks: dampedWeeks(schedule, effect.hold, horizons),
    })),
  };
}

/** The engine takes what lies behind the array's end as unknown; a gap before it is said by the last word. */
const lastKnown = (used: Float64Array): number => used.findLastIndex((value) => !Number.isNaN(value));

export interface DampedWeek {
  week: IsoDay;
  previous: number;
  wanted: number;
  damped: number;
}

/** The weeks that damping would change in the current release, beside what was said before and what is wanted. */
export function dampedWeeks(schedule: ScheduleRow, hold: number, horizons = horizonsOf(schedule)): DampedWeek[] {
  if (!schedule.previousQuantities || !schedule.previousReleasedOn) return [];
  const start = mondayOf(schedule.previousReleasedOn);
  const before = { releasedOn: schedule.previousReleasedOn, quantities: schedule.previousQuantities };
  const previous = toWeekly(before, start);
  const wanted = toWeekly(schedule, start);
  const damped = dampRelease(previous, wanted, { hold, horizons });
  return [...damped.quantities].flatMap((quantity, ahead) => {
    const place = wanted.first + ahead;
    const [was, is] = [previous.quantities[place - previous.first], wanted.quantities[ahead]!];
    const week = addDays(start, 7 * place);
    return was === undefined || quantity === is ? [] : [{ week, previous: was, wanted: is, damped: quantity }];
  });
}

export interface GoAhead {
  kind: Authorisation['kind'];
  cumulative: number;
  until?: IsoDay;
  /** Stated by the customer, or added up from the horizons of the release. */
  stated: boolean;
}

/** Leave to produce and to buy material, in cumulative quantities: as the customer states them, else up to the end of the horizon. */
export function goAheads({ authorisations, quantities, cumulative }: ScheduleRow): GoAhead[] {
  const stated = authorisations.map(({ kind, cumulative: upTo, until }) => ({
    kind,
    cumulative: upTo,
    until,
    stated: true,
  }));
  const missing = (['production', 'material'] as const).filter((kind) => !stated.some((one) => one.kind === kind));
  const base = cumulative?.received ?? 0;
  return [...stated, ...missing.flatMap((kind) => derivedGoAhead(kind, quantities, base))];
}

const REACH = { production: ['backorder', 'immediate', 'firm', 'production'], material: ['material'] } as const;

function derivedGoAhead(kind: 'production' | 'material', quantities: ScheduleQuantity[], base: number): GoAhead[] {
  const horizons: readonly string[] =
    kind === 'production' ? REACH.production : [...REACH.production, ...REACH.material];
  const within = quantities.filter(({ horizon }) => horizons.includes(horizon));
  const last = within.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
  if (!last || (kind === 'material' && last.horizon !== 'material')) return [];
  const called = within.reduce((sum, { quantity }) => sum + quantity, 0);
  return [{ kind, cumulative: last.cumulative ?? base + called, until: last.to ?? last.from, stated: false }];
}

/** Against what had to be there by now: what is owed, or delivered ahead. Undefined where the release counts nothing. */
export function positionOf(
  { quantities, cumulative }: Pick<ScheduleRow, 'quantities' | 'cumulative'>,
  counted: CumulativeRow | undefined,
  today: IsoDay,
): { required: number; received: number; inTransit: number; backorder: number; advance: number } | undefined {
  if (!counted && cumulative?.received === undefined) return undefined;
  const due = quantities.filter(({ from, to, horizon }) => horizon === 'backorder' || (to ?? from) < today);
  const base = cumulative?.required ?? cumulative?.received ?? 0;
  const sinceThen = due.filter(({ horizon }) => horizon !== 'backorder' || cumulative?.required === undefined);
  const required = base + sinceThen.reduce((sum, { quantity }) => sum + quantity, 0);
  const received = counted?.received ?? cumulative?.received ?? 0;
  const gap = required - received;
  return {
    ...{ required, received, inTransit: counted?.inTransit ?? 0 },
    ...{ backorder: Math.max(0, gap), advance: Math.max(0, -gap) },
  };
}
