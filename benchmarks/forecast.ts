import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { forecastPanel, type Judged, type PartForecast, score } from '@intakt/forecast';
import { type Batch, historyOf, LEVELS, readSeries, type Series } from './forecast-series.ts';
import { progress, readOptions, report, rounded } from './options.ts';

/** So many series of one batch learn from each other. */
const BATCH = 2000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: {
      data: { type: 'string' },
      tier: { type: 'string', default: 'full' },
      series: { type: 'string' },
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  if (!values.data) throw new Error('Name the series to forecast: npm run bench:forecast -- --data FILE');
  if (values.tier !== 'full' && values.tier !== 'fast')
    throw new Error(`The tier is full or fast, not ${values.tier}.`);
  const read = await readSeries(path.resolve(process.env.INIT_CWD ?? '.', values.data));
  const series = values.quick ? read.filter((_, i) => i % 10 === 0) : read;
  const count = Number(values.series ?? 0);
  const figures = accuracy(series, values.tier);
  const bulk = count > 0 ? await throughput({ series, tier: values.tier }, count) : {};
  const { json, out } = readOptions([...(values.json ? ['--json'] : []), ...(values.out ? ['--out', values.out] : [])]);
  await report({ ...figures, ...bulk }, { json, out, quick: values.quick });
}

function accuracy(series: readonly Series[], tier: 'full' | 'fast'): Record<string, unknown> {
  const before = process.cpuUsage();
  const forecasts = forecastAll(series, tier);
  const { user, system } = process.cpuUsage(before);
  const judged = series.flatMap((one) => judge(one, forecasts.get(one.id)));
  const scores = score(judged, LEVELS);
  const gaps = [...forecasts.values()].filter(({ demand }) => demand === 'intermittent').length;
  const round = (value: number | undefined) => (value === undefined ? null : rounded(value, 4));
  return {
    series: series.length,
    smape: round(scores.smape),
    mase: round(scores.mase),
    // Naive 2 is a reference where demand is regular; beside a series of zeros its percentages say nothing.
    owa: 2 * gaps > series.length ? null : round(scores.owa),
    wql: round(scores.wql),
    rmsse: round(scores.rmsse),
    bias: round(scores.bias),
    coverage95: round(scores.coverage),
    msis95: round(scores.msis),
    cpu_s_per_1000: rounded((user + system) / 1e3 / series.length, 3),
    tier,
  };
}

function forecastAll(series: readonly Series[], tier: 'full' | 'fast'): Map<string, PartForecast> {
  const found = new Map<string, PartForecast>();
  for (const [horizon, group] of Map.groupBy(series, ({ h }) => h)) {
    for (const part of forecastPanel(group.map(historyOf), { horizon, levels: LEVELS, tier }).parts)
      found.set(part.id, part);
  }
  return found;
}

/** Buckets of the test part for which nothing was measured are not judged. */
function judge(series: Series, forecast: PartForecast | undefined): Judged[] {
  const { test } = series;
  const places = test.flatMap((value, i) => (value === null ? [] : [i]));
  if (!forecast || places.length === 0) return [];
  const picked = (values: Float64Array) => Float64Array.from(places, (i) => values[i]!);
  return [
    {
      history: historyOf(series),
      actual: Float64Array.from(places, (i) => test[i]!),
      points: picked(forecast.points),
      quantiles: forecast.quantiles.map(picked),
    },
  ];
}

/** Forecasts so many series, those given over and over, in worker threads on two cores at most. */
async function throughput({ series, tier }: Batch, count: number): Promise<Record<string, number>> {
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, batch) =>
    Array.from({ length: Math.min(BATCH, count - batch * BATCH) }, (_unused, i) => {
      const number = batch * BATCH + i;
      return { ...series[number % series.length]!, id: `S${number}` };
    }),
  );
  const cores = Math.min(2, os.availableParallelism());
  const start = performance.now();
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: cores }, () => work(batches, tier)));
  const { user, system } = process.cpuUsage(before);
  return {
    bulk_series: count,
    bulk_s: rounded((performance.now() - start) / 1000, 1),
    bulk_cpu_s: rounded((user + system) / 1e6, 1),
    bulk_cores: cores,
  };
}

/** One worker takes batches until none is left. */
async function work(batches: Series[][], tier: 'full' | 'fast'): Promise<void> {
  const worker = new Worker(new URL('forecast-worker.ts', import.meta.url));
  try {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      progress(`${batches.length} batches left`);
      const done = new Promise<void>((resolve, reject) => {
        worker.once('message', () => resolve());
        worker.once('error', reject);
      });
      worker.postMessage({ series: batch, tier } satisfies Batch);
      await done;
    }
  } finally {
    await worker.terminate();
  }
}

await main();
