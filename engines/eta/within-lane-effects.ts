import type { LegRecord } from './leg.ts';

/** Offsets of the logarithm of the time: by quarter of the day, and by carrier. What is not named is 0. */
export type Effects = ReadonlyMap<string, number>;

/**
 * How much longer something takes at a time of day, or with a carrier, than is usual **on the same lane**: the median
 * difference from the lane's median, drawn towards 0 as long as few journeys tell. Comparing within lanes keeps a carrier
 * that has the slow lanes from being taken for a slow carrier.
 *
 * @param values logarithm of each record's time over its reference
 * @param keyOf what the effect belongs to
 * @param priorCount how many records would weigh as much as the belief that there is no effect
 * @returns one offset per key
 */
export function withinLaneEffects(
  records: readonly LegRecord[],
  values: ArrayLike<number>,
  keyOf: (record: LegRecord) => string,
  priorCount: number,
): Effects {
  const laneMedians = mediansBy(
    records.map(({ lane }) => lane),
    values,
  );
  const differences = Float64Array.from(records, ({ lane }, at) => values[at]! - laneMedians.get(lane)!.median);
  const byKey = mediansBy(records.map(keyOf), differences);
  return new Map([...byKey].map(([key, { median, count }]) => [key, (median * count) / (count + priorCount)]));
}

function mediansBy(keys: readonly string[], values: ArrayLike<number>): Map<string, { median: number; count: number }> {
  const groups = Map.groupBy(keys.keys(), (at) => keys[at]!);
  return new Map(
    [...groups].map(([key, places]) => [
      key,
      { median: median(places.map((at) => values[at]!)), count: places.length },
    ]),
  );
}

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
