import type { Form } from './ets-form.ts';

/** Places in the array of parameters and first states. */
export const [ALPHA, BETA, GAMMA, PHI, LEVEL, TREND] = [0, 1, 2, 3, 4, 5] as const;

/** Level, trend and season, which the recursion leaves as they are after the last value. */
export interface State {
  level: number;
  trend: number;
  /** Index 0 belongs to the oldest value; without season a single 0. */
  season: Float64Array;
}

/**
 * −2 log likelihood of a series under a form, up to the constant that all forms share, in one pass. Where the likelihood is
 * not defined (a multiplicative error around a figure not above zero) it is `Infinity`.
 *
 * The updates are those of the additive error: with e = relative error × expected value the multiplicative ones are the same.
 *
 * @param p parameters α β γ φ and first level and trend; those that the form lacks are 0, φ then 1
 * @param state `season` holds the first seasonal states, and all of it the last states afterwards
 * @see Hyndman, Koehler, Ord, Snyder: Forecasting with Exponential Smoothing (2008), tables 2.2 and 2.3 and equation (5.3)
 */
export function deviance(values: Float64Array, { error, season }: Form, p: Float64Array, state: State): number {
  const [alpha, beta, gamma, phi] = [p[ALPHA]!, p[BETA]!, p[GAMMA]!, p[PHI]!];
  const [additive, multiplicative, relative] = [season === 'A', season === 'M', error === 'M'];
  const seasons = state.season;
  let level = p[LEVEL]!;
  let trend = p[TREND]!;
  let place = 0;
  let squares = 0;
  let product = 1;
  let logs = 0;
  for (let t = 0; t < values.length; t++) {
    const base = level + phi * trend;
    const index = seasons[place]!;
    // Off the path from one level to the next, on which a division would cost as much as all the rest.
    const inverse = multiplicative ? 1 / index : 1;
    const expected = additive ? base + index : multiplicative ? base * index : base;
    const miss = values[t]! - expected;
    if (relative) {
      if (expected <= 0) return Number.POSITIVE_INFINITY;
      squares += (miss / expected) ** 2;
      product *= expected;
      if ((t & 7) === 7) {
        // One logarithm for eight values: values are scaled to about 1, so their product cannot overflow.
        logs += Math.log(product);
        product = 1;
      }
    } else squares += miss * miss;
    const gain = miss * inverse;
    if (additive) seasons[place] = index + gamma * miss;
    else if (multiplicative) seasons[place] = index + (gamma * miss) / base;
    level = base + alpha * gain;
    trend = phi * trend + beta * gain;
    if (++place >= seasons.length) place = 0;
  }
  state.level = level;
  state.trend = trend;
  const result = values.length * Math.log(squares / values.length + 1e-300) + 2 * (logs + Math.log(product));
  return Number.isNaN(result) ? Number.POSITIVE_INFINITY : result;
}
