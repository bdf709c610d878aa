/** The horizon cut into buckets, fine ones first: hours for the shifts ahead, then days, then weeks. */
export interface BucketGrid {
  readonly buckets: number;
  /** Start of each bucket and, last, the end of the horizon: hours since `startMs`; `buckets` + 1 figures, rising. */
  readonly startHours: Float64Array;
  /** The moment at which bucket 0 begins, milliseconds since 1970. */
  readonly startMs: number;
}

const HOUR_MS = 3_600_000;

/**
 * Cuts a horizon into so many hours, then days, then weeks. What happens within a bucket counts from its start on.
 *
 * @param startMs moment at which the first bucket begins, milliseconds since 1970
 * @throws RangeError when a count is no whole number, is negative, or all of them are 0
 * @example bucketGrid({ startMs: 0, hours: 24, days: 13, weeks: 24 }).buckets // 61
 */
export function bucketGrid(cut: { startMs: number; hours?: number; days?: number; weeks?: number }): BucketGrid {
  const { startMs, hours = 0, days = 0, weeks = 0 } = cut;
  const lengths = [hours, days, weeks];
  if (lengths.some((count) => !Number.isInteger(count) || count < 0) || hours + days + weeks === 0)
    throw new RangeError(
      `A horizon of ${hours} hours, ${days} days and ${weeks} weeks: expected whole numbers above 0.`,
    );
  const startHours = new Float64Array(hours + days + weeks + 1);
  for (let bucket = 1; bucket < startHours.length; bucket++)
    startHours[bucket] = startHours[bucket - 1]! + (bucket <= hours ? 1 : bucket <= hours + days ? 24 : 168);
  return { buckets: startHours.length - 1, startHours, startMs };
}

/**
 * The bucket in which a moment lies: negative before the horizon, `grid.buckets` after it.
 *
 * @example bucketOf(bucketGrid({ startMs: 0, days: 3 }), 90_000_000) // 1, the second day
 */
export function bucketOf(grid: BucketGrid, momentMs: number): number {
  return bucketAtHour(grid, (momentMs - grid.startMs) / HOUR_MS);
}

/** The same for a moment given in hours since the start of the grid. */
export function bucketAtHour({ startHours, buckets }: BucketGrid, hour: number): number {
  if (hour < 0) return -1;
  if (hour >= startHours[buckets]!) return buckets;
  let low = 0;
  let high = buckets;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (startHours[middle]! <= hour) low = middle;
    else high = middle;
  }
  return low;
}
