import type { EventData, ForecastWeek, IsoDay } from '@intakt/contract';
import { addDays, dayNumber, isoWeekday } from '@intakt/material-flow';
import { Refusal } from '../../refuse.ts';

/** At how many weeks ahead a forecast is kept for judging it later. */
export const LAGS = [1, 4, 8, 13] as const;
/** By lag, then by week: what was last said at least so long before. */
export type Said = Record<string, Record<IsoDay, number>>;

const KEPT_WEEKS = 105;

export const mondayOf = (day: IsoDay): IsoDay => addDays(day, 1 - isoWeekday(dayNumber(day)));
export const weeksBetween = (from: IsoDay, to: IsoDay): number => Math.round((dayNumber(to) - dayNumber(from)) / 7);

/** Weeks are named by their Mondays, each once and in order: anything else would be read as another week than was meant. */
export function weekProblem(weeks: readonly { week: IsoDay }[], path = 'weeks'): Refusal | undefined {
  for (const [place, { week }] of weeks.entries()) {
    if (isoWeekday(dayNumber(week)) !== 1)
      return invalid(`${path}.${place}.week`, `must be a Monday; the one of that week is ${mondayOf(week)}`, week);
    const before = weeks[place - 1]?.week;
    if (before !== undefined && before >= week)
      return invalid(`${path}.${place}.week`, `must come after ${before}, each week once`, week);
  }
  return undefined;
}

export function forecastProblem({ weeks, levels }: EventData<'forecast-published'>): Refusal | undefined {
  const odd = (levels ?? []).findIndex((level, i) => i > 0 && level <= levels![i - 1]!);
  if (odd > 0) return invalid(`levels.${odd}`, 'must be above the level before it', levels![odd]);
  const unequal = weeks.findIndex(({ quantiles }) => quantiles && quantiles.length !== (levels?.length ?? 0));
  if (unequal >= 0)
    return invalid(
      `weeks.${unequal}.quantiles`,
      `must be ${levels?.length ?? 0}, one for each level`,
      weeks[unequal]!.quantiles!.length,
    );
  return weekProblem(weeks);
}

/** Takes what is said now into what is kept for judging; weeks that are long past go. */
export function keepSaid(before: Said, weeks: readonly ForecastWeek[], publishedOn: IsoDay): Said {
  const today = mondayOf(publishedOn);
  const oldest = addDays(today, -7 * KEPT_WEEKS);
  return Object.fromEntries(
    LAGS.map((lag) => {
      const kept = Object.entries(before[lag] ?? {}).filter(([week]) => week >= oldest);
      const fresh = weeks
        .filter(({ week }) => weeksBetween(today, week) >= lag)
        .map(({ week, quantity }) => [week, quantity]);
      return [String(lag), Object.fromEntries([...kept, ...fresh])];
    }),
  );
}

const invalid = (path: string, problem: string, value: unknown): Refusal =>
  new Refusal('INVALID', { path, problem, value });
