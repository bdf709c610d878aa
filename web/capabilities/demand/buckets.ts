import type { ScheduleQuantity } from '@intakt/contract';
import type { ComparisonBucket, ScheduleRow } from './queries.ts';

export interface CumulatedBucket extends ComparisonBucket {
  oldSoFar: number;
  newSoFar: number;
  deltaSoFar: number;
}

/** Running totals: a quantity that only moved to another week cancels out. */
export function cumulated(buckets: ComparisonBucket[]): CumulatedBucket[] {
  let oldSoFar = 0;
  let newSoFar = 0;
  return buckets.map((bucket) => {
    oldSoFar += bucket.old;
    newSoFar += bucket.new;
    return { ...bucket, oldSoFar, newSoFar, deltaSoFar: newSoFar - oldSoFar };
  });
}

/**
 * By how much the release changed the demand of the days that both releases speak of: before the new
 * one begins the old one is history, and behind the old one's end there is nothing to compare.
 */
export function changeOf({
  quantities,
  previousQuantities,
  releasedOn,
}: Pick<ScheduleRow, 'quantities' | 'previousQuantities' | 'releasedOn'>): number | undefined {
  if (!previousQuantities || previousQuantities.length === 0) return undefined;
  const end = previousQuantities
    .map(({ from, to }) => to ?? from)
    .sort()
    .at(-1)!;
  const within = (list: ScheduleQuantity[]): number =>
    list.filter(({ from }) => from >= releasedOn && from <= end).reduce((sum, { quantity }) => sum + quantity, 0);
  return within(quantities) - within(previousQuantities);
}
