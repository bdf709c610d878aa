import type { Horizon, IsoDay, ScheduleQuantity } from '@intakt/contract';
import { addDays } from '@intakt/material-flow';
import { mondayOf } from './rules.ts';

/** What a release says, as far as weeks are compared. */
export interface ReleaseFacts {
  releasedOn: IsoDay;
  quantities: ScheduleQuantity[];
  previousQuantities: ScheduleQuantity[] | null;
}

export interface ReleasedWeek {
  /** Monday. */
  week: IsoDay;
  released: number;
  /** Of `released`, what was due before the release was written. */
  backlog: number;
  horizon: Horizon;
  /** What the release before it said of the same days; undefined where it did not reach. */
  previous: number | undefined;
  /** By how much the demand of these days changed; undefined where there is nothing to compare. */
  delta: number | undefined;
  frozen: boolean;
}

const FROZEN: readonly Horizon[] = ['backorder', 'immediate', 'firm'];
const lastDay = ({ from, to }: ScheduleQuantity): IsoDay => to ?? from;
const latest = (days: IsoDay[]): IsoDay | undefined => days.sort().at(-1);

/** The last day that was promised not to move: what the release before called firm; a first release binds itself. */
export const frozenUntil = ({ quantities, previousQuantities }: ReleaseFacts): IsoDay | undefined =>
  latest((previousQuantities ?? quantities).filter(({ horizon }) => FROZEN.includes(horizon)).map(lastDay));

/**
 * Calendar weeks from `since` on. Compared are only days of which both releases speak: before the new one begins the old one
 * is history, and a backlog was called off before.
 */
export function weeksOf(release: ReleaseFacts, since: IsoDay): ReleasedWeek[] {
  const { releasedOn, quantities, previousQuantities } = release;
  const until = frozenUntil(release);
  const reach = latest((previousQuantities ?? []).map(lastDay));
  const before = sums((previousQuantities ?? []).filter(({ from }) => from >= releasedOn));
  const now = sums(quantities);
  const mondays = new Set([...now.keys(), ...before.keys()].filter((week) => week >= mondayOf(since)));
  return [...mondays].sort().map((week) => {
    const { total: released, backlog, horizon } = now.get(week) ?? { total: 0, backlog: 0, horizon: undefined };
    const previous =
      reach && week <= reach && addDays(week, 6) >= releasedOn ? (before.get(week)?.total ?? 0) : undefined;
    return {
      week,
      released,
      backlog,
      horizon: horizon ?? before.get(week)?.horizon ?? 'forecast',
      previous,
      delta: previous === undefined ? undefined : released - backlog - previous,
      frozen: until !== undefined && week <= until,
    };
  });
}

interface Sum {
  total: number;
  backlog: number;
  horizon: Horizon;
}

/** A week is as binding as the most binding of its days. */
function sums(quantities: ScheduleQuantity[]): Map<IsoDay, Sum> {
  const weeks = new Map<IsoDay, Sum>();
  for (const { from, quantity, horizon } of quantities) {
    const week = mondayOf(from);
    const sum = weeks.get(week) ?? { total: 0, backlog: 0, horizon };
    sum.total += quantity;
    if (horizon === 'backorder') sum.backlog += quantity;
    else if (RANK.indexOf(horizon) < RANK.indexOf(sum.horizon) || sum.horizon === 'backorder') sum.horizon = horizon;
    weeks.set(week, sum);
  }
  return weeks;
}
const RANK: readonly Horizon[] = ['immediate', 'firm', 'production', 'material', 'forecast', 'backorder'];

/** What a release calls off per calendar week, without a backlog. */
export const weeklySums = (quantities: ScheduleQuantity[]): Map<IsoDay, number> =>
  new Map([...sums(quantities)].map(([week, { total, backlog }]) => [week, total - backlog]));

/** The same in order, for whoever speaks in weeks. */
export const weeklyQuantities = (quantities: ScheduleQuantity[]): { week: IsoDay; quantity: number }[] =>
  Array.from(weeklySums(quantities), ([week, quantity]) => ({ week, quantity })).sort((a, b) =>
    a.week < b.week ? -1 : 1,
  );

/** What a release asks for in one week. */
export const releasedIn = (quantities: ScheduleQuantity[], week: IsoDay): number =>
  quantities.reduce((sum, { from, quantity }) => (mondayOf(from) === week ? sum + quantity : sum), 0);

/**
 * The quantities with other weekly sums: a week's days keep their shares, in whole pieces where they were whole, and
 * cumulatives move along. A week of which the release said nothing is called off from Monday to Sunday.
 */
export function withWeeks(quantities: ScheduleQuantity[], weeks: ReadonlyMap<IsoDay, number>): ScheduleQuantity[] {
  const changed = [...weeks].flatMap(([week, wanted]) => scaledWeek(quantities, week, wanted));
  const kept = quantities.filter(({ from }) => !weeks.has(mondayOf(from)));
  const all = [...kept, ...changed].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return withCumulatives(all, quantities);
}

function scaledWeek(quantities: ScheduleQuantity[], week: IsoDay, wanted: number): ScheduleQuantity[] {
  const days = quantities.filter(({ from }) => mondayOf(from) === week);
  const sum = days.reduce((total, { quantity }) => total + quantity, 0);
  if (days.length === 0 || sum === 0)
    return [{ from: week, to: addDays(week, 6), quantity: wanted, horizon: horizonAt(quantities, week) }];
  const whole = Number.isInteger(wanted) && days.every(({ quantity }) => Number.isInteger(quantity));
  let [before, given] = [0, 0];
  return days.map((day) => {
    before += day.quantity;
    const upTo = (wanted * before) / sum;
    const quantity = (whole ? Math.round(upTo) : upTo) - given;
    given += quantity;
    return { ...day, quantity };
  });
}

/** As binding as what comes next, or as the last that was said. */
function horizonAt(quantities: ScheduleQuantity[], week: IsoDay): Horizon {
  const sorted = quantities.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return (sorted.find(({ from }) => from > week) ?? sorted.at(-1))?.horizon ?? 'forecast';
}

/** Where the release counts up, the new one counts up from the same beginning. */
function withCumulatives(changed: ScheduleQuantity[], original: ScheduleQuantity[]): ScheduleQuantity[] {
  const [first] = original.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (first?.cumulative === undefined) return changed;
  let cumulative = first.cumulative - first.quantity;
  return changed.map((entry) => {
    cumulative += entry.quantity;
    return { ...entry, cumulative };
  });
}
