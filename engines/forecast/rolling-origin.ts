import type { Forecast, History, Model, Trained } from './model.ts';

/** What one model said about every series of a panel, today and as of earlier days. */
export interface TrackRecord {
  readonly model: Model;
  /** By place in the panel; undefined where the model could not. */
  readonly now: readonly (Forecast | undefined)[];
  /** The same per earlier origin, in the order of `backs`; undefined also where the history was too short to judge. */
  readonly past: readonly (readonly (Forecast | undefined)[])[];
}

export interface Origins {
  readonly horizon: number;
  /** How many buckets before the end each earlier origin lies; none below the horizon, so that what came is known. */
  readonly backs: readonly number[];
  /** An earlier origin counts for a series when so many buckets lie before it. */
  readonly leastBuckets: (history: History) => number;
}

/**
 * Lets a model forecast from the end of the panel and from earlier origins, each time knowing only what lay before: what is
 * learned at one origin may serve a later one, never an earlier one.
 *
 * @see Tashman: Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16 (2000)
 */
export function rollBack(model: Model, panel: readonly History[], origins: Origins): TrackRecord {
  const { horizon, backs } = origins;
  const past: (Forecast | undefined)[][] = [];
  let earlier: Trained | undefined;
  for (const [place, back] of oldestFirst(backs)) {
    const cut = panel.map((history) => before(history, back, origins));
    const known = cut.filter((history) => history !== undefined);
    const trained = model.train(known, horizon, earlier);
    past[place] = cut.map((history) => history && forecastOrNone(trained, history));
    earlier = trained;
  }
  // What counts is searched afresh: an own model must not keep a form that less data suggested.
  const today = model.train(panel, horizon, model.scope === 'pooled' ? earlier : undefined);
  const now = panel.map((history) => forecastOrNone(today, history));
  return { model, now, past };
}

const oldestFirst = (backs: readonly number[]): [place: number, back: number][] =>
  [...backs.entries()].sort(([, a], [, b]) => b - a);

function before(history: History, back: number, { leastBuckets }: Origins): History | undefined {
  const left = history.values.length - back;
  return left >= leastBuckets(history) ? { ...history, values: history.values.subarray(0, left) } : undefined;
}

/** One series on which a model stumbles must not end a run of a hundred thousand. */
function forecastOrNone(trained: Trained, history: History): Forecast | undefined {
  try {
    return trained.forecast(history);
  } catch {
    return undefined;
  }
}
