import type { EventData, Horizon, IsoDay, RecordedEvent, ScheduleQuantity } from '@intakt/contract';
import { addDays, dayNumber, isoDay, isoWeekday } from '@intakt/material-flow';

/** Whether a release replaces the current one: a later day does, the same day too; a report never replaces the customer's own word. */
export function supersedes(
  event: RecordedEvent<'schedule-released'>,
  current: { releasedOn: IsoDay; confirmed: boolean },
): boolean {
  if (current.confirmed && !event.confirmed) return event.data.releasedOn > current.releasedOn;
  return event.data.releasedOn >= current.releasedOn;
}

interface PlannedDay {
  day: IsoDay;
  quantity: number;
}

/** A plan replaces every day between its `from` and `to`, and leaves the days outside as they were. */
export function mergePlan(present: PlannedDay[], plan: EventData<'requirement-planned'>): PlannedDay[] {
  const outside = present.filter(({ day }) => day < plan.from || day > plan.to);
  const inside = plan.quantities.filter(({ day }) => day >= plan.from && day <= plan.to);
  return [...outside, ...inside].sort((a, b) => (a.day < b.day ? -1 : 1));
}

export interface ComparedBucket {
  from: IsoDay;
  to: IsoDay;
  old: number;
  new: number;
  delta: number;
  horizon?: Horizon;
}

/** Two releases side by side, per calendar week, so that a daily and a weekly release can be compared. */
export function compareReleases(
  previous: ScheduleQuantity[] | undefined,
  current: ScheduleQuantity[],
): ComparedBucket[] {
  const weeks = new Map<IsoDay, ComparedBucket>();
  const add = (side: 'old' | 'new', list: ScheduleQuantity[]): void => {
    for (const { from, quantity, horizon } of list) {
      const monday = mondayOf(from);
      const bucket = weeks.get(monday) ?? { from: monday, to: addDays(monday, 6), old: 0, new: 0, delta: 0 };
      bucket[side] += quantity;
      if (side === 'new' || !bucket.horizon) bucket.horizon = horizon;
      bucket.delta = bucket.new - bucket.old;
      weeks.set(monday, bucket);
    }
  };
  add('old', previous ?? []);
  add('new', current);
  return [...weeks.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Monday of the ISO week that the day lies in. */
export function mondayOf(day: IsoDay): IsoDay {
  const number = dayNumber(day);
  return isoDay(number - isoWeekday(number) + 1);
}
