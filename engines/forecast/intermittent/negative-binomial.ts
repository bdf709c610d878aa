import type { Fit } from '../model.ts';
import { mean, variance } from '../moments.ts';

/**
 * Size k of the negative binomial distribution with these moments, so that its variance is m + m²/k; Infinity where demand
 * varies no more than by chance, and the distribution is Poisson's.
 *
 * @see Johnson, Kemp, Kotz: Univariate Discrete Distributions, 3rd ed. (2005), § 5.8.1
 */
export function sizeByMoments(values: ArrayLike<number>): number {
  const middle = mean(values);
  const excess = variance(values) - middle;
  return excess > 0 ? middle ** 2 / excess : Number.POSITIVE_INFINITY;
}

/**
 * Probabilities of 0, 1, 2, … pieces, by recursion.
 *
 * @example negativeBinomial({ mean: 2, size: Infinity }, 2) // 0.135, 0.271, 0.271
 */
export function negativeBinomial({ mean: middle, size }: { mean: number; size: number }, most: number): Float64Array {
  const poisson = !Number.isFinite(size);
  const share = poisson ? 0 : middle / (size + middle);
  const probabilities = new Float64Array(most + 1);
  probabilities[0] = poisson ? Math.exp(-middle) : Math.exp(size * Math.log(size / (size + middle)));
  for (let n = 1; n <= most; n++)
    probabilities[n] = probabilities[n - 1]! * (poisson ? middle / n : (share * (size + n - 1)) / n);
  return probabilities;
}

const MOST = 100_000;

/**
 * Counts of pieces per bucket as negative binomial: Poisson arrivals whose rate differs from time to time. Quantities that are no
 * small counts (thousands of pieces an order) are described badly by it.
 *
 * @see Snyder, Ord, Beaumont: Forecasting the intermittent demand for slow-moving inventories, International Journal of
 * Forecasting 28 (2012)
 */
export const fitNegativeBinomial: Fit = ({ values }) => {
  const middle = mean(values);
  const size = sizeByMoments(values);
  return {
    parameters: { mean: middle, k: size },
    points: (horizon) => new Float64Array(horizon).fill(middle),
    quantiles: (levels) => {
      const spread = Math.sqrt(middle + (Number.isFinite(size) ? middle ** 2 / size : 0));
      const probabilities = negativeBinomial(
        { mean: middle, size },
        Math.min(MOST, Math.ceil(middle + 20 * spread + 20)),
      );
      return Float64Array.from(levels, (level) => firstReaching(probabilities, level));
    },
  };
};

function firstReaching(probabilities: Float64Array, level: number): number {
  let sum = probabilities[0]!;
  let place = 0;
  while (sum < level && place < probabilities.length - 1) sum += probabilities[++place]!;
  return place;
}
