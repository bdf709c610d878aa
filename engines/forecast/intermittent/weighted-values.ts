/** A distribution: quantities in ascending order, none twice unless harmless, and the weight of each. */
export interface WeightedValues {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/** From a tally of quantities, to a total weight of 1. */
export function weightedValues(tally: ReadonlyMap<number, number>): WeightedValues {
  const values = Float64Array.from(tally.keys()).sort();
  let total = 0;
  for (const weight of tally.values()) total += weight;
  return { values, weights: values.map((value) => tally.get(value)! / total) };
}

/** (1 − share) × one distribution + share × another, both of weight 1. */
export interface Mixture {
  readonly first: WeightedValues;
  readonly second: WeightedValues;
  readonly share: number;
}

export const meanOfMixture = ({ first, second, share }: Mixture): number =>
  (1 - share) * meanOf(first) + share * meanOf(second);

function meanOf({ values, weights }: WeightedValues): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * weights[i]!;
  return sum;
}

/**
 * Quantiles of a mixture: per level, the smallest quantity that is not exceeded with at least that probability.
 *
 * @param levels ascending
 */
export function quantilesOfMixture({ first, second, share }: Mixture, levels: readonly number[]): Float64Array {
  const quantiles = new Float64Array(levels.length);
  let [i, j, sum, value, level] = [0, 0, 0, 0, 0];
  const [a, b] = [first.values, second.values];
  while (level < levels.length && (i < a.length || j < b.length)) {
    if (j >= b.length || (i < a.length && a[i]! <= b[j]!)) {
      value = a[i]!;
      sum += (1 - share) * first.weights[i++]!;
    } else {
      value = b[j]!;
      sum += share * second.weights[j++]!;
    }
    while (level < levels.length && sum >= levels[level]! - 1e-9) quantiles[level++] = value;
  }
  return quantiles.fill(value, level);
}
