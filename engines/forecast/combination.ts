import { absoluteScale, meanAbsoluteError } from './measures.ts';
import type { Forecast, History } from './model.ts';
import { mean } from './moments.ts';
import type { Origins, TrackRecord } from './rolling-origin.ts';
import { isSeasonal } from './seasonality.ts';

/** Per series, by place in the panel: the share of each model, in the order of the records; they sum to 1. */
export type Weights = readonly Float64Array[];

/**
 * Weights by what each model would have missed at the earlier origins. A series' own losses say little, those of its
 * cluster more: the two are averaged, each relative to the mean of all models, and the inverse is raised to a power.
 *
 * @see Bates, Granger: The combination of forecasts, Operational Research Quarterly 20 (1969); Stock, Watson: Combination
 * forecasts of output growth, Journal of Forecasting 23 (2004), for the shrinkage
 */
export function weigh(records: readonly TrackRecord[], panel: readonly History[], origins: Origins): Weights {
  const losses = panel.map((history, place) => lossesOf(records, { history, place }, origins));
  const clusters = panel.map(clusterOf);
  const byCluster = new Map<string, Float64Array>();
  for (const cluster of new Set(clusters)) {
    const members = losses.filter((loss, place) => loss && clusters[place] === cluster) as Float64Array[];
    byCluster.set(cluster, relative(sumOf(members, records.length)));
  }
  return losses.map((own, place) => weightsOf(own && relative(own), byCluster.get(clusters[place]!)!));
}

const POWER = 4;
/** How much the cluster's losses count beside a series' own. */
const CLUSTER = 2;

/** Series of one rhythm, with and without a season. */
const clusterOf = ({ values, period }: History): string => `${period}/${isSeasonal(values, period)}`;

function weightsOf(own: Float64Array | undefined, cluster: Float64Array): Float64Array {
  const mixed = cluster.map((loss, model) => (own ? (own[model]! + CLUSTER * loss) / (1 + CLUSTER) : loss));
  const raised = mixed.map((loss) => Math.max(loss, 1e-6) ** -POWER);
  const total = raised.reduce((sum, weight) => sum + weight, 0);
  return raised.map((weight) => weight / total);
}

function sumOf(members: readonly Float64Array[], models: number): Float64Array {
  const sums = new Float64Array(models);
  for (const losses of members) for (let model = 0; model < models; model++) sums[model]! += losses[model]!;
  return sums;
}

/** By their mean; all alike where nobody missed anything. */
function relative(losses: Float64Array): Float64Array {
  const middle = mean(losses);
  return losses.map((loss) => (middle > 0 ? loss / middle : 1));
}

/**
 * Mean absolute error of each model in units of the series' scale, over the earlier origins. A model that was silent at an
 * origin counts there as the mean of the others: it must not look better for having been silent when it was hard. Undefined
 * where there is nothing to judge by.
 */
function lossesOf(
  records: readonly TrackRecord[],
  { history, place }: { history: History; place: number },
  { backs }: Origins,
): Float64Array | undefined {
  const scale = scaleOf(history);
  const sums = new Float64Array(records.length);
  let judged = false;
  for (const [origin, back] of backs.entries()) {
    const start = history.values.length - back;
    const losses = records.map(({ past }) => {
      const forecast = past[origin]![place]?.points;
      return (
        forecast && meanAbsoluteError({ actual: history.values.subarray(start, start + forecast.length), forecast })
      );
    });
    const spoken = losses.filter((loss) => loss !== undefined);
    if (spoken.length === 0) continue;
    judged = true;
    for (const [model, loss] of losses.entries()) sums[model]! += loss ?? mean(spoken);
  }
  return judged && scale > 0 ? sums.map((sum) => sum / (scale * backs.length)) : undefined;
}

/**
 * The weighted mean of what the models say about one series. A model that explodes, or says nothing, is left out and its
 * weight goes to the others.
 *
 * @returns undefined when no model is left
 */
export function combine(
  forecasts: readonly (Forecast | undefined)[],
  weights: Float64Array,
  history: History,
): { points: Float64Array; used: Float64Array } | undefined {
  const limits = plausibleRange(history.values);
  const used = weights.map((weight, model) => (isPlausible(forecasts[model], limits) ? weight : 0));
  const total = used.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return undefined;
  const points = new Float64Array(forecasts.find((_, model) => used[model]! > 0)!.points.length);
  used.forEach((weight, model) => {
    used[model] = weight / total;
    if (weight > 0)
      for (let i = 0; i < points.length; i++) points[i]! += (weight / total) * forecasts[model]!.points[i]!;
  });
  return { points: limits.low >= 0 ? points.map((point) => Math.max(0, point)) : points, used };
}

interface Range {
  /** Lowest value seen; below zero only where the history was. */
  low: number;
  least: number;
  most: number;
}

/** Three times the range seen, beyond it on either side, is where a forecast stops being one. */
function plausibleRange(values: Float64Array): Range {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const span = Math.max(high - low, 0.5 * Math.abs(high));
  return { low, least: low - 3 * span, most: high + 3 * span };
}

const isPlausible = (forecast: Forecast | undefined, { least, most }: Range): boolean =>
  forecast?.points.every((point) => point >= least && point <= most) ?? false;

/** Scale of a series' errors: its own seasonal changes of the last years, or its size where nothing ever changed. */
export function scaleOf({ values, period }: History): number {
  const recent = values.length > RECENT ? values.subarray(values.length - RECENT) : values;
  return absoluteScale(recent, Math.min(period, recent.length - 1)) || 0;
}

/** Five years of months, a good year of weeks: how much a part varied before that says little about it today. */
const RECENT = 60;
