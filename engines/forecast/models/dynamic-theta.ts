import type { Fitted } from '../model.ts';
import { clamp, meanAbsolute } from '../moments.ts';
import { minimise } from '../nelder-mead.ts';

/**
 * Dynamic optimised Theta model: θ, α and the first level minimise the squared one-step errors, and the line moves on with
 * each value.
 *
 * @param values pieces per bucket, without season; three at least
 * @see Fiorucci, Pellegrini, Louzada, Petropoulos, Koehler: Models for optimising the theta method, International
 * Journal of Forecasting 32 (2016), § 3.2, equations (12) to (17)
 * @example fitDynamicTheta(Float64Array.of(2, 4, 6, 8, 10, 12)).points(1)[0] // close to 14
 */
export function fitDynamicTheta(values: Float64Array): Fitted {
  const scale = meanAbsolute(values);
  const state = new Float64Array(STATE);
  const { point } = minimise(
    (p) => {
      const [alpha, theta] = [clamp(p[0]!, ...ALPHA), clamp(p[1]!, 1, 1e4)];
      const squares = follow(values, { alpha, theta, first: p[2]! * scale }, state);
      return squares * (1 + Math.max(0, ALPHA[0] - p[0]!) + Math.max(0, p[0]! - ALPHA[1]) + Math.max(0, 1 - p[1]!));
    },
    [0.5, 2, values[0]! / scale / 2],
    [-0.3, 1, 0.3],
    { iterations: 120, tolerance: 1e-5 },
  );
  return ahead(values, {
    alpha: clamp(point[0]!, ...ALPHA),
    theta: clamp(point[1]!, 1, 1e4),
    first: point[2]! * scale,
  });
}

const ALPHA = [0.05, 0.99] as const;

interface Parameters {
  alpha: number;
  theta: number;
  /** First level, as the paper's ℓ₀. */
  first: number;
}

function ahead(values: Float64Array, parameters: Parameters): Fitted {
  const end = new Float64Array(STATE);
  follow(values, parameters, end);
  return {
    parameters: { α: parameters.alpha, θ: parameters.theta, l0: parameters.first },
    points: (horizon) => {
      const state = end.slice();
      const gain = 1 - 1 / parameters.theta;
      return Float64Array.from({ length: horizon }, (_, i) => {
        const expected = expectedNext(state, parameters.alpha, gain);
        moveOn(state, expected, values.length + i, parameters.alpha);
        return expected;
      });
    },
  };
}

/** Places in the state: level, mean so far, line's intercept A and slope B, and (1 − α)ⁿ. */
const [LEVEL, MEAN, LINE, SLOPE, POWER, STATE] = [0, 1, 2, 3, 4, 5];

/** The sum of squared errors from the third value on; `state` holds the end. */
function follow(values: Float64Array, { alpha, theta, first }: Parameters, state: Float64Array): number {
  const gain = 1 - 1 / theta;
  state[LEVEL!] = alpha * values[0]! + (1 - alpha) * first;
  state[MEAN!] = values[0]!;
  state[LINE!] = values[0]!;
  state[SLOPE!] = 0;
  state[POWER!] = 1 - alpha;
  let squares = 0;
  for (let i = 1; i < values.length; i++) {
    const error = values[i]! - expectedNext(state, alpha, gain);
    if (i >= 2) squares += error * error;
    moveOn(state, values[i]!, i, alpha);
  }
  return squares;
}

function expectedNext(state: Float64Array, alpha: number, gain: number): number {
  const power = state[POWER!]!;
  return state[LEVEL!]! + gain * (power * state[LINE!]! + ((1 - power * (1 - alpha)) / alpha) * state[SLOPE!]!);
}

function moveOn(state: Float64Array, value: number, i: number, alpha: number): void {
  const middle = state[MEAN!]!;
  state[LEVEL!] = alpha * value + (1 - alpha) * state[LEVEL!]!;
  state[POWER!]! *= 1 - alpha;
  state[SLOPE!] = ((i - 1) * state[SLOPE!]! + (6 * (value - middle)) / (i + 1)) / (i + 2);
  state[MEAN!] = (i * middle + value) / (i + 1);
  state[LINE!] = state[MEAN!]! - (state[SLOPE!]! * (i + 2)) / 2;
}
