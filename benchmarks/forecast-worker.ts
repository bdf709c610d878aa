import { parentPort } from 'node:worker_threads';
import { forecastPanel } from '@intakt/forecast';
import { type Batch, historyOf, LEVELS } from './forecast-series.ts';

/** Forecasts each batch that it is sent, and says how many series came out. */
parentPort!.on('message', ({ series, tier }: Batch) => {
  const { parts } = forecastPanel(series.map(historyOf), { horizon: series[0]!.h, levels: LEVELS, tier });
  parentPort!.postMessage(parts.length);
});
