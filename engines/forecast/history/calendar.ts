/**
 * Demand per working day: what a week with a holiday called off is no sign of falling demand. A bucket without working days has no
 * rate and is null, to be filled as a gap; what was called off in it all the same goes to the next bucket that has days.
 *
 * @param values pieces per bucket
 * @param workingDays of the receiving site per bucket
 * @returns pieces per working day
 * @see Hyndman, Athanasopoulos: Forecasting, Principles and Practice, 3rd ed., § 3.1, calendar adjustments
 * @example perWorkingDay(Float64Array.of(50, 40), Float64Array.of(5, 4)) // 10, 10
 */
export function perWorkingDay(values: Float64Array, workingDays: Float64Array): (number | null)[] {
  let carried = 0;
  return Array.from(values, (value, bucket) => {
    const days = workingDays[bucket]!;
    if (days <= 0) {
      carried += value;
      return null;
    }
    const rate = (value + carried) / days;
    carried = 0;
    return rate;
  });
}

/**
 * The way back: a rate per working day times the days of each bucket ahead. A closed bucket gets nothing.
 *
 * @example ontoWorkingDays(Float64Array.of(10, 10), Float64Array.of(5, 0)) // 50, 0
 */
export const ontoWorkingDays = (rates: Float64Array, workingDays: Float64Array): Float64Array =>
  rates.map((rate, bucket) => rate * workingDays[bucket]!);
