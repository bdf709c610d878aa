import { expect, test } from 'vitest';
import { addDays, daysBetween, isoWeekday, isoWeekOf, isWeekend, weekKey } from './days.ts';

test.each([
  // ISO 8601-1, 5.5.3.3 and the well-known edges of the calendar year.
  ['2026-01-01', '2026-W01'],
  ['2026-12-31', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2021-01-03', '2020-W53'],
  ['2026-11-23', '2026-W48'],
])('%s lies in ISO week %s', (day, key) => {
  expect(weekKey(isoWeekOf(day))).toBe(key);
});

test('days are added across a month, a leap day and a change to summer time', () => {
  expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
});

test('Monday is the first day of the week and Saturday begins the weekend', () => {
  expect(isoWeekday('2026-11-23')).toBe(1);
  expect(isoWeekday('2026-11-29')).toBe(7);
  expect([isWeekend('2026-11-27'), isWeekend('2026-11-28')]).toEqual([false, true]);
});
