import { type BucketGrid, bucketAtHour } from './bucket-grid.ts';

/**
 * When goods of a lane, or of a workshop, are at hand: for each bucket the last bucket whose goods have arrived by then,
 * or -1 while none has. It never falls, because later goods do not overtake earlier ones.
 */
export type TransportPattern = Int32Array;

/**
 * Lays lead time and departures of a lane over the horizon. Goods that are ready leave with the next departure.
 *
 * @param leadTimeHours from departure to availability at the other end, never negative
 * @param departures 1 for each bucket in which something leaves; absent: in every bucket
 * @returns for each bucket the last bucket whose goods are there
 * @throws RangeError for a negative lead time, or departures of another length than the horizon
 * @example transportPattern(bucketGrid({ startMs: 0, days: 4 }), { leadTimeHours: 48 }) // [-1, -1, 0, 1]
 */
export function transportPattern(
  grid: BucketGrid,
  { leadTimeHours, departures }: { leadTimeHours: number; departures?: ArrayLike<number> },
): TransportPattern {
  if (!(leadTimeHours >= 0)) throw new RangeError(`A lead time of ${leadTimeHours} hours: expected 0 or more.`);
  if (departures && departures.length !== grid.buckets)
    throw new RangeError(`${departures.length} departures for ${grid.buckets} buckets: expected one figure each.`);
  const pattern = new Int32Array(grid.buckets).fill(-1);
  let departure = grid.buckets;
  for (let ready = grid.buckets - 1; ready >= 0; ready--) {
    if (!departures || departures[ready]) departure = ready;
    if (departure === grid.buckets) continue;
    const arrival = bucketAtHour(grid, grid.startHours[departure]! + leadTimeHours);
    // Walked from the end, the first to write a bucket is the last that arrives in it.
    if (arrival < grid.buckets && pattern[arrival] === -1) pattern[arrival] = ready;
  }
  for (let bucket = 1; bucket < pattern.length; bucket++)
    pattern[bucket] = Math.max(pattern[bucket]!, pattern[bucket - 1]!);
  return pattern;
}

/** The bucket in which goods must be ready to be there by `due`; 0, and so late, where no departure makes it. */
export const readyBy = (pattern: TransportPattern, due: number): number =>
  Math.max(0, pattern[Math.min(due, pattern.length - 1)] ?? 0);
