import { LEVELS, levelOf, type Quantiles, valueAt } from './levels.ts';

/**
 * What is left of a leg or dwell that has already taken a while: the quantiles of the rest, given that it is not over
 * (conditional on survival, P(T ≤ t | T > e)). A ship that lies in port for twice the usual time is not about to sail at
 * once; the longer it lies, the longer it may still lie where tails are heavy.
 *
 * @param quantiles hours in all, at `LEVELS`
 * @param elapsedHours hours already taken; 0 changes nothing
 * @returns hours still to come, at `LEVELS`, never negative
 */
export function givenElapsed(quantiles: Quantiles, elapsedHours: number): Quantiles {
  if (elapsedHours <= 0) return quantiles;
  const past = Math.min(levelOf(quantiles, elapsedHours), 1 - 1e-9);
  return Float64Array.from(LEVELS, (level) =>
    Math.max(0, valueAt(quantiles, past + level * (1 - past)) - elapsedHours),
  );
}
