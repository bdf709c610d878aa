import type { PartForecast, Request } from './forecast-panel.ts';
import { SHRUNK_BUCKETS } from './intermittent/shrunk-buckets.ts';
import type { History } from './model.ts';

/** Forecasts series with gaps between demands: the mean as points, and the same distribution for each bucket ahead. */
export function forecastIntermittent(panel: readonly History[], { horizon, levels }: Request): PartForecast[] {
  const trained = SHRUNK_BUCKETS.train(panel, horizon);
  return panel.map((history) => {
    const forecast = trained.forecast(history);
    const quantiles = forecast?.quantiles?.(levels);
    return {
      id: history.id,
      demand: 'intermittent',
      points: forecast?.points ?? new Float64Array(horizon),
      quantiles: levels.map((_, level) => new Float64Array(horizon).fill(quantiles?.[level] ?? 0)),
      models: [{ name: SHRUNK_BUCKETS.name, weight: 1 }],
      learnedFrom: trained.learnedFrom,
    };
  });
}
