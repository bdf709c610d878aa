import { describe, expect, test } from 'vitest';
import { bucketGrid, bucketOf } from './bucket-grid.ts';
import { readyBy, transportPattern } from './transport-pattern.ts';

const week = bucketGrid({ startMs: 0, days: 7 });

describe('a horizon', () => {
  const grid = bucketGrid({ startMs: Date.UTC(2026, 10, 23, 6), hours: 24, days: 2, weeks: 1 });
  test('of hours, then days, then weeks', () => {
    expect([grid.buckets, ...grid.startHours.slice(22)]).toEqual([27, 22, 23, 24, 48, 72, 240]);
  });
  test.each([
    ['2026-11-23T05:59:59Z', -1],
    ['2026-11-23T06:00:00Z', 0],
    ['2026-11-24T05:30:00Z', 23],
    ['2026-11-24T06:00:00Z', 24],
    ['2026-11-26T05:59:59Z', 25],
    ['2026-12-03T05:59:59Z', 26],
    ['2026-12-03T06:00:00Z', 27],
  ])('%s lies in bucket %i', (moment, bucket) => {
    expect(bucketOf(grid, Date.parse(moment))).toBe(bucket);
  });
  test.each([[{}], [{ days: -1 }], [{ hours: 1.5 }]])('of %j is refused', (cut) => {
    expect(() => bucketGrid({ startMs: 0, ...cut })).toThrow(RangeError);
  });
});

describe('what has arrived of a lane', () => {
  test.each([
    ['at once', { leadTimeHours: 0 }, [0, 1, 2, 3, 4, 5, 6]],
    ['two days later', { leadTimeHours: 48 }, [-1, -1, 0, 1, 2, 3, 4]],
    [
      'part of a day later counts for the next day only when it ends there',
      { leadTimeHours: 12 },
      [0, 1, 2, 3, 4, 5, 6],
    ],
    ['with the lorry of day 1 or 4', { leadTimeHours: 24, departures: [0, 1, 0, 0, 1, 0, 0] }, [-1, -1, 1, 1, 1, 4, 4]],
    [
      'never, without a departure',
      { leadTimeHours: 0, departures: [0, 0, 0, 0, 0, 0, 0] },
      [-1, -1, -1, -1, -1, -1, -1],
    ],
  ])('comes %s', (_, lane, expected) => {
    expect([...transportPattern(week, lane)]).toEqual(expected);
  });

  test('over buckets of unequal length comes in the bucket in which its hour lies', () => {
    const grid = bucketGrid({ startMs: 0, hours: 4, days: 2 });
    expect([...transportPattern(grid, { leadTimeHours: 2 })]).toEqual([-1, -1, 0, 1, 4, 5]);
  });

  test.each([
    [3, 1],
    [1, 0],
    [99, 4],
  ])('due in bucket %i must be ready in bucket %i', (due, ready) => {
    expect(readyBy(transportPattern(week, { leadTimeHours: 48 }), due)).toBe(ready);
  });

  test.each([[{ leadTimeHours: -1 }], [{ leadTimeHours: 1, departures: [1] }]])('refuses %j', (lane) => {
    expect(() => transportPattern(week, lane)).toThrow(RangeError);
  });
});
