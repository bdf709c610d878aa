import { mean } from './moments.ts';

/** What came and what had been said, pieces per bucket. */
export interface Pair {
  actual: ArrayLike<number>;
  forecast: ArrayLike<number>;
}

/** Symmetric percentage error as the M competitions count it: 0 where both are zero. */
export function smape({ actual, forecast }: Pair): number {
  return meanOver(actual.length, (i) => {
    const size = Math.abs(actual[i]!) + Math.abs(forecast[i]!);
    return size === 0 ? 0 : (200 * Math.abs(actual[i]! - forecast[i]!)) / size;
  });
}

export const meanAbsoluteError = ({ actual, forecast }: Pair): number =>
  meanOver(actual.length, (i) => Math.abs(actual[i]! - forecast[i]!));

export const meanSquaredError = ({ actual, forecast }: Pair): number =>
  meanOver(actual.length, (i) => (actual[i]! - forecast[i]!) ** 2);

/** Mean of forecast − actual: above zero where too much was forecast. */
export const meanError = ({ actual, forecast }: Pair): number =>
  meanOver(actual.length, (i) => forecast[i]! - actual[i]!);

/**
 * Mean absolute change over a season within the history: what the seasonal naive forecast would have missed by, one season
 * ahead. The scale of MASE.
 *
 * @see Hyndman, Koehler: Another look at measures of forecast accuracy, International Journal of Forecasting 22 (2006)
 */
export function absoluteScale(history: ArrayLike<number>, period: number): number {
  return meanOver(history.length - period, (i) => Math.abs(history[i + period]! - history[i]!));
}

/** Mean squared change from bucket to bucket, the scale of RMSSE. */
export const squaredScale = (history: ArrayLike<number>): number =>
  meanOver(history.length - 1, (i) => (history[i + 1]! - history[i]!) ** 2);

/** Twice the pinball loss of one quantile of level α, whose mean over levels, divided by demand, is the weighted quantile loss. */
export const quantileLoss = (actual: number, quantile: number, level: number): number =>
  2 * (actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual));

/**
 * Width of an interval of confidence 1 − α, and 2/α times what an actual lies outside of it.
 *
 * @see Gneiting, Raftery: Strictly proper scoring rules, Journal of the American Statistical Association 102 (2007), § 6.2
 */
export function intervalScore(actual: number, { low, high }: { low: number; high: number }, alpha: number): number {
  return high - low + (2 / alpha) * (Math.max(0, low - actual) + Math.max(0, actual - high));
}

const meanOver = (count: number, of: (i: number) => number): number =>
  count > 0 ? mean(Float64Array.from({ length: count }, (_, i) => of(i))) : Number.NaN;
