import type { History } from '../model.ts';
import { median } from '../moments.ts';
import { seasonallyAdjusted } from '../seasonality.ts';

export interface Outlier {
  /** Place in the history. */
  readonly bucket: number;
  readonly value: number;
  /** Median of the buckets around it, with their season. */
  readonly expected: number;
  /** Deviations from the expected; below zero where too little was reported. */
  readonly deviations: number;
}

/**
 * Values that stand out from those around them by more than `LIMIT` robust deviations, season apart. They are shown, not taken
 * out: whoever knows why it happened decides, and `withoutOutliers` then makes the history to forecast from. Demand with gaps
 * has none: there, standing out is the rule.
 *
 * @see Hampel: The influence curve and its role in robust estimation, Journal of the American Statistical Association 69
 * (1974); Pearson: Outliers in process modeling and identification, IEEE Transactions on Control Systems Technology 10 (2002)
 * @example findOutliers({ id: 'P', period: 1, values: Float64Array.of(10, 11, 10, 95, 11, 10, 11) }) // bucket 3, expected 11
 */
export function findOutliers({ values, period }: History): Outlier[] {
  const zeros = values.reduce((count, value) => count + (value === 0 ? 1 : 0), 0);
  if (values.length < 2 * REACH || zeros > values.length / 4) return [];
  const { values: adjusted, restore } = seasonallyAdjusted(values, period);
  const smooth = adjusted.map((_, bucket) =>
    median(adjusted.subarray(Math.max(0, bucket - REACH), bucket + REACH + 1)),
  );
  const residuals = adjusted.map((value, bucket) => value - smooth[bucket]!);
  const deviation = Math.max(1.4826 * median(residuals.map(Math.abs)), 0.02 * Math.abs(median(adjusted)));
  if (deviation === 0) return [];
  const expected = restore(smooth, 0);
  return Array.from(residuals.entries(), ([bucket, residual]) => ({
    bucket,
    value: values[bucket]!,
    expected: expected[bucket]!,
    deviations: residual / deviation,
  })).filter(({ deviations }) => Math.abs(deviations) > LIMIT);
}

/** Buckets before and after that say what is expected. */
const REACH = 3;
const LIMIT = 6;

/** The history with the outliers that were found to be none of the part's demand replaced by what was expected. */
export function withoutOutliers(history: History, outliers: readonly Outlier[]): History {
  const values = history.values.slice();
  for (const { bucket, expected } of outliers) values[bucket] = expected;
  return { ...history, values };
}
