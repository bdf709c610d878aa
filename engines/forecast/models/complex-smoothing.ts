import type { Fitted } from '../model.ts';
import { mean, meanAbsolute } from '../moments.ts';
import { minimise } from '../nelder-mead.ts';

/**
 * Complex exponential smoothing without season: level and information potential are the two parts of one complex number,
 * smoothed by a complex α₀ + iα₁, which needs no choice between level and trend.
 *
 * @param values pieces per bucket, without season
 * @see Svetunkov, Kourentzes, Ord: Complex exponential smoothing, Naval Research Logistics 69 (2022), equation (13)
 * @example fitComplexSmoothing(new Float64Array(20).fill(5)).points(1)[0] // 5
 */
export function fitComplexSmoothing(values: Float64Array): Fitted {
  const scale = meanAbsolute(values);
  const first = mean(values, 0, Math.min(10, values.length)) / scale;
  const state = new Float64Array(2);
  const { point } = minimise(
    (p) => smoothComplex(values, p, { scale, state }),
    [1.3, 1, first, first / 1.1],
    [0.1, 0.1, 0.1, 0.1],
    { iterations: 400, tolerance: 1e-7 },
  );
  smoothComplex(values, point, { scale, state });
  const [real, imaginary] = [point[0]!, point[1]!];
  return {
    parameters: { α0: real, α1: imaginary, l0: point[2]! * scale, c0: point[3]! * scale },
    points: (horizon) => {
      let [level, potential] = [state[0]!, state[1]!];
      return Float64Array.from({ length: horizon }, () => {
        const now = level;
        level = now - (1 - imaginary) * potential;
        potential = now + (1 - real) * potential;
        return now;
      });
    },
  };
}

/** Sum of squared one-step errors; `state` holds the end. A path that explodes is not allowed. */
export function smoothComplex(
  values: Float64Array,
  p: Float64Array,
  { scale, state }: { scale: number; state: Float64Array },
): number {
  const [real, imaginary] = [p[0]!, p[1]!];
  let level = p[2]! * scale;
  let potential = p[3]! * scale;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const error = values[i]! - level;
    squares += error * error;
    const now = level;
    level = now - (1 - imaginary) * potential + (real - imaginary) * error;
    potential = now + (1 - real) * potential + (real + imaginary) * error;
    if (!(Math.abs(level) < 1e9 * scale)) return Number.POSITIVE_INFINITY;
  }
  state[0] = level;
  state[1] = potential;
  return squares;
}
