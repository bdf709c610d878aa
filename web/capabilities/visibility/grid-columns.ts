import type { IsoDay } from '@intakt/contract';
import { isoWeekOf, weekKey } from '../../shell/days.ts';

/** A column covers the days `first` … `last` of the horizon, by index. */
export interface GridColumn {
  key: string;
  kind: 'week' | 'day';
  /** The ISO week it belongs to, `2026-W48`. */
  week: string;
  first: number;
  last: number;
  /** First day of the column. */
  day: IsoDay;
}

/** One column per ISO week; an expanded week is followed by its days. */
export function gridColumns(days: IsoDay[], expanded: ReadonlySet<string>): GridColumn[] {
  return weeksOf(days).flatMap((week) => (expanded.has(week.key) ? [week, ...daysOf(week, days)] : [week]));
}

export function weeksOf(days: IsoDay[]): GridColumn[] {
  const weeks: GridColumn[] = [];
  days.forEach((day, index) => {
    const key = weekKey(isoWeekOf(day));
    const current = weeks.at(-1);
    if (current?.key === key) current.last = index;
    else weeks.push({ key, kind: 'week', week: key, first: index, last: index, day });
  });
  return weeks;
}

function daysOf(week: GridColumn, days: IsoDay[]): GridColumn[] {
  const indexes = Array.from({ length: week.last - week.first + 1 }, (_, offset) => week.first + offset);
  return indexes.map((index) => ({
    key: days[index]!,
    kind: 'day',
    week: week.key,
    first: index,
    last: index,
    day: days[index]!,
  }));
}
