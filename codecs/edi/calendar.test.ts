import { expect, test } from 'vitest';
import { dayNumber, nameOf, numberOf, weekdayOf } from './calendar.ts';

test('every day from 1900 to 2200 has the number, the name and the weekday that the platform gives it', () => {
  for (let number = dayNumber(1900, 1, 1); number < dayNumber(2200, 1, 1); number++) {
    const date = new Date(number * 86_400_000);
    const name = date.toISOString().slice(0, 10);
    expect([nameOf(number), numberOf(name), weekdayOf(number)]).toEqual([name, number, date.getUTCDay() || 7]);
  }
});

test.each<[number, number, number, string]>([
  [1970, 1, 1, '1970-01-01'],
  [2000, 2, 29, '2000-02-29'],
  [2100, 3, 1, '2100-03-01'],
  [1, 1, 1, '0001-01-01'],
])('%i-%i-%i is %s', (year, month, day, name) => {
  expect(nameOf(dayNumber(year, month, day))).toBe(name);
});
