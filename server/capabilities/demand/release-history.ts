import type { Horizon, IsoDay, ScheduleQuantity } from '@intakt/contract';
import type { Horizons, Release } from '@intakt/demand-planning';
import { addDays, daysBetween } from '@intakt/material-flow';
import { weeklySums } from './release-weeks.ts';
import { type RelationKey, relationKey } from './commit-store.ts';
import { mondayOf } from './rules.ts';

/** A past release with what it called off. */
export interface PastRelease {
  eventId: string;
  release: string;
  releasedOn: IsoDay;
  quantities: ScheduleQuantity[];
}

export const weekIndex = (start: IsoDay, week: IsoDay): number => Math.round(daysBetween(start, week) / 7);

/** Weekly quantities from the release's own week to the last week that it names; weeks between without any are zero. */
export function toWeekly(
  { releasedOn, quantities }: Pick<PastRelease, 'releasedOn' | 'quantities'>,
  start: IsoDay,
): Release {
  const sums = weeklySums(quantities);
  const first = mondayOf(releasedOn);
  const last = [...sums.keys()].sort().at(-1) ?? first;
  const length = Math.max(0, weekIndex(first, last) + 1);
  const weekly = Float64Array.from({ length }, (_, ahead) => sums.get(addDays(first, 7 * ahead)) ?? 0);
  return { first: weekIndex(start, first), quantities: weekly };
}

/** How many weeks from the release's own are firm, and how far the go-aheads reach, by the horizons that it states. */
export function horizonsOf({ releasedOn, quantities }: Pick<PastRelease, 'releasedOn' | 'quantities'>): Horizons {
  const first = mondayOf(releasedOn);
  const reach = (...horizons: Horizon[]): number =>
    quantities
      .filter(({ horizon, from }) => horizons.includes(horizon) && from >= first)
      .reduce((weeks, { from }) => Math.max(weeks, weekIndex(first, mondayOf(from)) + 1), 0);
  const firmTo = reach('immediate', 'firm');
  const productionTo = Math.max(firmTo, reach('production'));
  return { firmTo, productionTo, materialTo: Math.max(productionTo, reach('material')) };
}

/** What came per week; a week before which nothing was received is unknown rather than nothing. */
export function weeklyActuals(
  received: readonly { day: IsoDay; quantity: number }[],
  { start, today }: { start: IsoDay; today: IsoDay },
): Float64Array {
  const length = Math.max(0, weekIndex(start, mondayOf(today)));
  const first = received.map(({ day }) => mondayOf(day)).sort()[0];
  const from = first === undefined ? length : Math.max(0, weekIndex(start, first));
  const actual = new Float64Array(length).fill(Number.NaN);
  actual.fill(0, from);
  for (const { day, quantity } of received) {
    const week = weekIndex(start, mondayOf(day));
    if (week >= 0 && week < length) actual[week] = (Number.isNaN(actual[week]!) ? 0 : actual[week]!) + quantity;
  }
  return actual;
}

/** What the last release that spoke of a week said before the week was over: the customer's final word. */
export function finalWords(releases: readonly Release[], weeks: number): Float64Array {
  const said = new Float64Array(weeks).fill(Number.NaN);
  for (const { first, quantities } of releases)
    for (const [ahead, quantity] of quantities.entries()) if (first + ahead < weeks) said[first + ahead] = quantity;
  return said;
}

export type Released = RelationKey & PastRelease;
/** So many weeks from a Monday on. */
export interface Span {
  start: IsoDay;
  weeks: number;
}

/** Sum over relations of the last word on each week; NaN where nobody spoke. */
export function calledOff(releases: readonly Released[], { start, weeks }: Span): Float64Array {
  const sums = new Float64Array(weeks).fill(Number.NaN);
  for (const list of Map.groupBy(releases, relationKey).values())
    addKnown(
      sums,
      finalWords(
        list.map((release) => toWeekly(release, start)),
        weeks,
      ),
    );
  return sums;
}

/** Adds to the sums what is known of each week. */
export function addKnown(sums: Float64Array, values: Float64Array): void {
  for (const [i, value] of values.entries())
    if (!Number.isNaN(value)) sums[i] = (Number.isNaN(sums[i]!) ? 0 : sums[i]!) + value;
}
