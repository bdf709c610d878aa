import { forecastPanel, type Request } from './forecast-panel.ts';
import type { History } from './model.ts';
import { type Judged, type Scores, score } from './scoring.ts';

/** The scores at one earlier origin. */
export interface OriginScores {
  /** Buckets between the origin and the end of the histories. */
  readonly back: number;
  readonly series: number;
  readonly scores: Scores;
}

/**
 * Forecasts the panel from earlier origins, each time as if nothing later were known, and scores what was said by what came.
 * Series that are shorter than the origin lies back are left out of it.
 *
 * @param panel histories without gaps
 * @param request as for the forecast itself
 * @param backs origins, in buckets before the end; each at least the horizon
 * @throws RangeError when an origin lies closer to the end than the horizon
 * @see Tashman: Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16 (2000)
 * @example backtest(panel, { horizon: 13, levels: [0.025, 0.5, 0.975] }, [13, 26]).map(({ scores }) => scores.mase)
 */
export function backtest(panel: readonly History[], request: Request, backs: readonly number[]): OriginScores[] {
  const close = backs.find((back) => back < request.horizon);
  if (close !== undefined)
    throw new RangeError(`An origin ${close} buckets back does not show ${request.horizon} buckets; go further back.`);
  return backs.map((back) => {
    const judged = judgeAt(panel, request, back);
    return { back, series: judged.length, scores: score(judged, request.levels) };
  });
}

function judgeAt(panel: readonly History[], request: Request, back: number): Judged[] {
  const known = panel
    .filter(({ values }) => values.length > back)
    .map((history) => ({ ...history, values: history.values.subarray(0, history.values.length - back) }));
  const full = new Map(panel.map(({ id, values }) => [id, values]));
  const past = new Map(known.map((history) => [history.id, history]));
  return forecastPanel(known, request).parts.map(({ id, points, quantiles }) => {
    const history = past.get(id)!;
    const start = history.values.length;
    return { history, points, quantiles, actual: full.get(id)!.slice(start, start + request.horizon) };
  });
}
