import { expect, test } from 'vitest';
import { massDistanceShares, shapleyShares, standAloneShares } from './fair-shares.ts';

const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);

test('stand-alone shares keep the proportions of going alone', () => {
  expect(standAloneShares(90, [60, 40, 20])).toEqual([45, 30, 15]);
  expect(standAloneShares(90, [0, 0, 0])).toEqual([30, 30, 30]);
});

test('mass times distance does not ask for the order of the stops', () => {
  const parts = [1000, 3000].map((massKg) => ({ massKg, directMeters: 100 }));
  expect(massDistanceShares(100, parts)).toEqual([25, 75]);
  expect(massDistanceShares(100, parts.toReversed())).toEqual([75, 25]);
});

/** The airport game of Littlechild and Owen (Management Science 20, 1973): the longest runway wanted is paid for. */
const airport =
  (lengths: number[]) =>
  (members: readonly number[]): number =>
    Math.max(0, ...members.map((i) => lengths[i]!));
/** Their answer: each stretch is shared by those who use it. */
function littlechildOwen(lengths: number[]): number[] {
  const sorted = lengths.toSorted((a, b) => a - b);
  return lengths.map((length) =>
    sorted.reduce(
      (share, end, i) => share + (end <= length ? (end - (sorted[i - 1] ?? 0)) / (sorted.length - i) : 0),
      0,
    ),
  );
}

test.each([
  ['three', [12, 28, 30]],
  ['one', [7]],
  ['nobody', []],
  ['twelve', [5, 9, 12, 20, 22, 31, 40, 41, 55, 56, 70, 90]],
])('the airport game of %s is shared as published', (_, lengths) => {
  const shares = shapleyShares(lengths.length, airport(lengths));
  for (const [i, share] of littlechildOwen(lengths).entries()) expect(shares[i]).toBeCloseTo(share, 9);
});

test('beyond twelve the sampled shares are near the exact ones, sum to the total and repeat', () => {
  const lengths = Array.from({ length: 15 }, (_, i) => 10 + 6 * i);
  const shares = shapleyShares(15, airport(lengths), { seed: 4 });
  expect(sum(shares)).toBeCloseTo(94, 9);
  for (const [i, share] of littlechildOwen(lengths).entries()) expect(Math.abs(shares[i]! - share)).toBeLessThan(1.5);
  expect(shapleyShares(15, airport(lengths), { seed: 4 })).toEqual(shares);
});

test('a number of partners that is none is refused', () => {
  expect(() => shapleyShares(-1, () => 0)).toThrow(RangeError);
});
