import { describe, expect, test } from 'vitest';
import { type Booking, freeBay, nextFree } from './dock-rules.ts';

const at = (clock: string): number => Date.parse(`2026-03-04T${clock}:00.000Z`);
const booked = (bay: number, from: string, to: string): Booking => ({ tour: 't', bay, from: at(from), to: at(to) });
const two = [booked(1, '08:00', '09:00'), booked(2, '08:30', '09:15')];

describe('with two bays, one taken from 8:00 to 9:00 and the other from 8:30 to 9:15', () => {
  test.each([
    ['08:00', '08:30', undefined, 2],
    ['08:15', '08:45', undefined, undefined],
    ['08:00', '08:30', 1, undefined],
    ['09:00', '09:30', undefined, 1],
    ['09:00', '09:30', 2, undefined],
    ['07:30', '08:00', 1, 1],
  ] as const)('from %s to %s at bay %s there is bay %s', (from, to, bay, free) => {
    expect(freeBay(two, { from: at(from), to: at(to), ...(bay && { bay }) }, 2)).toBe(free);
  });

  test.each([
    ['08:15', '08:45', '09:00', 1],
    ['08:00', '08:30', '08:00', 2],
    ['08:00', '08:40', '09:00', 1],
    ['07:00', '07:30', '07:00', 1],
  ] as const)('what is wanted from %s to %s is free from %s at bay %s', (from, to, next, bay) => {
    expect(nextFree(two, { from: at(from), to: at(to) }, 2)).toEqual({ from: at(next), bay });
  });
});

test('the next free slot has room for all of its time, not for its beginning alone', () => {
  const one = [booked(1, '08:00', '09:00'), booked(1, '09:20', '10:00')];
  expect(nextFree(one, { from: at('08:30'), to: at('09:00') }, 1)).toEqual({ from: at('10:00'), bay: 1 });
});
