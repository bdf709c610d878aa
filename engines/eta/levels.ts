/**
 * Levels at which distributions are kept. Between them lines are straight; from P80 on, and beyond both ends, what is left
 * of the distribution falls off exponentially.
 */
export const LEVELS: readonly number[] = [
  0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99,
];

/** A distribution as its values at `LEVELS`, rising. */
export type Quantiles = Float64Array;

/**
 * Quantiles of a sample: the i-th of n sorted values stands at level (i − ½) / n, straight lines between (Hyndman & Fan
 * 1996, "Sample quantiles in statistical packages", definition 5).
 *
 * @param sample at least one value, in any order
 * @throws RangeError for an empty sample
 * @example valueAt(sampleQuantiles([3, 1, 2]), 0.5) // 2
 */
export function sampleQuantiles(sample: readonly number[]): Quantiles {
  if (sample.length === 0) throw new RangeError('Quantiles of an empty sample were asked for.');
  const sorted = Float64Array.from(sample).sort();
  return Float64Array.from(LEVELS, (level) => {
    const place = Math.min(sorted.length - 1, Math.max(0, level * sorted.length - 0.5));
    const below = Math.floor(place);
    return sorted[below]! + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - sorted[below]!);
  });
}

/**
 * The value below which a share `level` of the distribution lies.
 *
 * @param level in (0, 1)
 * @example valueAt(quantiles, 0.8) // P80
 */
export function valueAt(quantiles: Quantiles, level: number): number {
  const last = LEVELS.length - 1;
  if (level <= LEVELS[0]!) return quantiles[0]! - tailSlope(quantiles, 0, 1) * Math.log(LEVELS[0]! / level);
  if (level >= LEVELS[last]!)
    return quantiles[last]! + tailSlope(quantiles, last, last - 2) * Math.log((1 - LEVELS[last]!) / (1 - level));
  let above = 1;
  while (LEVELS[above]! < level) above++;
  const [from, to] = [LEVELS[above - 1]!, LEVELS[above]!];
  const share =
    from < TAIL ? (level - from) / (to - from) : Math.log((1 - from) / (1 - level)) / Math.log((1 - from) / (1 - to));
  return quantiles[above - 1]! + share * (quantiles[above]! - quantiles[above - 1]!);
}

/** The share of the distribution that lies below a value: the inverse of `valueAt`. */
export function levelOf(quantiles: Quantiles, value: number): number {
  const last = LEVELS.length - 1;
  if (value <= quantiles[0]!) return LEVELS[0]! * Math.exp(-(quantiles[0]! - value) / tailSlope(quantiles, 0, 1));
  if (value >= quantiles[last]!)
    return 1 - (1 - LEVELS[last]!) * Math.exp(-(value - quantiles[last]!) / tailSlope(quantiles, last, last - 2));
  let above = 1;
  while (quantiles[above]! < value) above++;
  const width = quantiles[above]! - quantiles[above - 1]!;
  const share = width > 0 ? (value - quantiles[above - 1]!) / width : 1;
  const [from, to] = [LEVELS[above - 1]!, LEVELS[above]!];
  return from < TAIL ? from + share * (to - from) : 1 - (1 - from) * ((1 - to) / (1 - from)) ** share;
}

const TAIL = 0.8;

/** Growth of the value per e-fold of what is left of the tail; never quite 0, so that tails can be inverted. */
function tailSlope(quantiles: Quantiles, outer: number, inner: number): number {
  const leftOf = (index: number): number => (outer === 0 ? LEVELS[index]! : 1 - LEVELS[index]!);
  const folds = Math.log(leftOf(inner) / leftOf(outer));
  return Math.max(1e-9, Math.abs(quantiles[outer]! - quantiles[inner]!) / folds);
}

/** Averages two distributions level by level (Vincent 1912): between a narrow and a wide one lies one of middling width. */
export const blend = (one: Quantiles, other: Quantiles, shareOfOne: number): Quantiles =>
  one.map((value, index) => shareOfOne * value + (1 - shareOfOne) * other[index]!);
