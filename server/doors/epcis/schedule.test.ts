import { expect, test } from 'vitest';
import { nextTime, type Schedule } from './schedule.ts';

const NOW = Date.parse('2026-03-02T06:00:00.000Z'); // a Monday

test.each<[string, Schedule, string | undefined]>([
  ['every minute', { second: '0' }, '2026-03-02T06:01:00.000Z'],
  ['every ten seconds', { second: '0,10,20,30,40,50' }, '2026-03-02T06:00:10.000Z'],
  ['at five past one', { hour: '1', minute: '5' }, '2026-03-03T01:05:00.000Z'],
  ['at noon', { hour: '12' }, '2026-03-02T12:00:00.000Z'],
  ['on the hour at work', { minute: '0', hour: '[8-17]', dayOfWeek: '[1-5]' }, '2026-03-02T08:00:00.000Z'],
  ['on Sundays', { dayOfWeek: '7' }, '2026-03-08T00:00:00.000Z'],
  ['on a leap day', { dayOfMonth: '29', month: '2' }, '2028-02-29T00:00:00.000Z'],
  ['never', { dayOfMonth: '31', month: '2' }, undefined],
])('%s', (_, schedule, expected) => {
  const next = nextTime(schedule, NOW);
  expect(next === undefined ? undefined : new Date(next).toISOString()).toBe(expected);
});

test.each<Schedule>([{}, { hour: '24' }, { minute: 'five' }, { second: '[9-3]' }])('%j is refused', (schedule) => {
  expect(() => nextTime(schedule, NOW)).toThrow(/must be numbers|names no time/);
});
