import type { Fit, Fitted } from '../model.ts';
import { clamp, least, mean, variance } from '../moments.ts';

/** An autoregression of some order: coefficients, nearest lag first, and the variance of what is left. */
export interface Autoregression {
  coefficients: Float64Array;
  variance: number;
}

/**
 * The autoregression of least AICc among those by Burg's maximum entropy: forward and backward errors are minimised
 * together, so that the process found is stationary at any order.
 *
 * @param values a series without its mean
 * @param mostLags highest order tried; never more than a quarter of the values
 * @see Burg: Maximum entropy spectral analysis, Stanford (1975); Hurvich, Tsai: Regression and time series model
 * selection in small samples, Biometrika 76 (1989), for AICc
 * @example burg(Float64Array.of(1, -1, 1, -1, 1, -1, 1, -1), 1).coefficients // -1
 */
export function burg(values: Float64Array, mostLags: number): Autoregression {
  let best: Autoregression = { coefficients: new Float64Array(0), variance: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const found of burgOrders(values, Math.min(mostLags, values.length >> 2))) {
    const criterion = aicc(values.length, found);
    if (criterion < least) [least, best] = [criterion, found];
  }
  return best;
}

/** The autoregressions of order 0, 1, … `mostLags`. */
export function* burgOrders(values: Float64Array, mostLags: number): Generator<Autoregression> {
  const forward = values.slice();
  const backward = values.slice();
  let power = variance(values) + mean(values) ** 2;
  let coefficients = new Float64Array(0);
  yield { coefficients, variance: power };
  for (let order = 1; order <= mostLags; order++) {
    const reflection = reflectionAt(forward, backward, order);
    coefficients = levinson(coefficients, reflection);
    power *= 1 - reflection * reflection;
    yield { coefficients, variance: power };
  }
}

/** The reflection coefficient of this order; both error series are brought to it, from their ends so that no copy is needed. */
function reflectionAt(forward: Float64Array, backward: Float64Array, order: number): number {
  let products = 0;
  let squares = 0;
  for (let t = order; t < forward.length; t++) {
    products += forward[t]! * backward[t - 1]!;
    squares += forward[t]! ** 2 + backward[t - 1]! ** 2;
  }
  const reflection = squares > 0 ? (2 * products) / squares : 0;
  for (let t = forward.length - 1; t >= order; t--) {
    const ahead = forward[t]!;
    forward[t] = ahead - reflection * backward[t - 1]!;
    backward[t] = backward[t - 1]! - reflection * ahead;
  }
  return reflection;
}

function levinson(coefficients: Float64Array, reflection: number): Float64Array<ArrayBuffer> {
  const { length } = coefficients;
  const next = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) next[i] = coefficients[i]! - reflection * coefficients[length - 1 - i]!;
  next[length] = reflection;
  return next;
}

function aicc(count: number, { coefficients, variance: power }: Autoregression): number {
  const parameters = coefficients.length + 2;
  const correction = (2 * parameters * (parameters + 1)) / Math.max(1, count - parameters - 1);
  return count * Math.log(power + 1e-300) + 2 * parameters + correction;
}

/**
 * Autoregression on the series or on its differences, whichever varies less, on logarithms where all values are positive.
 * Half of the mean difference is kept as drift: a trend seldom goes on in full.
 *
 * @param mostLags highest order tried: a year and a bit finds a season without being told of it
 * @param lastBuckets how much of the history is used, where the far past is another world
 */
export const autoregression =
  ({ mostLags, lastBuckets }: { mostLags: number; lastBuckets?: number }): Fit =>
  ({ values }) => {
    const recent = lastBuckets ? values.slice(-lastBuckets) : values;
    if (least(recent) <= 0) return fitLevelsOrDifferences(recent, mostLags);
    const fitted = fitLevelsOrDifferences(recent.map(Math.log), mostLags);
    const points = (horizon: number) => fitted.points(horizon).map((point) => Math.exp(clamp(point, -50, 60)));
    return { parameters: fitted.parameters, points };
  };

function fitLevelsOrDifferences(values: Float64Array, mostLags: number): Fitted {
  const differences = values.slice(1).map((value, i) => value - values[i]!);
  const integrated = variance(differences) < 0.9 * variance(values);
  const drift = integrated ? 0.5 * mean(differences) : mean(values);
  const centred = (integrated ? differences : values).map((value) => value - drift);
  const { coefficients } = burg(centred, mostLags);
  return {
    parameters: { p: coefficients.length, d: integrated ? 1 : 0, drift },
    points: (horizon) => {
      const steps = continued(centred, coefficients, horizon).map((step) => step + drift);
      return integrated ? summedFrom(values.at(-1)!, steps) : steps;
    },
  };
}

function continued(values: Float64Array, coefficients: Float64Array, horizon: number): Float64Array {
  const known = values.length;
  const all = new Float64Array(known + horizon);
  all.set(values);
  for (let t = known; t < all.length; t++) {
    let sum = 0;
    for (let lag = 1; lag <= coefficients.length; lag++) sum += coefficients[lag - 1]! * all[t - lag]!;
    all[t] = sum;
  }
  return all.slice(known);
}

function summedFrom(start: number, steps: Float64Array): Float64Array {
  let level = start;
  return steps.map((step) => {
    level += step;
    return level;
  });
}
