/**
 * Variance of orders over variance of demand: above 1, a tier passes on more unrest than reaches it.
 *
 * @param orders pieces per bucket that the tier ordered
 * @param demand pieces per bucket that it was asked for, over the same buckets
 * @returns undefined where demand never varied, or there are fewer than two buckets
 * @see Lee, Padmanabhan, Whang: Information distortion in a supply chain: the bullwhip effect, Management Science 43 (1997)
 * @example bullwhipRatio(Float64Array.of(0, 20, 0, 20), Float64Array.of(5, 15, 5, 15)) // 4
 */
export function bullwhipRatio(orders: Float64Array, demand: Float64Array): number | undefined {
  const spread = varianceOf(demand);
  return demand.length >= 2 && spread > 0 ? varianceOf(orders) / spread : undefined;
}

function varianceOf(values: Float64Array): number {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}

/**
 * The least bullwhip of a tier that orders up to a level set by a moving average of the demand which it sees: 1 + (2L/p + 2L²/p²)(1 − ρᵖ).
 *
 * @param leadTimeBuckets L, from order to receipt, with the bucket of the review itself
 * @param averagedBuckets p, over how many the tier averages
 * @param correlation ρ of demand from bucket to bucket, −1 to 1
 * @see Chen, Drezner, Ryan, Simchi-Levi: Quantifying the bullwhip effect in a simple supply chain, Management Science 46 (2000),
 * theorem 2.2
 * @example bullwhipBound({ leadTimeBuckets: 2, averagedBuckets: 4 }) // 2.5
 */
export function bullwhipBound(tier: {
  leadTimeBuckets: number;
  averagedBuckets: number;
  correlation?: number;
}): number {
  return 1 + amplification(tier.leadTimeBuckets, tier) * (1 - (tier.correlation ?? 0) ** tier.averagedBuckets);
}

/**
 * The bound for the k-th tier of a chain. With shared end demand the lead times add up; without, each tier multiplies what
 * reaches it. Demand without correlation.
 *
 * @param leadTimesBuckets of the tiers from the end customer up to the one in question
 * @see Chen, Drezner, Ryan, Simchi-Levi (2000), theorems 3.1 (shared) and 3.2 (not shared)
 * @example bullwhipBoundOfChain({ leadTimesBuckets: [1, 1], averagedBuckets: 4 }) // { shared: 2.5, notShared: 2.64 }
 */
export function bullwhipBoundOfChain(chain: { leadTimesBuckets: readonly number[]; averagedBuckets: number }): {
  shared: number;
  notShared: number;
} {
  const total = chain.leadTimesBuckets.reduce((sum, lead) => sum + lead, 0);
  return {
    shared: 1 + amplification(total, chain),
    notShared: chain.leadTimesBuckets.reduce((product, lead) => product * (1 + amplification(lead, chain)), 1),
  };
}

const amplification = (lead: number, { averagedBuckets: p }: { averagedBuckets: number }): number =>
  (2 * lead) / p + (2 * lead ** 2) / p ** 2;
