import type { Fitted } from '../model.ts';
import { clamp, mean, meanAbsolute } from '../moments.ts';
import { minimise } from '../nelder-mead.ts';

/**
 * Simple exponential smoothing; α and the first level minimise the squared one-step errors.
 *
 * @param values pieces per bucket, without season
 * @see Hyndman, Athanasopoulos: Forecasting, Principles and Practice, 3rd ed., § 8.1
 * @example fitSimpleSmoothing(Float64Array.of(5, 5, 5)).points(2) // 5, 5
 */
export function fitSimpleSmoothing(values: Float64Array): Fitted {
  const scale = meanAbsolute(values);
  const first = mean(values, 0, Math.min(5, values.length)) / scale;
  const { point } = minimise(
    ([alpha, level]) =>
      smooth(values, clamp(alpha!, 1e-3, 0.9999), level! * scale).squares * outside(alpha!, 1e-3, 0.9999),
    [0.3, first],
    [0.3, 0.1],
    { iterations: 120, tolerance: 1e-7 },
  );
  const alpha = clamp(point[0]!, 1e-3, 0.9999);
  const { level } = smooth(values, alpha, point[1]! * scale);
  return {
    parameters: { α: alpha, l0: point[1]! * scale },
    points: (horizon) => new Float64Array(horizon).fill(level),
  };
}

function smooth(values: Float64Array, alpha: number, first: number): { level: number; squares: number } {
  let level = first;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const error = values[i]! - level;
    squares += error * error;
    level += alpha * error;
  }
  return { level, squares };
}

/**
 * Additive damped trend: the trend loses the share 1 − φ of itself with each bucket ahead, φ between 0.8 and 0.98.
 *
 * @param values pieces per bucket, without season
 * @see Gardner, McKenzie: Forecasting trends in time series, Management Science 31 (1985); state form of
 * Hyndman, Athanasopoulos, 3rd ed., § 8.5
 * @example fitDampedTrend(Float64Array.of(1, 2, 3, 4, 5, 6)).points(1)[0] // close to 7, from below
 */
export function fitDampedTrend(values: Float64Array): Fitted {
  const scale = meanAbsolute(values);
  const first = mean(values, 0, Math.min(5, values.length));
  const span = Math.min(10, values.length);
  const trend = span > 1 ? (values[span - 1]! - values[0]!) / (span - 1) : 0;
  const searched = STARTS.map(([beta, phi]) =>
    minimise(
      (p) => follow(values, readDamped(p, scale)).squares * outside(p[0]!, 1e-3, 0.9999),
      [0.3, first / scale, beta, trend / scale, phi],
      [0.3, 0.1, 0.05, 0.02, -0.05],
      { iterations: 400, tolerance: 1e-7 },
    ),
  );
  const { point } = searched.reduce((best, other) => (other.value < best.value ? other : best));
  const parameters = readDamped(point, scale);
  const end = follow(values, parameters);
  const { phi } = parameters;
  return {
    parameters: { α: parameters.alpha, β: parameters.beta, φ: phi, l0: parameters.level, b0: parameters.trend },
    points: (horizon) =>
      Float64Array.from({ length: horizon }, (_, i) => end.level + geometricSum(phi, i + 1) * end.trend),
  };
}

/** β and φ of a trend that holds, and of one that turns quickly: the valleys between which one search does not cross. */
const STARTS = [
  [0.05, 0.95],
  [0.25, 0.85],
] as const;

interface Damped {
  alpha: number;
  beta: number;
  phi: number;
  level: number;
  trend: number;
}

const readDamped = (p: Float64Array, scale: number): Damped => {
  const alpha = clamp(p[0]!, 1e-3, 0.9999);
  return {
    alpha,
    level: p[1]! * scale,
    beta: clamp(p[2]!, 1e-4, alpha),
    trend: p[3]! * scale,
    phi: clamp(p[4]!, 0.8, 0.98),
  };
};

function follow(values: Float64Array, { alpha, beta, phi, ...start }: Damped) {
  let { level, trend } = start;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const expected = level + phi * trend;
    const error = values[i]! - expected;
    squares += error * error;
    level = expected + alpha * error;
    trend = phi * trend + beta * error;
  }
  return { level, trend, squares };
}

/** φ + φ² + … + φⁿ, and n for φ = 1. */
export const geometricSum = (phi: number, n: number): number => (phi === 1 ? n : (phi * (1 - phi ** n)) / (1 - phi));

/** A factor of at least 1 that leads the search back into the allowed range. */
export const outside = (value: number, low: number, high: number): number =>
  1 + 10 * Math.max(0, low - value, value - high);
