/** One part's demand per bucket, oldest first; what was missing has been filled before a model sees it. */
export interface History {
  readonly id: string;
  /** Pieces per bucket. */
  readonly values: Float64Array;
  /** Buckets per season: 12 for months of a year, 1 where no season is known. */
  readonly period: number;
}

/**
 * The contract that every model fulfils. A model of scope `own` looks at the series that it forecasts and at nothing else;
 * one of scope `pooled` also learns from the rest of the panel, and says from which series.
 */
export interface Model {
  readonly name: string;
  readonly paper: string;
  readonly demand: 'smooth' | 'intermittent';
  readonly scope: 'own' | 'pooled';
  /**
   * @param panel histories that the requester is entitled to
   * @param horizon buckets ahead
   * @param earlier what the same model learned from the same panel at an earlier origin, to start the search from
   */
  train(panel: readonly History[], horizon: number, earlier?: Trained): Trained;
}

export interface Trained {
  /** Ids of the series that have a share in the forecasts of others. */
  readonly learnedFrom: readonly string[];
  /** Undefined where the history is too short for the model, or degenerate. */
  forecast(history: History): Forecast | undefined;
}

/** Expected demand, and for intermittent models the distribution around it. */
export interface Forecast {
  /** Pieces per bucket, one figure per bucket of the horizon. */
  readonly points: Float64Array;
  /** Figures per level, as asked for in the order of `levels`; the same for each bucket ahead. */
  quantiles?(levels: readonly number[]): Float64Array;
}

/** A fit to one series, which forecasts as far as it is asked to. */
export interface Fitted {
  /** Smoothing parameters by the paper's symbols. */
  readonly parameters: Readonly<Record<string, number | string>>;
  points(horizon: number): Float64Array;
  quantiles?(levels: readonly number[]): Float64Array;
}

export type Fit = (history: History, start?: Fitted) => Fitted | undefined;

/** Enrols a fit to one series as a model of scope `own`. */
export function ownModel(
  described: Pick<Model, 'name' | 'paper' | 'demand'> & { leastBuckets: number; fit: Fit },
): Model {
  const { fit, leastBuckets, ...rest } = described;
  return {
    ...rest,
    scope: 'own',
    train: (_panel, horizon, earlier) => trainEach({ fit, leastBuckets, horizon, earlier: fitsOf(earlier) }),
  };
}

interface TrainedEach extends Trained {
  readonly fits: Map<string, Fitted>;
}

function trainEach(plan: {
  fit: Fit;
  leastBuckets: number;
  horizon: number;
  earlier: ReadonlyMap<string, Fitted> | undefined;
}): TrainedEach {
  const fits = new Map<string, Fitted>();
  return {
    learnedFrom: [],
    fits,
    forecast(history) {
      if (history.values.length < plan.leastBuckets) return undefined;
      const fitted = plan.fit(history, plan.earlier?.get(history.id));
      if (!fitted) return undefined;
      fits.set(history.id, fitted);
      const points = fitted.points(plan.horizon);
      return points.every(Number.isFinite) ? { points, quantiles: fitted.quantiles } : undefined;
    },
  };
}

const fitsOf = (trained: Trained | undefined): ReadonlyMap<string, Fitted> | undefined =>
  (trained as TrainedEach | undefined)?.fits;
