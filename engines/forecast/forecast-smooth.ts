import { combine, scaleOf, type Weights, weigh } from './combination.ts';
import { conformalSpread, type Errors, type Spread } from './conformal.ts';
import type { PartForecast, Request } from './forecast-panel.ts';
import type { History } from './model.ts';
import { fitSeasonalNaive } from './models/seasonal-naive.ts';
import { modelNamed } from './models.ts';
import { least } from './moments.ts';
import { type Origins, rollBack, type TrackRecord } from './rolling-origin.ts';

/**
 * Forecasts series of regular demand: several models, weighed by how they would have done, and intervals from what the
 * combination missed. All of it from the histories alone.
 */
export function forecastSmooth(panel: readonly History[], request: Request): PartForecast[] {
  const plan = planFor(panel, request);
  const records = plan.models.map((name) => rollBack(modelNamed(name), panel, plan));
  const weights = weigh(records, panel, plan);
  const errors = panel.map((history, place) => pastErrors(records, weights, { history, place }, plan));
  const spread = conformalSpread(errors, request.horizon);
  // Also weights and intervals come from the whole panel, so that every forecast is owed to every series of it.
  const learnedFrom = panel.map(({ id }) => id);
  return panel.map((history, place) => asForecast(records, { history, place, weights, spread, learnedFrom }, request));
}

interface Plan extends Origins {
  models: readonly string[];
}

/** Seasons of a year that the history is told of are modelled as such; without, a long memory finds them, if it has seen two. */
function planFor(panel: readonly History[], { horizon, tier }: Request): Plan {
  const period = Math.max(...panel.map((history) => history.period));
  const long = Math.max(...panel.map(({ values }) => values.length)) >= 120;
  const rhythm = period > 1 ? (panel.length < POOL ? 'alone' : 'season') : long ? 'memory' : 'neither';
  return {
    horizon,
    models: tier === 'fast' ? FAST[rhythm] : FULL[rhythm],
    backs: tier === 'fast' ? [horizon] : rhythm === 'memory' ? everyHorizon(horizon) : everyHalfSeason(horizon, period),
    leastBuckets: (history) => (rhythm === 'memory' ? 60 : Math.max(2 * history.period + 4, LEAST_TO_JUDGE)),
  };
}

/** With fewer series there is little to be learned from each other. */
const POOL = 30;

const FULL = {
  season: ['ets', 'pooled-ridge'],
  alone: ['ets', 'dynamic-theta-logs', 'temporal-aggregation'],
  memory: ['recent-autoregression', 'long-autoregression'],
  neither: ['ets', 'dynamic-theta-logs', 'damped-trend'],
};
const FAST = {
  season: ['dynamic-theta-logs', 'autoregression', 'pooled-ridge'],
  alone: ['dynamic-theta-logs', 'autoregression'],
  memory: ['recent-autoregression', 'long-autoregression'],
  neither: ['dynamic-theta-logs', 'autoregression'],
};
const LEAST_TO_JUDGE = 18;

const everyHorizon = (horizon: number): number[] => [1, 2, 3, 4, 5, 6].map((times) => times * horizon);
const everyHalfSeason = (horizon: number, period: number): number[] =>
  [0, 1, 2].map((times) => horizon + times * Math.max(1, Math.round((period > 1 ? period : horizon) / 2)));

/** What the combination would have missed at each earlier origin, by the scale of what was known then. */
function pastErrors(
  records: readonly TrackRecord[],
  weights: Weights,
  { history, place }: { history: History; place: number },
  { backs }: Origins,
): (Errors | undefined)[] {
  return backs.map((back, origin) => {
    const end = history.values.length - back;
    if (end < 2) return undefined;
    const known = { ...history, values: history.values.subarray(0, end) };
    const said = records.map(({ past }) => past[origin]![place]);
    const combined = combine(said, weights[place]!, known);
    const scale = scaleOf(known);
    if (!combined || scale === 0) return undefined;
    return combined.points.map((point, i) => (history.values[end + i]! - point) / scale);
  });
}

function asForecast(
  records: readonly TrackRecord[],
  part: { history: History; place: number; weights: Weights; spread: Spread; learnedFrom: readonly string[] },
  { horizon, levels }: Request,
): PartForecast {
  const { history, place, weights, spread, learnedFrom } = part;
  const said = records.map(({ now }) => now[place]);
  const combined = combine(said, weights[place]!, history);
  const points = combined?.points ?? fitSeasonalNaive(history)!.points(horizon);
  const floor = least(history.values) >= 0 ? 0 : Number.NEGATIVE_INFINITY;
  const scale = scaleOf(history);
  return {
    id: history.id,
    demand: 'smooth',
    points,
    quantiles: levels.map((level) =>
      points.map((point, ahead) => Math.max(floor, point + scale * spread.quantile(place, ahead, level))),
    ),
    models: combined
      ? records.flatMap(({ model }, i) =>
          combined.used[i]! > 0 ? [{ name: model.name, weight: combined.used[i]! }] : [],
        )
      : [{ name: 'seasonal-naive', weight: 1 }],
    learnedFrom,
  };
}
