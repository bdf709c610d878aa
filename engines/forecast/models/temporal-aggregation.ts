import type { Fit, Fitted } from '../model.ts';
import { mean } from '../moments.ts';
import { seasonallyAdjusted } from '../seasonality.ts';

/**
 * Forecasts the series at several grains, summed over 1, 2, 3 and 6 buckets, and takes the mean of what they say about each
 * bucket: the coarse grains see the trend that noise hides from the fine one. The season is taken out before and put back after.
 *
 * @param fit the model used at each grain
 * @see Athanasopoulos, Hyndman, Kourentzes, Petropoulos: Forecasting with temporal hierarchies, European Journal of
 * Operational Research 262 (2017); with equal weights per grain as in Kourentzes, Petropoulos, Trapero: Improving
 * forecasting by estimating time series structural components across multiple frequencies, Int. J. of Forecasting 30 (2014)
 */
export const overGrains =
  (fit: (values: Float64Array) => Fitted): Fit =>
  ({ values, period }) => {
    const adjusted = seasonallyAdjusted(values, period);
    const grains = GRAINS.filter((grain) => grain === 1 || values.length / grain >= LEAST_AT_GRAIN);
    const fits = grains.map((grain) => ({ grain, fitted: fit(averagedOver(adjusted.values, grain)) }));
    return {
      parameters: { grains: grains.join(' ') },
      points: (horizon) => adjusted.restore(meanOfGrains(fits, horizon)),
    };
  };

const GRAINS = [1, 2, 3, 6];
const LEAST_AT_GRAIN = 8;

/** Means of runs of `grain` buckets, the last run ending with the last bucket; what is left over at the start is dropped. */
export function averagedOver(values: Float64Array, grain: number): Float64Array {
  const count = Math.floor(values.length / grain);
  const offset = values.length - count * grain;
  return Float64Array.from({ length: count }, (_, run) =>
    mean(values, offset + run * grain, offset + (run + 1) * grain),
  );
}

function meanOfGrains(fits: readonly { grain: number; fitted: Fitted }[], horizon: number): Float64Array {
  const total = new Float64Array(horizon);
  for (const { grain, fitted } of fits) {
    const coarse = fitted.points(Math.ceil(horizon / grain));
    for (let i = 0; i < horizon; i++) total[i]! += coarse[Math.floor(i / grain)]! / fits.length;
  }
  return total;
}
