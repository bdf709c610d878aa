import type { Fit, Fitted } from './model.ts';
import { least, mean } from './moments.ts';

/**
 * Whether a series is seasonal: the autocorrelation at one season's lag differs from zero at 90 % confidence, as the M4
 * competition tested it before Naive 2. Three seasons at least.
 *
 * @see Makridakis, Spiliotis, Assimakopoulos: The M4 Competition, International Journal of Forecasting 36 (2020), appendix A
 */
export function isSeasonal(values: Float64Array, period: number): boolean {
  if (period <= 1 || values.length < 3 * period) return false;
  const correlations = autocorrelations(values, period);
  let squares = 0;
  for (let lag = 1; lag < period; lag++) squares += correlations[lag - 1]! ** 2;
  return Math.abs(correlations[period - 1]!) > 1.645 * Math.sqrt((1 + 2 * squares) / values.length);
}

/** Autocorrelations at lags 1 … `lags`; NaN of a constant series. */
export function autocorrelations(values: Float64Array, lags: number): Float64Array {
  const middle = mean(values);
  const centred = values.map((value) => value - middle);
  const covarianceAt = (lag: number): number => {
    let sum = 0;
    for (let i = lag; i < centred.length; i++) sum += centred[i]! * centred[i - lag]!;
    return sum;
  };
  const total = covarianceAt(0);
  return Float64Array.from({ length: lags }, (_, i) => covarianceAt(i + 1) / total);
}

export type SeasonKind = 'multiplicative' | 'additive';

/**
 * Classical decomposition by a centred moving average: one index per place in the season, the first for the oldest bucket.
 * Multiplicative indices average 1, additive ones 0.
 *
 * @see Hyndman, Athanasopoulos: Forecasting, Principles and Practice, 3rd ed., § 3.4
 */
export function seasonalIndices(values: Float64Array, period: number, kind: SeasonKind): Float64Array {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  const half = period >> 1;
  for (let i = half; i < values.length - half; i++) {
    const trend = centredAverage(values, i, period);
    sums[i % period]! += kind === 'multiplicative' ? values[i]! / trend : values[i]! - trend;
    counts[i % period]!++;
  }
  const indices = sums.map((sum, place) => sum / counts[place]!);
  const middle = mean(indices);
  return indices.map((index) => (kind === 'multiplicative' ? index / middle : index - middle));
}

function centredAverage(values: Float64Array, at: number, period: number): number {
  const half = period >> 1;
  let sum = 0;
  for (let i = at - half; i <= at + half; i++) sum += values[i]!;
  if (period % 2 === 0) sum -= 0.5 * (values[at - half]! + values[at + half]!);
  return sum / period;
}

export interface Adjusted {
  values: Float64Array;
  /** Gives points their season back: those after the last value, or those from another bucket on. */
  restore(points: Float64Array, from?: number): Float64Array;
}

/** Takes the season out, where there is one: by division where all values are positive, else by subtraction. */
export function seasonallyAdjusted(values: Float64Array, period: number): Adjusted {
  if (!isSeasonal(values, period)) return { values, restore: (points) => points };
  const kind: SeasonKind = least(values) > 0 ? 'multiplicative' : 'additive';
  return adjustedBy(values, seasonalIndices(values, period, kind), kind);
}

function adjustedBy(values: Float64Array, indices: Float64Array, kind: SeasonKind): Adjusted {
  const { length: period } = indices;
  if (kind === 'additive')
    return {
      values: values.map((value, i) => value - indices[i % period]!),
      restore: (points, from = values.length) => points.map((point, i) => point + indices[(from + i) % period]!),
    };
  return {
    values: values.map((value, i) => value / indices[i % period]!),
    restore: (points, from = values.length) => points.map((point, i) => point * indices[(from + i) % period]!),
  };
}

/** A fit that knows no season, applied to the seasonally adjusted series. */
export const withoutSeason =
  (fit: (values: Float64Array) => Fitted): Fit =>
  ({ values, period }) => {
    const adjusted = seasonallyAdjusted(values, period);
    const fitted = fit(adjusted.values);
    return { parameters: fitted.parameters, points: (horizon) => adjusted.restore(fitted.points(horizon)) };
  };

/** The same on logarithms, where all values are positive: growth by shares, and no forecast below zero. */
export const onLogs =
  (fit: (values: Float64Array) => Fitted): Fit =>
  (history) => {
    if (least(history.values) <= 0) return withoutSeason(fit)(history);
    const logs = history.values.map(Math.log);
    const adjusted = isSeasonal(logs, history.period)
      ? adjustedBy(logs, seasonalIndices(logs, history.period, 'additive'), 'additive')
      : { values: logs, restore: (points: Float64Array) => points };
    const fitted = fit(adjusted.values);
    return {
      parameters: fitted.parameters,
      points: (horizon) => adjusted.restore(fitted.points(horizon)).map(Math.exp),
    };
  };
