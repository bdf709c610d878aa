import {
  absoluteScale,
  intervalScore,
  meanAbsoluteError,
  meanSquaredError,
  quantileLoss,
  smape,
  squaredScale,
} from './measures.ts';
import type { History } from './model.ts';
import { mean } from './moments.ts';
import { seasonallyAdjusted } from './seasonality.ts';

/** One series, what was said about it, and what came. */
export interface Judged {
  readonly history: History;
  readonly actual: Float64Array;
  readonly points: Float64Array;
  /** One array per level. */
  readonly quantiles: readonly Float64Array[];
}

/** Undefined where a measure has nothing to divide by. */
export interface Scores {
  /** Mean over series of the symmetric percentage error. */
  smape: number | undefined;
  /** Sum of absolute errors by demand. */
  wape: number | undefined;
  /** Sum of forecast − actual by demand: 0.1 says that a tenth too much was forecast. */
  bias: number | undefined;
  /** Means over the series whose history changed at all. */
  mase: number | undefined;
  rmsse: number | undefined;
  /** Mean quantile loss over the levels from 0.1 to 0.9 that were asked for, by demand. */
  wql: number | undefined;
  /** Share of actuals between the outermost levels, and the interval's score by the scale of MASE. */
  coverage: number | undefined;
  msis: number | undefined;
  /** Mean of sMAPE and MASE, each by that of Naive 2. */
  owa: number | undefined;
  /** 1 − WAPE by that of Naive 2: what the forecast saved. */
  valueAdded: number | undefined;
}

/**
 * Scores a panel's forecasts by the measures of the M competitions.
 *
 * @param levels ascending; the outermost two bound the interval that coverage and MSIS are about
 * @see Makridakis, Spiliotis, Assimakopoulos: The M4 Competition (2020), § 2; The M5 uncertainty competition, International
 * Journal of Forecasting 38 (2022); Gilliland: The Business Forecasting Deal (2010), for value added
 */
export function score(judged: readonly Judged[], levels: readonly number[]): Scores {
  const naive = judged.map((one) => ({ ...one, points: naive2(one.history, one.actual.length) }));
  const ours = pointScores(judged);
  const theirs = pointScores(naive);
  const demand = sumOver(judged, ({ actual }) => sumOf(actual.map(Math.abs)));
  return {
    ...ours,
    bias: ratio(
      sumOver(judged, ({ actual, points }) => sumOf(points) - sumOf(actual)),
      demand,
    ),
    wql: weightedQuantileLoss(judged, levels, demand),
    ...intervalScores(judged, levels),
    owa: averageRatio([ours.smape, theirs.smape], [ours.mase, theirs.mase]),
    valueAdded: complement(ours.wape, theirs.wape),
  };
}

/** The last value, in its season where there is one: the M4 competition's reference. */
export function naive2({ values, period }: History, horizon: number): Float64Array {
  const adjusted = seasonallyAdjusted(values, period);
  return adjusted.restore(new Float64Array(horizon).fill(adjusted.values.at(-1)!));
}

function pointScores(judged: readonly Judged[]) {
  const pairs = judged.map(({ actual, points, history }) => ({ pair: { actual, forecast: points }, history }));
  const scaled = pairs.map(({ pair, history }) => ({
    absolute: meanAbsoluteError(pair) / absoluteScale(history.values, history.period),
    squared: Math.sqrt(meanSquaredError(pair) / squaredScale(history.values)),
  }));
  return {
    smape: meanFinite(pairs.map(({ pair }) => smape(pair))),
    mase: meanFinite(scaled.map(({ absolute }) => absolute)),
    rmsse: meanFinite(scaled.map(({ squared }) => squared)),
    wape: ratio(
      sumOver(pairs, ({ pair }) => meanAbsoluteError(pair) * pair.actual.length),
      sumOver(judged, ({ actual }) => sumOf(actual.map(Math.abs))),
    ),
  };
}

function weightedQuantileLoss(judged: readonly Judged[], levels: readonly number[], demand: number) {
  const inner = [...levels.entries()].filter(([, level]) => level >= 0.0999 && level <= 0.9001);
  const loss = sumOver(judged, ({ actual, quantiles }) =>
    sumOver(inner, ([place, level]) =>
      sumOf(actual.map((value, i) => quantileLoss(value, quantiles[place]![i]!, level))),
    ),
  );
  return inner.length > 0 ? ratio(loss / inner.length, demand) : undefined;
}

function intervalScores(judged: readonly Judged[], levels: readonly number[]) {
  if (levels.length < 2) return { coverage: undefined, msis: undefined };
  const alpha = 1 - (levels.at(-1)! - levels[0]!);
  const covered = judged.flatMap(({ actual, quantiles }) =>
    Array.from(actual, (value, i) => (value >= quantiles[0]![i]! && value <= quantiles.at(-1)![i]! ? 1 : 0)),
  );
  const widths = judged.map(({ actual, quantiles, history }) => {
    const scores = actual.map((value, i) =>
      intervalScore(value, { low: quantiles[0]![i]!, high: quantiles.at(-1)![i]! }, alpha),
    );
    return mean(scores) / absoluteScale(history.values, history.period);
  });
  return { coverage: meanFinite(covered), msis: meanFinite(widths) };
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
const sumOver = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);
const ratio = (a: number, b: number): number | undefined => (b > 0 ? a / b : undefined);

function meanFinite(values: readonly number[]): number | undefined {
  const finite = values.filter(Number.isFinite);
  return finite.length > 0 ? mean(finite) : undefined;
}

type Compared = readonly [ours: number | undefined, theirs: number | undefined];

function averageRatio(...compared: readonly Compared[]): number | undefined {
  const ratios = compared.flatMap(([ours, theirs]) => (ours !== undefined && theirs ? [ours / theirs] : []));
  return ratios.length === compared.length ? mean(ratios) : undefined;
}

const complement = (ours: number | undefined, theirs: number | undefined): number | undefined =>
  ours !== undefined && theirs ? 1 - ours / theirs : undefined;
