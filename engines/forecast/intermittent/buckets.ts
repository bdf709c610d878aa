import type { History } from '../model.ts';
import { median } from '../moments.ts';
import { type WeightedValues, weightedValues } from './weighted-values.ts';

/**
 * What came after moments that looked alike, over all parts: moments are told apart by recent mean demand, then by how many of
 * the last buckets had any, then by how many of twice as many. A fine class that was seldom seen leans on the coarser one.
 *
 * @see Hasson, Wang, Januschowski, Gasthaus: Probabilistic forecasting: a level-set approach, NeurIPS 34 (2021), for learning
 * distributions from what follows alike forecasts; Jelinek, Mercer: Interpolated estimation of Markov source parameters
 * from sparse data (1980), for leaning on coarser classes
 */
export interface Buckets {
  readonly learnedFrom: readonly string[];
  distributionFor(values: Float64Array): WeightedValues;
}

/** How many observations a class needs before it says as much as the coarser one that it leans on. */
const LEANING = 200;
const LEAST_BEFORE = 12;

export function learnBuckets(panel: readonly History[], horizon: number): Buckets {
  const span = median(panel.map(({ values }) => values.length));
  const classify = classifier(span);
  const leaves = new Map<number, Map<number, number>>();
  for (const { values } of panel) tallyFuture(values, horizon, { classify, leaves });
  const known = new Map<number, WeightedValues>();
  const levels = [FINE, MIDDLE, COARSE].map((size) => gathered(leaves, size));
  return {
    learnedFrom: panel.map(({ id }) => id),
    distributionFor(values) {
      const leaf = classify(values, values.length);
      const found = known.get(leaf) ?? leaning(levels, leaf);
      known.set(leaf, found);
      return found;
    },
  };
}

/** A class is one number: mean, then count, then longer count. Dividing it by these gives the coarser classes. */
const [FINE, MIDDLE, COARSE] = [1, 16, 256] as const;

type Classify = (values: Float64Array, end: number) => number;

/** Windows are shares of the usual history: what is recent for weeks is not for months. */
function classifier(span: number): Classify {
  const short = Math.max(2, Math.round(span / 6));
  const long = Math.max(4, Math.round(span / 3));
  const keep = 1 - 3 / Math.max(6, span);
  return (values, end) => {
    const recentMean = discountedMean(values, end, keep);
    const size = recentMean > 0 ? Math.min(60, Math.max(0, Math.round(2 * Math.log2(recentMean) + 8))) : 0;
    return size * COARSE + countClass(values, end, short) * MIDDLE + countClass(values, end, long);
  };
}

function discountedMean(values: Float64Array, end: number, keep: number): number {
  let [sum, total, weight] = [0, 0, 1];
  for (let i = end - 1; i >= 0 && weight > 1e-4; i--) {
    sum += weight * values[i]!;
    total += weight;
    weight *= keep;
  }
  return total > 0 ? sum / total : 0;
}

/** Demands among the last buckets: exact when few, coarser when many. */
function countClass(values: Float64Array, end: number, window: number): number {
  let count = 0;
  for (let i = Math.max(0, end - window); i < end; i++) if (values[i]! > 0) count++;
  return LIMITS.findIndex((limit) => count < limit);
}

const LIMITS = [1, 2, 3, 4, 6, 9, 14, 20, Number.POSITIVE_INFINITY];

function tallyFuture(
  values: Float64Array,
  horizon: number,
  { classify, leaves }: { classify: Classify; leaves: Map<number, Map<number, number>> },
): void {
  for (let end = Math.max(LEAST_BEFORE, values.length >> 1); end < values.length; end++) {
    const leaf = classify(values, end);
    const tally = tallyOf(leaves, leaf);
    const last = Math.min(values.length, end + horizon);
    for (let i = end; i < last; i++) tally.set(values[i]!, (tally.get(values[i]!) ?? 0) + 1);
  }
}

function tallyOf(tallies: Map<number, Map<number, number>>, key: number): Map<number, number> {
  const known = tallies.get(key);
  if (known) return known;
  const fresh = new Map<number, number>();
  tallies.set(key, fresh);
  return fresh;
}

interface Level {
  size: number;
  tallies: Map<number, Map<number, number>>;
}

function gathered(leaves: ReadonlyMap<number, ReadonlyMap<number, number>>, size: number): Level {
  const tallies = new Map<number, Map<number, number>>();
  for (const [leaf, tally] of leaves) {
    const key = Math.floor(leaf / size);
    const sum = tallyOf(tallies, key);
    for (const [value, count] of tally) sum.set(value, (sum.get(value) ?? 0) + count);
  }
  return { size, tallies };
}

function leaning(levels: readonly Level[], leaf: number): WeightedValues {
  let shares = new Map<number, number>();
  for (const { size, tallies } of levels.toReversed()) {
    const tally = tallies.get(Math.floor(leaf / size));
    if (tally) shares = blended(shares, tally);
  }
  return shares.size > 0 ? weightedValues(shares) : NOTHING;
}

const NOTHING: WeightedValues = { values: Float64Array.of(0), weights: Float64Array.of(1) };

function blended(coarse: ReadonlyMap<number, number>, tally: ReadonlyMap<number, number>): Map<number, number> {
  let total = 0;
  for (const count of tally.values()) total += count;
  const trust = coarse.size > 0 ? total / (total + LEANING) : 1;
  const shares = new Map<number, number>();
  for (const [value, share] of coarse) shares.set(value, (1 - trust) * share);
  for (const [value, count] of tally) shares.set(value, (shares.get(value) ?? 0) + (trust * count) / total);
  return shares;
}
