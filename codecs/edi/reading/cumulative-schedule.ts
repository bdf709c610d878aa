import type { ScheduleQuantity } from '@intakt/contract';

/** A schedule line that states only the cumulative quantity due by its date. */
export type DueCumulative = Omit<ScheduleQuantity, 'quantity'> & { cumulative: number };

/**
 * Net quantities from cumulative ones: each date needs what its cumulative quantity exceeds the one before it,
 * the first what it exceeds the quantity that already counts (delivered, or required before the schedule begins).
 * A falling cumulative quantity is a reduction by the customer and needs nothing.
 */
export function netOfCumulatives(due: DueCumulative[], already: number): ScheduleQuantity[] {
  let highest = already;
  return due.map((line) => {
    const quantity = Math.max(0, line.cumulative - highest);
    highest = Math.max(highest, line.cumulative);
    return { ...line, quantity: Number(quantity.toFixed(6)) };
  });
}
