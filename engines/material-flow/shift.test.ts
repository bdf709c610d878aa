import { describe, expect, test } from 'vitest';
import { firstShiftOn, shiftOf } from './shift.ts';

describe('the shift of a moment in Leipzig', () => {
  test.each([
    ['late morning', '2026-11-23T09:30:00.000Z', '2026-11-23T05:00:00.000Z'],
    ['on the very start', '2026-11-23T13:00:00.000Z', '2026-11-23T13:00:00.000Z'],
    ['a minute before the start', '2026-11-23T12:59:59.999Z', '2026-11-23T05:00:00.000Z'],
    ['before midnight', '2026-11-23T22:30:00.000Z', '2026-11-23T21:00:00.000Z'],
    ['after midnight', '2026-11-23T02:00:00.000Z', '2026-11-22T21:00:00.000Z'],
    ['in summer', '2026-07-01T09:30:00.000Z', '2026-07-01T04:00:00.000Z'],
    ['in the night in which clocks go forward', '2026-03-29T03:30:00.000Z', '2026-03-28T21:00:00.000Z'],
    ['in the night in which clocks go back', '2026-10-25T04:30:00.000Z', '2026-10-24T20:00:00.000Z'],
  ])('%s: %s began at %s', (_, instant, start) => {
    expect(shiftOf(instant, 'Europe/Berlin')).toBe(start);
  });

  test('is another one in Shanghai', () => {
    expect(shiftOf('2026-11-23T09:30:00.000Z', 'Asia/Shanghai')).toBe('2026-11-23T06:00:00.000Z');
  });

  test('refuses what is no instant', () => {
    expect(() => shiftOf('tomorrow', 'Europe/Berlin')).toThrow(RangeError);
  });
});

test.each([
  ['Leipzig in winter', 'Europe/Berlin', '2026-11-23T05:00:00.000Z'],
  ['Shanghai', 'Asia/Shanghai', '2026-11-22T22:00:00.000Z'],
  ['Detroit', 'America/Detroit', '2026-11-23T11:00:00.000Z'],
])('a day in %s begins with the shift at 06:00 there', (_, timeZone, moment) => {
  expect(firstShiftOn('2026-11-23', timeZone)).toBe(moment);
});
