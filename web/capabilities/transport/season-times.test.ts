import { expect, test } from 'vitest';
import { clockOf, weekdayName } from './season-times.ts';

test.each([
  [0, '00:00'],
  [19_800, '05:30'],
  [86_399, '23:59'],
  [86_400 + 3600, '01:00 +1'],
  [3 * 86_400, '00:00 +3'],
])('%d s after midnight are %s', (seconds, clock) => expect(clockOf(seconds)).toBe(clock));

test('weekdays have the names of the language', () => {
  expect([1, 7].map((weekday) => weekdayName('en', weekday))).toEqual(['Mon', 'Sun']);
  expect(weekdayName('de', 3)).toBe('Mi');
});
