/** One tier of a chain: how long its orders take, and over how many buckets it averages what it sees. */
export interface OrderingTier {
  /** L, from order to receipt, with the bucket of the review itself. */
  readonly leadTimeBuckets: number;
  /** p. */
  readonly averagedBuckets: number;
}

/**
 * What a tier orders that keeps its stock at L times the moving average of the demand which it sees: what it was asked for, and the
 * change of that level. As in the paper it may give back what it has too much, so that an order can be below zero.
 *
 * @param asked pieces per bucket that were ordered from the tier
 * @param seen the demand that it forecasts from: `asked` itself, or the end demand when that is shared
 * @returns pieces per bucket; the first p buckets only fill the average and order what was asked
 * @see Chen, Drezner, Ryan, Simchi-Levi: Quantifying the bullwhip effect in a simple supply chain, Management Science 46
 * (2000), § 2
 * @example orderUpTo({ leadTimeBuckets: 2, averagedBuckets: 1 }, { asked, seen: asked })
 */
export function orderUpTo(
  { leadTimeBuckets, averagedBuckets }: OrderingTier,
  { asked, seen }: { asked: Float64Array; seen: Float64Array },
): Float64Array {
  return asked.map((pieces, bucket) => {
    if (bucket < averagedBuckets) return pieces;
    return pieces + (leadTimeBuckets / averagedBuckets) * (seen[bucket]! - seen[bucket - averagedBuckets]!);
  });
}

/**
 * Lets end demand climb a chain in which every tier orders by the same rule, from the demand of its own customer or from the end
 * demand that is shared with all.
 *
 * @param demand pieces per bucket at the end of the chain
 * @param tiers from the end customer upwards
 * @returns the orders of each tier
 */
export function ordersOfChain(demand: Float64Array, tiers: readonly OrderingTier[], { shared }: { shared: boolean }) {
  const orders: Float64Array[] = [];
  for (const tier of tiers) {
    const asked = orders.at(-1) ?? demand;
    orders.push(orderUpTo(tier, { asked, seen: shared ? demand : asked }));
  }
  return orders;
}
