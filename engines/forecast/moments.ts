/** Arithmetic mean; 0 of nothing. */
export function mean(values: ArrayLike<number>, from = 0, to = values.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return to > from ? sum / (to - from) : 0;
}

/** Population variance, without Bessel's correction. */
export function variance(values: ArrayLike<number>): number {
  const middle = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - middle) ** 2;
  return values.length > 0 ? sum / values.length : 0;
}

/** Size of the figures, to scale them with; 1 where all are zero. */
export function meanAbsolute(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]!);
  return sum > 0 ? sum / values.length : 1;
}

export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Least-squares line through values at 0, 1, 2, …. */
export function lineThrough(values: ArrayLike<number>, count = values.length): { intercept: number; slope: number } {
  const centre = (count - 1) / 2;
  const middle = mean(values, 0, count);
  let products = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    products += (i - centre) * (values[i]! - middle);
    squares += (i - centre) ** 2;
  }
  const slope = squares > 0 ? products / squares : 0;
  return { intercept: middle - slope * centre, slope };
}

export const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value;

/** Smallest figure; Infinity of nothing. */
export function least(values: ArrayLike<number>): number {
  let low = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i]! < low) low = values[i]!;
  return low;
}
