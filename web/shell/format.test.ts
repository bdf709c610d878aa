import { expect, test } from 'vitest';
import { makeFormat } from './format.ts';

const english = makeFormat('en-GB', 'CW');
const german = makeFormat('de-DE', 'KW');

test('quantities and days are written as the language writes them', () => {
  expect(english.quantity(1234.5)).toBe('1,234.5');
  expect(german.quantity(1234.5)).toBe('1.234,5');
  expect(german.signed(-12)).toBe('-12');
  expect(english.signed(12)).toBe('+12');
  expect(english.day('2026-11-23')).toBe('23 Nov 2026');
  expect(german.week('2026-11-23')).toBe('KW 48');
});

test('a distance of more than a day counts midnights, not times of 24 hours', () => {
  const sundayAfternoon = new Date(2026, 10, 22, 16).getTime();
  const tuesdayMorning = new Date(2026, 10, 24, 1).getTime();
  expect(english.distance(tuesdayMorning, sundayAfternoon)).toBe('in 2 days');
});

test('a distance within a day is told in hours and minutes', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  expect(english.distance('2026-11-22T13:30:00Z', now)).toBe('in 3 hr');
  expect(english.distance('2026-11-22T09:48:00Z', now)).toBe('12 min ago');
});

test('what is known to the day is told in days, whatever the hour', () => {
  expect(english.daysAway('2026-11-22', new Date(2026, 10, 22, 16).getTime())).toBe('today');
  expect(english.daysAway('2026-11-24', new Date(2026, 10, 22, 23).getTime())).toBe('in 2 days');
  expect(german.daysAway('2026-11-21', new Date(2026, 10, 22, 1).getTime())).toBe('gestern');
});
