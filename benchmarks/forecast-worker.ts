import { parentPort } from 'node:worker_threads';
import { forecastPanel } from '@intakt/forecast';
import { type Batch, LEVELS, withoutGaps } from './forecast-series.ts';

/** Forecasts each batch that it is sent, and says how many series came out. */
parentPort!.on('message', ({ series, tier }: Batch) => {
  const panel = series.map(({ id, m, train }) => ({ id, period: m, values: withoutGaps(train) }));
  const { parts } = forecastPanel(panel, { horizon: series[0]!.h, levels: LEVELS, tier });
  parentPort!.postMessage(parts.length);
});
