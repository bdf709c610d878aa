import type { IsoDay } from '@intakt/contract';

/** Calendar-day arithmetic on `YYYY-MM-DD`, free of time zones: the one place for it in the browser. */
const MILLISECONDS_PER_DAY = 86_400_000;
const toUtc = (day: IsoDay): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: IsoDay, days: number): IsoDay =>
  new Date(toUtc(day) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
export const daysBetween = (from: IsoDay, to: IsoDay): number =>
  Math.round((toUtc(to) - toUtc(from)) / MILLISECONDS_PER_DAY);
/** Monday = 1 … Sunday = 7. */
export const isoWeekday = (day: IsoDay): number => new Date(toUtc(day)).getUTCDay() || 7;
export const isWeekend = (day: IsoDay): boolean => isoWeekday(day) > 5;

export interface IsoWeek {
  year: number;
  week: number;
}

/** ISO 8601: the week belongs to the year of its Thursday. */
export function isoWeekOf(day: IsoDay): IsoWeek {
  const thursday = addDays(day, 4 - isoWeekday(day));
  const year = Number(thursday.slice(0, 4));
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return { year, week };
}

export const weekKey = ({ year, week }: IsoWeek): string => `${year}-W${String(week).padStart(2, '0')}`;
