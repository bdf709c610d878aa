import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { fillMissing, type History } from '@intakt/forecast';

/** The interval's ends, and between them the nine levels that the weighted quantile loss is about. */
export const LEVELS = [0.025, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.975];

/** One line of a data file. */
export interface Series {
  id: string;
  m: number;
  h: number;
  train: (number | null)[];
  test: (number | null)[];
}

/** What a worker is sent: series of one horizon, which it forecasts and does not give back. */
export interface Batch {
  series: Series[];
  tier: 'full' | 'fast';
}

export async function readSeries(file: string): Promise<Series[]> {
  const bytes = await readFile(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Series);
}

/** The training part without gaps, as the engine wants it. */
export const historyOf = ({ id, m, train }: Series): History => ({
  id,
  period: m,
  values: fillMissing(train, { period: m }).values,
});
