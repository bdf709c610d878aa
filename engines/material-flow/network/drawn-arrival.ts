import type { ArrivalSpread } from './flow-network.ts';

/**
 * The bucket of an arrival for a number drawn from (0, 1): straight lines between the quantiles, the outermost ones beyond
 * them. A spread that is to have longer tails names levels nearer to 0 and 1.
 *
 * @example drawnArrival({ levels: [0.1, 0.5, 0.9], buckets: [2, 4, 10] }, 0.7) // 7
 */
export function drawnArrival({ levels, buckets }: ArrivalSpread, draw: number): number {
  let above = 0;
  while (above < levels.length && levels[above]! < draw) above++;
  if (above === 0) return Math.floor(buckets[0]!);
  if (above === levels.length) return Math.floor(buckets[above - 1]!);
  const share = (draw - levels[above - 1]!) / (levels[above]! - levels[above - 1]!);
  return Math.floor(buckets[above - 1]! + share * (buckets[above]! - buckets[above - 1]!) + ROUNDING);
}

/** What is a whole bucket but for the last binary digits is that bucket. */
const ROUNDING = 1e-9;
