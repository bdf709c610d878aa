import type { Weekday } from './network.ts';

/** Weekdays on which something happens, as bits: Monday 1, Tuesday 2, Wednesday 4 … */
export type Pattern = number;

export const patternOf = (weekdays: readonly number[]): Pattern =>
  weekdays.reduce((bits, weekday) => bits | (1 << (weekday - 1)), 0);

export const weekdaysOf = (pattern: Pattern): Weekday[] =>
  ([1, 2, 3, 4, 5, 6, 7] as const).filter((weekday) => pattern & (1 << (weekday - 1)));

/**
 * Working days that have passed since the pick-up before, for each weekday of a pattern; the week goes round. What a
 * supplier makes evenly is then `gap / working days` of its week.
 *
 * @example gapsOf(patternOf([1, 4]), [1, 2, 3, 4, 5]) // [2, 3]: on Monday Thursday's and Friday's goods, on Thursday the rest
 */
export function gapsOf(pattern: Pattern, working: readonly Weekday[]): number[] {
  const at = working.flatMap((weekday, i) => (pattern & (1 << (weekday - 1)) ? [i] : []));
  return at.map((day, i) => {
    const before = i > 0 ? at[i - 1]! : at.at(-1)! - working.length;
    return day - before;
  });
}

/**
 * The patterns with so many pick-ups a week that spread them best: least sum of squared gaps. Empty where the week has
 * not so many working days.
 */
export function evenPatterns(frequency: number, working: readonly Weekday[]): Pattern[] {
  const all: { pattern: Pattern; unevenness: number }[] = [];
  for (let chosen = 1; chosen < 1 << working.length; chosen++) {
    const weekdays = working.filter((_, i) => chosen & (1 << i));
    if (weekdays.length !== frequency) continue;
    const pattern = patternOf(weekdays);
    all.push({ pattern, unevenness: squares(gapsOf(pattern, working)) });
  }
  const least = Math.min(...all.map(({ unevenness }) => unevenness));
  return all.filter(({ unevenness }) => unevenness === least).map(({ pattern }) => pattern);
}

export const squares = (gaps: readonly number[]): number => gaps.reduce((sum, gap) => sum + gap * gap, 0);
