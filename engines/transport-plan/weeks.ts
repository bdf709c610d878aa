import { Random } from '@intakt/routing';

/**
 * Volumes of weeks to come, as multiples of each lane's mean: log-normal with the lane's own variation, mean 1, the same for
 * the same seed. Half of the weeks mirror the other half, so that their mean stays near 1 (antithetic variates).
 *
 * @returns row-major, a row for each week
 */
export function sampleWeeks(
  variations: readonly number[],
  { weeks, seed }: { weeks: number; seed: number },
): Float64Array {
  const random = new Random(seed);
  const lanes = variations.length;
  const factors = new Float64Array(weeks * lanes);
  for (let week = 0; week < weeks; week += 2) {
    for (const [lane, variation] of variations.entries()) {
      const spread = Math.sqrt(Math.log(1 + variation ** 2));
      const normal = Math.sqrt(-2 * Math.log(random.unit())) * Math.cos(2 * Math.PI * random.unit());
      factors[week * lanes + lane] = Math.exp(spread * normal - spread ** 2 / 2);
      if (week + 1 < weeks) factors[(week + 1) * lanes + lane] = Math.exp(-spread * normal - spread ** 2 / 2);
    }
  }
  return factors;
}
