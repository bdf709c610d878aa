import type { History, Model, Trained } from '../model.ts';
import { clamp, mean } from '../moments.ts';
import { choleskyOf, solveColumns } from './cholesky.ts';

/**
 * One linear model for all series of the panel: each bucket ahead is a weighted sum of the last two years of logarithms, taken
 * against their own recent level; the weights are fitted to all series together, and kept small by a ridge.
 *
 * @see Montero-Manso, Hyndman: Principles and algorithms for forecasting groups of time series, International Journal
 * of Forecasting 37 (2021); Hoerl, Kennard: Ridge regression, Technometrics 12 (1970)
 */
export const POOLED_RIDGE: Model = {
  name: 'pooled-ridge',
  paper: 'Montero-Manso, Hyndman (2021), Int. J. of Forecasting 37; Hoerl, Kennard (1970), Technometrics 12',
  demand: 'smooth',
  scope: 'pooled',
  train(panel, horizon, earlier) {
    const sums = continueOrBegin(earlier as TrainedRidge | undefined, panel, horizon);
    for (const history of panel) addWindows(sums, history);
    const weights = solve(sums);
    const learnedFrom = [...sums.seen.keys()];
    return { sums, learnedFrom, forecast: (history) => forecastWith(sums, weights, history) } satisfies TrainedRidge;
  },
};

interface TrainedRidge extends Trained {
  readonly sums: Sums;
}

/** Normal equations, which can be added to when more of the same series is known. */
interface Sums {
  lags: number;
  /** Buckets that the level is the mean of. */
  level: number;
  horizon: number;
  products: Float64Array; // (lags + 1)², lower half
  targets: Float64Array; // (lags + 1) × horizon
  /** How far each series has been used, and with which weight. */
  seen: Map<string, { buckets: number; weight: number }>;
}

function continueOrBegin(earlier: TrainedRidge | undefined, panel: readonly History[], horizon: number): Sums {
  if (earlier?.sums.horizon === horizon) {
    const { sums } = earlier;
    return { ...sums, products: sums.products.slice(), targets: sums.targets.slice(), seen: new Map(sums.seen) };
  }
  const season = Math.max(12, ...panel.map(({ period }) => period));
  const width = 2 * season + 1;
  return {
    lags: 2 * season,
    level: season,
    horizon,
    products: new Float64Array(width * width),
    targets: new Float64Array(width * horizon),
    seen: new Map(),
  };
}

/** A series counts by the inverse of its noise: the mean change over a season, in logarithms. */
function addWindows(sums: Sums, { id, values, period }: History): void {
  const { lags, horizon } = sums;
  const logs = logsOf(values);
  const known = sums.seen.get(id);
  const first = known ? known.buckets - horizon : lags - 1;
  if (logs.length - horizon <= first) return;
  const weight = known?.weight ?? (0.02 + meanChange(logs, period)) ** -2;
  const window = new Float64Array(lags + 1);
  const ahead = new Float64Array(horizon);
  for (let end = first; end + horizon < logs.length; end++) {
    const level = readWindow(sums, logs, end, window);
    for (let k = 0; k < horizon; k++) ahead[k] = logs[end + 1 + k]! - level;
    addProducts(sums, window, ahead, weight);
  }
  sums.seen.set(id, { buckets: logs.length, weight });
}

const logsOf = (values: Float64Array): Float64Array => values.map((value) => Math.log(Math.max(value, 1e-3)));

function meanChange(logs: Float64Array, period: number): number {
  let sum = 0;
  for (let i = period; i < logs.length; i++) sum += Math.abs(logs[i]! - logs[i - period]!);
  return sum / Math.max(1, logs.length - period);
}

/** The lags before and at `end`, newest first, against their level, and a constant; gives back the level. */
function readWindow({ lags, level }: Sums, logs: Float64Array, end: number, window: Float64Array): number {
  const middle = mean(logs, end + 1 - level, end + 1);
  for (let lag = 0; lag < lags; lag++) window[lag] = logs[end - lag]! - middle;
  window[lags] = 0.1;
  return middle;
}

function addProducts({ products, targets }: Sums, window: Float64Array, ahead: Float64Array, weight: number): void {
  const { length: width } = window;
  const { length: horizon } = ahead;
  for (let i = 0; i < width; i++) {
    const weighted = weight * window[i]!;
    const row = i * width;
    for (let j = 0; j <= i; j++) products[row + j]! += weighted * window[j]!;
    const target = i * horizon;
    for (let k = 0; k < horizon; k++) targets[target + k]! += weighted * ahead[k]!;
  }
}

const RIDGE = 1;

function solve({ lags, horizon, products, targets }: Sums): Float64Array {
  const width = lags + 1;
  const penalised = products.slice();
  for (let i = 0; i < width; i++) penalised[i * width + i]! += RIDGE;
  return solveColumns(choleskyOf(penalised, width), targets, { width, columns: horizon });
}

function forecastWith(sums: Sums, weights: Float64Array, { values }: History) {
  const { lags, horizon, seen } = sums;
  if (values.length < lags || seen.size === 0) return undefined;
  const window = new Float64Array(lags + 1);
  const level = readWindow(sums, logsOf(values.slice(-lags)), lags - 1, window);
  const points = new Float64Array(horizon).fill(level);
  for (let i = 0; i <= lags; i++) {
    for (let k = 0; k < horizon; k++) points[k]! += window[i]! * weights[i * horizon + k]!;
  }
  return { points: points.map((point) => Math.exp(clamp(point, -50, 60))) };
}
