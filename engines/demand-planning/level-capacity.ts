/** Load against capacity, bucket by bucket, all in units of the capacity. */
export interface CapacityInput {
  readonly load: Float64Array;
  readonly capacity: Float64Array;
  /** How many buckets ahead of its need something may be made; 0 makes everything when it is needed. */
  readonly aheadBuckets: number;
}

export interface Levelled {
  /** What is made in each bucket. */
  readonly made: Float64Array;
  /** What is made and not needed yet, at the end of each bucket. */
  readonly stock: Float64Array;
  /** What is needed in the bucket and cannot be made in time. */
  readonly short: Float64Array;
}

/**
 * Makes what a bucket cannot in the free capacity of the buckets before it, the nearest first: the latest plan that meets all that can be met.
 * Earlier needs go first, so that nothing is made ahead at the cost of what is needed now.
 *
 * @param input load and capacity of equal length, both at least 0
 * @throws RangeError where the lengths differ
 * @see Hax, Candea: Production and Inventory Management (1984), § 3.2, feasibility of a capacitated plan by backward shifting
 * @example levelCapacity({ load: Float64Array.of(5, 15), capacity: Float64Array.of(10, 10), aheadBuckets: 1 }).made // [10, 10]
 */
export function levelCapacity({ load, capacity, aheadBuckets }: CapacityInput): Levelled {
  if (load.length !== capacity.length)
    throw new RangeError(`load has ${load.length} buckets, capacity has ${capacity.length}.`);
  const made = load.map((needed, bucket) => Math.min(needed, capacity[bucket]!));
  const short = new Float64Array(load.length);
  const stock = new Float64Array(load.length);
  for (let bucket = 0; bucket < load.length; bucket++) {
    let missing = load[bucket]! - Math.min(load[bucket]!, capacity[bucket]!);
    const earliest = Math.max(0, bucket - aheadBuckets);
    for (let at = bucket - 1; at >= earliest && missing > 0; at--) {
      const free = Math.min(missing, capacity[at]! - made[at]!);
      made[at]! += free;
      missing -= free;
      for (let held = at; held < bucket; held++) stock[held]! += free;
    }
    short[bucket] = missing;
  }
  return { made, stock, short };
}
