import { needsDistribution } from './demand-kind.ts';
import { forecastIntermittent } from './forecast-intermittent.ts';
import { forecastSmooth } from './forecast-smooth.ts';
import type { History } from './model.ts';
import { fitSeasonalNaive } from './models/seasonal-naive.ts';

export interface Request {
  /** Buckets ahead, at least 1. */
  readonly horizon: number;
  /** Quantile levels asked for, ascending, each between 0 and 1. */
  readonly levels: readonly number[];
  /** `fast` takes cheaper models and one earlier origin: for a hundred thousand series in a minute. */
  readonly tier?: 'full' | 'fast';
}

export interface PartForecast {
  readonly id: string;
  readonly demand: 'smooth' | 'intermittent';
  /** Expected pieces per bucket. */
  readonly points: Float64Array;
  /** One array per level asked for, each as long as the horizon. */
  readonly quantiles: readonly Float64Array[];
  /** Models that had a share, and how large a one. */
  readonly models: readonly { name: string; weight: number }[];
  /** Ids of the series that models, weights or intervals learned from: the forecast is owed to them too. */
  readonly learnedFrom: readonly string[];
}

/** The series that cannot be forecast, and why; all others are. */
export interface Unforecast {
  readonly id: string;
  readonly reason: 'empty' | 'not-a-number' | 'odd-period' | 'same-id';
}

export interface PanelForecast {
  /** In the order of the panel, without those that could not be forecast. */
  readonly parts: readonly PartForecast[];
  readonly unforecast: readonly Unforecast[];
}

/**
 * Forecasts a panel of series with intervals: the default pipeline. Parts whose demand has gaps get a distribution shrunk to
 * their own history; the others a weighed combination of models, with intervals from what it would have missed. The choice
 * is made from the histories alone.
 *
 * @param panel histories without gaps (`fillMissing`), of one bucket length, each with an id of its own; only such as the requester is entitled to, for
 * series of a panel learn from each other
 * @param request horizon in buckets and quantile levels
 * @throws RangeError when the horizon is not a positive integer or a level does not lie between 0 and 1
 * @see the papers that the models in `MODELS` name; Makridakis, Spiliotis, Assimakopoulos (2020), Int. J. of Forecasting 36,
 * for why combinations
 * @example
 * forecastPanel([{ id: 'P-1', values: Float64Array.of(0, 0, 4, 0, 0, 4), period: 1 }], { horizon: 1, levels: [0.5, 0.95] })
 *   .parts[0]!.quantiles // one array for each level
 */
export function forecastPanel(panel: readonly History[], request: Request): PanelForecast {
  checkRequest(request);
  const ids = new Set<string>();
  const reasons = new Map<History, Unforecast['reason']>();
  for (const history of panel) {
    const reason = ids.has(history.id) ? 'same-id' : whyNot(history);
    ids.add(history.id);
    if (reason) reasons.set(history, reason);
  }
  const unforecast = Array.from(reasons, ([{ id }, reason]): Unforecast => ({ id, reason }));
  const sound = panel.filter((history) => !reasons.has(history));
  const found = new Map<History, PartForecast>();
  for (const group of groupsOf(sound)) {
    const forecasts = isConstant(group[0]!)
      ? group.map((history) => held(history, request))
      : forecastGroup(group, request);
    for (const [i, history] of group.entries()) found.set(history, forecasts[i]!);
  }
  return { parts: sound.map((history) => found.get(history)!), unforecast };
}

function whyNot({ values, period }: History): Unforecast['reason'] | undefined {
  if (values.length === 0) return 'empty';
  if (!values.every(Number.isFinite)) return 'not-a-number';
  return Number.isInteger(period) && period >= 1 ? undefined : 'odd-period';
}

function checkRequest({ horizon, levels }: Request): void {
  if (!Number.isInteger(horizon) || horizon < 1)
    throw new RangeError(`The horizon is ${horizon}; it counts buckets, from 1.`);
  const odd = levels.find((level, i) => !(level > 0 && level < 1) || level <= (levels[i - 1] ?? 0));
  if (odd !== undefined) throw new RangeError(`Level ${odd} is not between 0 and 1, or not above the one before it.`);
}

/** Series that are forecast together: the constant ones, those that need a distribution, and the others by rhythm. */
function groupsOf(panel: readonly History[]): History[][] {
  const groups = new Map<string, History[]>();
  for (const history of panel) {
    const name = isConstant(history) ? 'constant' : needsDistribution(history) ? 'gaps' : `rhythm ${history.period}`;
    const group = groups.get(name);
    if (group) group.push(history);
    else groups.set(name, [history]);
  }
  return [...groups.values()];
}

const forecastGroup = (group: readonly History[], request: Request): PartForecast[] =>
  needsDistribution(group[0]!) ? forecastIntermittent(group, request) : forecastSmooth(group, request);

/** With a single value there is nothing to see a change by either. */
const isConstant = ({ values }: History): boolean => values.every((value) => value === values[0]);

/**
 * What never changed goes on. The chance that it changes after n equal buckets is 1/(n + 2) by the rule of succession; by then
 * it may be anything between nothing and twice as much, which is what the outer quantiles say while n is small.
 */
function held(history: History, { horizon, levels }: Request): PartForecast {
  const value = history.values[0]!;
  const chance = 1 / (history.values.length + 2);
  const at = (level: number): number => {
    if (level < chance / 2) return Math.min(0, 2 * value);
    return level > 1 - chance / 2 ? Math.max(0, 2 * value) : value;
  };
  return {
    id: history.id,
    demand: value === 0 ? 'intermittent' : 'smooth',
    points: fitSeasonalNaive(history)!.points(horizon),
    quantiles: levels.map((level) => new Float64Array(horizon).fill(at(level))),
    models: [{ name: 'seasonal-naive', weight: 1 }],
    learnedFrom: [],
  };
}
