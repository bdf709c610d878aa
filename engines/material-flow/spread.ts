import { isoWeekday, isWorkingDay, type WorkingCalendar } from './days.ts';

/**
 * Adds `quantity` to `target`, spread evenly over the working days `from` … `to` (day numbers; index 0 of `target` is
 * day `start`). Shares are whole numbers by largest remainder, ties to the earlier day, so that pieces stay pieces and
 * the sum is exact; a fraction of a piece (kilograms, metres) goes to the first day. A range without a working day
 * falls on its first day. What lies outside `target` is not added, but counts in the division.
 *
 * @example 7 over Monday … Friday → 2, 2, 1, 1, 1
 */
export function spreadOver(
  target: Float64Array,
  start: number,
  range: { from: number; to: number; quantity: number },
  calendar: WorkingCalendar,
): void {
  const workingDays = countWorkingDays(range.from, range.to, calendar);
  if (workingDays === 0) {
    addAt(target, range.from - start, range.quantity);
    return;
  }
  const first = Math.max(range.from, start);
  const last = Math.min(range.to, start + target.length - 1);
  const shareOf = wholeShares(range.quantity, workingDays);
  let ordinal = countWorkingDays(range.from, first - 1, calendar);
  for (let day = first; day <= last; day++) {
    if (isWorkingDay(day, calendar)) addAt(target, day - start, shareOf(ordinal++));
  }
}

/** Adds on one day, unless the day lies outside the array. */
export function addAt(target: Float64Array, index: number, quantity: number): void {
  if (index >= 0 && index < target.length) target[index]! += quantity;
}

/** The share of the n-th of `count` days. */
function wholeShares(quantity: number, count: number): (ordinal: number) => number {
  const whole = Math.trunc(quantity);
  const share = Math.trunc(whole / count);
  const larger = Math.abs(whole - share * count);
  const fraction = quantity - whole;
  return (ordinal) => share + (ordinal < larger ? Math.sign(whole) : 0) + (ordinal === 0 ? fraction : 0);
}

/** Whole weeks are multiplied, not walked: a partner may call off over years. */
function countWorkingDays(from: number, to: number, calendar: WorkingCalendar): number {
  if (to < from) return 0;
  const weeks = Math.floor((to - from + 1) / 7);
  let count = weeks * calendar.weekdays.reduce((sum, works) => sum + works, 0);
  for (let day = from + weeks * 7; day <= to; day++) count += calendar.weekdays[isoWeekday(day)]!;
  for (const day of calendar.holidays) if (day >= from && day <= to) count -= calendar.weekdays[isoWeekday(day)]!;
  return count;
}
