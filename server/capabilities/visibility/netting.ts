import type { ScheduleQuantity } from '@intakt/contract';
import type { DespatchFact, ScheduleFact } from './flow-store.ts';

/** Goods this many days overdue are not counted on any more; they stay in sight as overdue. */
export const GIVE_UP_AFTER_DAYS = 14;

/**
 * What of a release is still open: goods despatched that the customer had not counted when it wrote the
 * release are taken off its earliest quantities first.
 */
export function openQuantities(
  schedule: Pick<ScheduleFact, 'quantities' | 'releasedOn' | 'cumulative'>,
  despatches: DespatchFact[],
): ScheduleQuantity[] {
  let despatched = despatches.filter((d) => isNotCounted(schedule, d)).reduce((sum, d) => sum + d.quantity, 0);
  const open: ScheduleQuantity[] = [];
  for (const called of [...schedule.quantities].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const taken = Math.min(despatched, called.quantity);
    despatched -= taken;
    if (called.quantity > taken) open.push({ ...called, quantity: called.quantity - taken });
  }
  return open;
}

/** The last despatch note that the release names tells exactly; without one, the day of the release does. */
function isNotCounted(
  { releasedOn, cumulative }: Pick<ScheduleFact, 'releasedOn' | 'cumulative'>,
  despatch: DespatchFact,
): boolean {
  const last = cumulative?.lastDespatch;
  if (last?.reference === despatch.despatchNote) return false;
  return last?.day ? despatch.despatchedOn > last.day : despatch.despatchedOn >= releasedOn;
}
