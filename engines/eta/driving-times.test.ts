import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockHoursFor, type DriverState, wheelHoursIn } from './driving-times.ts';

describe('Regulation (EC) No 561/2006, by hand', () => {
  test.each<[string, number, DriverState, number]>([
    ['up to four and a half hours without a break', 4.5, {}, 4.5],
    ['a day of nine hours with one break of 45 minutes', 9, {}, 9.75],
    ['the hour after that the next morning', 10, {}, 9.75 + 11 + 1],
    ['a break at once for who has driven four and a half hours', 1, { sinceBreakHours: 4.5 }, 1.75],
    ['a rest at once for who has driven nine', 1, { sinceDailyRestHours: 9 }, 12],
    ['a rest once the day of thirteen hours is over, driven or not', 3, { dutyHours: 12 }, 1 + 11 + 2],
    [
      'a weekly rest once six days are over',
      3,
      { sinceWeeklyRestHours: 143, dutyHours: 0, sinceDailyRestHours: 0 },
      1 + 45 + 2,
    ],
    ['the week’s end for who has driven 56 hours', 1, { thisWeekHours: 56, weekClockHours: 120 }, 48 + 1],
    [
      'the week’s end for who has driven 90 hours in two weeks',
      1,
      { thisWeekHours: 40, lastWeekHours: 50, weekClockHours: 100 },
      68 + 1,
    ],
    ['nothing for no drive', 0, { sinceBreakHours: 4.5 }, 0],
  ])('asks for %s', (_, drivingHours, state, clockHours) => {
    expect(clockHoursFor(drivingHours, state)).toBeCloseTo(clockHours, 6);
  });

  test('six days of nine hours end before the weekly rest', () => {
    expect(clockHoursFor(54)).toBeCloseTo(6 * 9.75 + 5 * 11, 6);
  });

  test.each([-1, Number.NaN, 1e9])('refuses a drive of %d hours', (hours) => {
    expect(() => clockHoursFor(hours)).toThrow(RangeError);
  });
});

test('more to drive never arrives earlier, and no clock runs slower than the wheel', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 150, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (drive, more) => {
        expect(clockHoursFor(drive)).toBeGreaterThanOrEqual(drive - 1e-6);
        expect(clockHoursFor(drive + more)).toBeGreaterThanOrEqual(clockHoursFor(drive) + more - 1e-6);
      },
    ),
  );
});

test('hours at the wheel are found back from the hours on the way', () => {
  for (const wheel of [0, 3, 4.5, 9, 10, 30, 70]) expect(wheelHoursIn(clockHoursFor(wheel))).toBeCloseTo(wheel, 6);
  // Within the night's rest no more was driven than before it.
  expect(wheelHoursIn(15)).toBeCloseTo(9, 6);
  expect(() => wheelHoursIn(-1)).toThrow(RangeError);
});
