import { meanInterval } from './intermittent/aggregate-disaggregate.ts';
import type { History } from './model.ts';
import { mean, variance } from './moments.ts';
import { isSeasonal } from './seasonality.ts';

/** By how often there is demand and by how much its size varies. */
export type DemandKind = 'smooth' | 'erratic' | 'intermittent' | 'lumpy';

/**
 * The kind of a part's demand, by the average demand interval (limit 1.32) and the squared coefficient of variation of
 * sizes (limit 0.49).
 *
 * @param values pieces per bucket
 * @see Syntetos, Boylan, Croston: On the categorization of demand patterns, Journal of the Operational Research Society 56 (2005)
 * @example demandKind(Float64Array.of(0, 0, 5, 0, 5, 0)) // 'intermittent'
 */
export function demandKind(values: Float64Array): DemandKind {
  const steady = sizeVariation(values) < 0.49;
  if (meanInterval(values) < 1.32) return steady ? 'smooth' : 'erratic';
  return steady ? 'intermittent' : 'lumpy';
}

/**
 * Whether a distribution of quantities describes a part better than a path through time: demand has gaps, or is erratic with
 * some, or comes in such small counts that the next value is one of a few. A season or a trend also makes sizes vary, so
 * that an erratic series without gaps, or with a season, is still followed through time.
 */
export function needsDistribution({ values, period }: History): boolean {
  const kind = demandKind(values);
  if (kind === 'intermittent' || kind === 'lumpy') return true;
  if (kind === 'erratic' && meanInterval(values) > 1 / 0.98) return !isSeasonal(values, period);
  return mean(values) < SMALL_COUNT && values.every(Number.isInteger);
}

const SMALL_COUNT = 10;

function sizeVariation(values: Float64Array): number {
  const sizes = values.filter((value) => value > 0);
  const middle = mean(sizes);
  return middle > 0 ? variance(sizes) / middle ** 2 : 0;
}
