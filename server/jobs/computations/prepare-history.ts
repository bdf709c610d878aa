import type { IsoDay } from '@intakt/contract';
import {
  checkQuantities,
  fillMissing,
  findOutliers,
  type Flag,
  type History,
  type Outlier,
  withoutOutliers,
} from '@intakt/forecast';
import { addDays, dayNumber } from '@intakt/material-flow';
import type { Calendar, ReportedSeries } from '../../capabilities/demand/index.ts';

/** A history that models can be given, and everything that was odd about it. */
export interface PreparedHistory {
  series: ReportedSeries;
  history: History;
  /** Monday of its first week. */
  from: IsoDay;
  gaps: IsoDay[];
  flags: (Omit<Flag, 'place'> & { week: IsoDay })[];
  outliers: { week: IsoDay; quantity: number; expected: number; deviations: number }[];
  /** Working days of a usual week; what a week with fewer was asked for is scaled up to it. */
  usualDays: number;
}

/** Weeks are modelled without a fixed season: a memory of two years finds what comes back every year, also when it moves. */
const PERIOD = 1;
const PIECES = new Set(['H87', 'PCE', 'C62', 'EA']);
/** A habit is what the last two years made usual. */
const HABIT_WEEKS = 104;

export const seriesId = ({ site, part }: { site: string; part: string }): string => `${site} ${part}`;
const weeksBetween = (from: IsoDay, to: IsoDay): number => Math.round((dayNumber(to) - dayNumber(from)) / 7);

/**
 * Makes a history of what was reported, up to `last`: quantities that are odd by the part's own past are not used unless
 * somebody said that they are right, gaps are filled unless the calendar says closed, weeks with holidays are scaled to full
 * ones. What stands out is used and shown; it is left out where somebody said so.
 */
export function prepareHistory(series: ReportedSeries, calendar: Calendar, last: IsoDay): PreparedHistory | undefined {
  const first = series.weeks[0]?.week;
  if (first === undefined || first > last) return undefined;
  const count = weeksBetween(first, last) + 1;
  const flags = flagOdd(series);
  const unused = new Set(flags.map(({ week }) => week));
  const reported = Array.from({ length: count }, (): number | null => (series.silentIsZero ? 0 : null));
  for (const { week, quantity } of series.weeks)
    if (week <= last) reported[weeksBetween(first, week)] = unused.has(week) ? null : quantity;
  const days = daysOf(series, calendar, first, count);
  const usualDays = usual(days);
  const closed = days.map((open) => open === 0);
  const scaled = reported.map((value, place) => toUsualWeek(value, days[place]!, usualDays));
  const { values, dropped, guessed } = fillMissing(scaled, { period: PERIOD, closed });
  if (values.length === 0) return undefined;
  const from = addDays(first, 7 * dropped);
  const weekAt = (place: number): IsoDay => addDays(from, 7 * place);
  const history: History = { id: seriesId(series), values, period: PERIOD };
  const outliers = findOutliers(history);
  const left = outliers.filter(({ bucket }) => series.judged[weekAt(bucket)]?.verdict === 'leave-out');
  return {
    series,
    history: withoutOutliers(history, left),
    from,
    gaps: guessed.map(weekAt),
    flags,
    outliers: outliers.map((outlier) => asShown(outlier, weekAt(outlier.bucket))),
    usualDays,
  };
}

const asShown = ({ value, expected, deviations }: Outlier, week: IsoDay) => ({
  week,
  quantity: value,
  expected: Math.round(expected * 100) / 100,
  deviations: Math.round(deviations * 10) / 10,
});

/** Each quantity is judged by those accepted before it, so that an absurd one does not become the habit. */
function flagOdd({ weeks, unit, packSize, judged, repeated = {} }: ReportedSeries): PreparedHistory['flags'] {
  const accepted: number[] = [];
  return weeks.flatMap(({ week, quantity }) => {
    const verdict = judged[week]?.verdict;
    const [flag] = checkQuantities([{ bucket: 0, quantity }], {
      history: accepted.slice(-HABIT_WEEKS),
      wholePieces: PIECES.has(unit),
      packSizes: packSize ? [packSize] : [],
    });
    const twice = repeated[week];
    const found: Flag | undefined =
      twice && !flag
        ? { place: 0, suspicion: 'duplicate', quantity, usual: usualSize(accepted), suggested: quantity - twice }
        : flag;
    if (!found || verdict === 'use') {
      accepted.push(quantity);
      return [];
    }
    const { place: _place, ...rest } = found;
    return [{ week, ...rest }];
  });
}

function usualSize(accepted: readonly number[]): number {
  const sizes = accepted.slice(-HABIT_WEEKS).filter((size) => size > 0);
  return sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
}

function daysOf({ site }: ReportedSeries, { from, days }: Calendar, first: IsoDay, count: number): number[] {
  const known = days[site];
  const start = weeksBetween(from, first);
  return Array.from({ length: count }, (_, place) => known?.[start + place] ?? 5);
}

function usual(days: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const count of days) counts.set(count, (counts.get(count) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] || 5;
}

/** What was asked for although the site was closed stands as it is. */
const toUsualWeek = (value: number | null, days: number, usualDays: number): number | null =>
  value === null || days === 0 || days === usualDays ? value : (value * usualDays) / days;
