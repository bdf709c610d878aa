import type { Fit } from '../model.ts';

/**
 * Each bucket ahead is what the last one at the same place of the season was; without a season, the last value.
 *
 * @see Hyndman, Athanasopoulos: Forecasting, Principles and Practice, 3rd ed., § 5.2
 * @example fitSeasonalNaive({ id: 'P', values: Float64Array.of(1, 2, 3, 4), period: 2 })!.points(3) // 3, 4, 3
 */
export const fitSeasonalNaive: Fit = ({ values, period }) => {
  const season = values.length >= period ? period : 1;
  const start = values.length - season;
  return {
    parameters: { m: season },
    points: (horizon) => Float64Array.from({ length: horizon }, (_, i) => values[start + (i % season)]!),
  };
};
