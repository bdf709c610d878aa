import type { Fit } from '../model.ts';
import { fitSimpleSmoothing } from '../models/exponential-smoothing.ts';
import { averagedOver } from '../models/temporal-aggregation.ts';
import { mean } from '../moments.ts';

/**
 * Mean number of buckets from one demand to the next: the average demand interval.
 *
 * @example meanInterval(Float64Array.of(0, 3, 0, 0, 1, 0)) // 3
 */
export function meanInterval(values: Float64Array): number {
  const demands = values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  return demands > 0 ? values.length / demands : values.length;
}

/**
 * ADIDA: sums demand over runs as long as the mean interval, smooths the sums, and spreads the forecast evenly again.
 *
 * @see Nikolopoulos, Syntetos, Boylan, Petropoulos, Assimakopoulos: An aggregate–disaggregate intermittent demand approach
 * (ADIDA) to forecasting, Journal of the Operational Research Society 62 (2011)
 */
export const fitAdida: Fit = ({ values }) => {
  const grain = grainOf(values);
  return level({ grain }, smoothedAt(values, grain));
};

/**
 * iMAPA: the mean of what simple smoothing says at every grain from one bucket to the mean interval.
 *
 * @see Petropoulos, Kourentzes: Forecast combinations for intermittent demand, Journal of the Operational Research
 * Society 66 (2015)
 */
export const fitImapa: Fit = ({ values }) => {
  const most = grainOf(values);
  const grains = Array.from({ length: most }, (_, i) => i + 1);
  return level({ grain: most }, mean(grains.map((grain) => smoothedAt(values, grain))));
};

const grainOf = (values: Float64Array): number =>
  Math.max(1, Math.min(Math.round(meanInterval(values)), Math.floor(values.length / 2)));

/** Pieces per bucket, from the mean of each run. */
const smoothedAt = (values: Float64Array, grain: number): number =>
  fitSimpleSmoothing(averagedOver(values, grain)).points(1)[0]!;

const level = (parameters: Record<string, number>, pieces: number) => ({
  parameters,
  points: (horizon: number) => new Float64Array(horizon).fill(pieces),
});
