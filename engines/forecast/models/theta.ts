import type { Fitted } from '../model.ts';
import { lineThrough } from '../moments.ts';
import { fitSimpleSmoothing } from './exponential-smoothing.ts';

/**
 * The Theta method: mean of the line through the series (θ = 0) and of the smoothed series with doubled curvature (θ = 2).
 *
 * @param values pieces per bucket, without season
 * @see Assimakopoulos, Nikolopoulos: The theta model, International Journal of Forecasting 16 (2000);
 * Hyndman, Billah: Unmasking the Theta method, ibid. 19 (2003), shows it to be simple smoothing with half the line's slope
 * @example fitTheta(Float64Array.of(1, 2, 3, 4)).points(1)[0] // close to 4.5: half of the trend goes on
 */
export function fitTheta(values: Float64Array): Fitted {
  const { intercept, slope } = lineThrough(values);
  const doubled = fitSimpleSmoothing(values.map((value, i) => 2 * value - intercept - slope * i));
  return {
    parameters: { ...doubled.parameters, slope },
    points: (horizon) =>
      doubled.points(horizon).map((point, i) => 0.5 * (point + intercept + slope * (values.length + i))),
  };
}
