import type { Fit } from '../model.ts';
import { mean } from '../moments.ts';

/**
 * Teunter, Syntetos and Babai's method: size of demand is smoothed when there is some, its probability in every bucket, so that
 * a part that dies out fades from the forecast, which it never does with Croston's method.
 *
 * @param values pieces per bucket
 * @param smoothing α of the size and β of the probability
 * @returns the last size and probability, whose product is the expected demand of every bucket ahead
 * @see Teunter, Syntetos, Babai: Intermittent demand: linking forecasting to inventory obsolescence, European Journal of
 * Operational Research 214 (2011), equation (4)
 * @example smoothDemandAndChance(Float64Array.of(0, 4), { alpha: 0.5, beta: 0.5 }) // size 4, chance 0.625
 */
export function smoothDemandAndChance(
  values: Float64Array,
  { alpha, beta }: { alpha: number; beta: number },
): { size: number; chance: number } {
  const sizes = values.filter((value) => value > 0);
  if (sizes.length === 0) return { size: 0, chance: 0 };
  let size = mean(sizes);
  let chance = sizes.length / values.length;
  for (const value of values) {
    chance += beta * ((value > 0 ? 1 : 0) - chance);
    if (value > 0) size += alpha * (value - size);
  }
  return { size, chance };
}

/** With both smoothing parameters 0.1, as the paper's simulation finds a good compromise for parts of any age. */
export const fitTsb: Fit = ({ values }) => {
  const { size, chance } = smoothDemandAndChance(values, { alpha: 0.1, beta: 0.1 });
  return {
    parameters: { α: 0.1, β: 0.1, size, chance },
    points: (horizon) => new Float64Array(horizon).fill(size * chance),
  };
};
