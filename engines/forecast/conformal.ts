import { mean } from './moments.ts';

/** Errors of one series at one earlier origin, in units of the scale that it had then; one figure per bucket ahead. */
export type Errors = Float64Array;

/** How widely the errors of a panel are spread, per bucket ahead, and each series' own share of it. */
export interface Spread {
  /** Quantile of level `level` of the error `ahead` buckets ahead (0 is the next), in units of the series' scale. */
  quantile(place: number, ahead: number, level: number): number;
}

/**
 * Pooled conformal prediction: past errors of all series, each by its own scale, give the quantiles of the next error, bucket
 * by bucket. A series that was harder to forecast than others gets wider ones, shrunk towards the panel. Errors of older
 * origins count less: they were made with less history, in another time.
 *
 * @param errors past errors per series (by place in the panel) and origin, newest origin first; undefined where the
 * history was too short
 * @see Lei, G'Sell, Rinaldo, Tibshirani, Wasserman: Distribution-free predictive inference for regression, Journal of the
 * American Statistical Association 113 (2018), § 5.2 for the local scale; Barber, Candès, Ramdas, Tibshirani: Conformal
 * prediction beyond exchangeability, Annals of Statistics 51 (2023), for the weights
 */
export function conformalSpread(errors: readonly (readonly (Errors | undefined)[])[], horizon: number): Spread {
  const sizes = errors.map(ownSize);
  const panel = sizes.reduce((sum, { total }) => sum + total, 0) / sizes.reduce((sum, { weight }) => sum + weight, 0);
  const factors = sizes.map((own) => localFactor(own, panel));
  const scores = Array.from({ length: horizon }, (_, ahead) => sortedScores(errors, factors, ahead));
  const known = new Map<number, Float64Array>();
  const quantilesAt = (level: number): Float64Array => {
    const found =
      known.get(level) ?? Float64Array.from(scores, (of, ahead) => quantileOf(of, level, { horizon, ahead }));
    known.set(level, found);
    return found;
  };
  return { quantile: (place, ahead, level) => factors[place]! * quantilesAt(level)[ahead]! };
}

/** What an origin counts beside the next newer one. */
const DECAY = 0.5;
/** How many origins of its own outweigh the panel in a series' local scale. */
const PRIOR = 4;

interface Size {
  total: number;
  weight: number;
}

/** Sum of a series' mean absolute errors over the origins, each by its weight. */
function ownSize(origins: readonly (Errors | undefined)[]): Size {
  const size = { total: 0, weight: 0 };
  for (const [origin, errors] of origins.entries()) {
    if (!errors) continue;
    size.total += DECAY ** origin * mean(errors.map(Math.abs));
    size.weight += DECAY ** origin;
  }
  return size;
}

const localFactor = ({ total, weight }: Size, panel: number): number =>
  panel > 0 ? (total + panel * PRIOR) / ((weight + PRIOR) * panel) : 1;

interface Scores {
  /** Ascending. */
  values: Float64Array;
  /** Weight of this score and of all below it. */
  cumulative: Float64Array;
}

function sortedScores(
  errors: readonly (readonly (Errors | undefined)[])[],
  factors: readonly number[],
  ahead: number,
): Scores {
  const scores: { value: number; weight: number }[] = [];
  errors.forEach((origins, place) => {
    for (const [origin, error] of origins.entries()) {
      if (error) scores.push({ value: error[ahead]! / factors[place]!, weight: DECAY ** origin });
    }
  });
  scores.sort((a, b) => a.value - b.value);
  let sum = 0;
  const cumulative = scores.map(({ weight }) => {
    sum += weight;
    return sum;
  });
  return { values: Float64Array.from(scores, ({ value }) => value), cumulative: Float64Array.from(cumulative) };
}

/** With fewer scores than this the tails are not seen, and a normal spread of the same size stands in. */
const ENOUGH = 40;

/**
 * The error to come counts as one more of full weight, beyond the tail in question, so that the interval covers at least as often
 * as it says. Of a handful of scores their mean square is taken; without any, the changes that the scale was made of, growing
 * with the root of the distance.
 */
function quantileOf(
  { values, cumulative }: Scores,
  level: number,
  { horizon, ahead }: { horizon: number; ahead: number },
): number {
  if (values.length < ENOUGH) {
    const squares = values.length > 0 ? mean(values.map((score) => score * score)) : 0.5 + (2 * (ahead + 1)) / horizon;
    return Math.sqrt(squares) * normalQuantile(level);
  }
  const total = cumulative.at(-1)! + 1;
  const place = firstAtLeast(cumulative, level < 0.5 ? level * total - 1 : level * total);
  return values[Math.min(values.length - 1, place)]!;
}

/** Index of the first of ascending values that is not below the limit; their number when all are. */
function firstAtLeast(ascending: Float64Array, limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Quantile of the standard normal distribution, to 4.5e-4.
 *
 * @see Abramowitz, Stegun: Handbook of Mathematical Functions (1964), 26.2.23
 * @example normalQuantile(0.975) // 1.96
 */
export function normalQuantile(level: number): number {
  if (level === 0.5) return 0;
  const t = Math.sqrt(-2 * Math.log(Math.min(level, 1 - level)));
  const numerator = 2.515517 + 0.802853 * t + 0.010328 * t * t;
  const tail = t - numerator / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  return level < 0.5 ? -tail : tail;
}
