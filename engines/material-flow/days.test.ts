import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addWorkingDays, dayNumber, daysBetween, isoDay, isoWeekday, workingCalendar } from './days.ts';

describe('a calendar day', () => {
  test.each([
    ['1970-01-01', 0, 4],
    ['1969-12-31', -1, 3],
    ['2000-02-29', 11_016, 2],
    ['2026-11-22', 20_779, 7],
  ])('%s is day %i and ISO weekday %i', (day, number, weekday) => {
    expect([dayNumber(day), isoDay(number), isoWeekday(number)]).toEqual([number, day, weekday]);
  });

  test('agrees with the platform calendar on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const date = new Date(number * 86_400_000);
        expect(isoDay(number)).toBe(date.toISOString().slice(0, 10));
        expect(dayNumber(isoDay(number))).toBe(number);
        expect(isoWeekday(number) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  test.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', ''])('refuses "%s"', (day) => {
    expect(() => dayNumber(day)).toThrow(RangeError);
  });

  test('is added to across the end of a leap February', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });
});

describe('working days', () => {
  const german = workingCalendar({ holidays: ['2026-12-25'] });
  test.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s plus %i is %s', (day, count, expected) => {
    expect(addWorkingDays(day, count, german)).toBe(expected);
  });

  test('may include Saturday', () => {
    expect(addWorkingDays('2026-11-20', 1, workingCalendar({ workingWeekdays: [1, 2, 3, 4, 5, 6] }))).toBe(
      '2026-11-21',
    );
  });

  test('end even when every day of a year is a holiday', () => {
    const holidays = Array.from({ length: 366 }, (_, index) => addDays('2026-01-01', index));
    expect(addWorkingDays('2025-12-31', 1, workingCalendar({ holidays }))).toBe('2027-01-04');
  });
});
