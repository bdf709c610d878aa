import { describe, expect, test } from 'vitest';
import { greatCircleKm } from '../../capabilities/visibility/index.ts';
import { crossings } from './geofence.ts';
import { type Fix, judgeFix, markInstant, markSensor, type Trail } from './plausibility.ts';

const MINUTE = 60_000;
const fix = (minute: number, longitude: number, latitude = 50): Fix => ({ at: minute * MINUTE, longitude, latitude });
/** The marks of fixes that come one after the other. */
const marksOf = (...fixes: Fix[]) => {
  let trail: Trail = {};
  return fixes.map((one) => {
    const { mark, trail: next } = judgeFix(trail, one);
    trail = next;
    return mark;
  });
};

describe('a fix', () => {
  test.each([
    ['that follows the one before it', [fix(0, 10), fix(10, 10.1)], [undefined, undefined]],
    [
      'at 0/0 is a receiver without a fix',
      [fix(0, 10), { ...fix(1, 0.001), latitude: 0.001 }],
      [undefined, 'null-island'],
    ],
    ['from before the latest is late', [fix(10, 10), fix(5, 9.9)], [undefined, 'late']],
    ['at the instant of the latest is late', [fix(10, 10), fix(10, 10)], [undefined, 'late']],
    ['700 km away a minute later is a jump', [fix(0, 10), fix(1, 20)], [undefined, 'teleport']],
    [
      'after a jump that goes on from before it',
      [fix(0, 10), fix(1, 20), fix(2, 10.01)],
      [undefined, 'teleport', undefined],
    ],
    [
      'that agrees with the jump shows that the old place was wrong',
      [fix(0, 10), fix(1, 20), fix(2, 20.01)],
      [undefined, 'teleport', undefined],
    ],
    [
      'that jumps anew is doubted anew',
      [fix(0, 10), fix(1, 20), fix(2, 30), fix(3, 10)],
      [undefined, 'teleport', 'teleport', undefined],
    ],
  ])('%s', (_, fixes, marks) => {
    expect(marksOf(...fixes)).toEqual(marks);
  });

  test('that was doubted moves nothing until the next agrees', () => {
    const { trail } = judgeFix({ last: fix(0, 10) }, fix(1, 20));
    expect(trail).toEqual({ last: fix(0, 10), doubted: fix(1, 20) });
  });
});

test.each([
  ['temperatureC', -20, undefined],
  ['temperatureC', 451, 'out-of-range'],
  ['humidityPercent', 101, 'out-of-range'],
  ['shockG', -1, 'out-of-range'],
  ['door', 1, undefined],
] as const)('a reading of %s %d is marked %s', (kind, value, mark) => {
  expect(markSensor(kind, value)).toBe(mark);
});

test('a clock may run ahead an hour and no more', () => {
  expect([markInstant(60 * MINUTE, 0), markInstant(61 * MINUTE, 0)]).toEqual([undefined, 'clock-ahead']);
});

test('one degree of latitude is 111.195 km on the mean earth radius', () => {
  expect(greatCircleKm({ longitude: 8, latitude: 48 }, { longitude: 8, latitude: 49 })).toBeCloseTo(111.195, 2);
});

describe('a geofence', () => {
  const from = { longitude: 8, latitude: 48 };
  const to = { longitude: 9, latitude: 48 };
  const north = (metres: number, place = from) => ({ ...place, latitude: place.latitude + metres / 111_195 });
  const way = { from, to, departed: false, arrived: false };
  test.each([
    ['within the origin', way, north(400), []],
    ['between both circles of the origin', way, north(700), []],
    ['beyond the origin', way, north(800), ['departed']],
    ['under way after departure', { ...way, departed: true }, north(9000), []],
    ['at the destination', { ...way, departed: true }, north(400, to), ['arrived']],
    ['at the destination, first heard of there', way, north(400, to), ['departed', 'arrived']],
    ['at the destination again', { ...way, departed: true, arrived: true }, to, []],
    ['at a site without coordinates', { departed: false, arrived: false }, to, []],
  ])('%s', (_, fences, place, passages) => {
    expect(crossings(fences, place)).toEqual(passages);
  });
});
