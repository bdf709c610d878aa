import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelCapacity } from './level-capacity.ts';

const level = (load: number[], capacity: number[], aheadBuckets: number) => {
  const { made, stock, short } = levelCapacity({
    load: Float64Array.from(load),
    capacity: Float64Array.from(capacity),
    aheadBuckets,
  });
  return { made: [...made], stock: [...stock], short: [...short] };
};

test('what a bucket cannot make is made in the nearest one before it that has room', () => {
  expect(level([2, 6, 15], [10, 10, 10], 2)).toEqual({ made: [3, 10, 10], stock: [1, 5, 0], short: [0, 0, 0] });
});

test('no earlier than allowed, and the rest is short', () => {
  expect(level([0, 8, 15], [10, 10, 10], 1)).toEqual({ made: [0, 10, 10], stock: [0, 2, 0], short: [0, 0, 3] });
  expect(level([0, 15], [10, 10], 0)).toEqual({ made: [0, 10], stock: [0, 0], short: [0, 5] });
});

test('two lists that do not fit are refused', () => {
  expect(() => level([1], [1, 2], 0)).toThrow('load has 1 buckets');
});

test('everything needed is made or short, nothing is made beyond capacity, and more room ahead never leaves more short', () => {
  const list = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(list, fc.integer({ min: 0, max: 6 }), (pairs, ahead) => {
      const [load, capacity] = [pairs.map(([l]) => l), pairs.map(([, c]) => c)];
      const { made, stock, short } = level(load, capacity, ahead);
      const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(made) + sum(short)).toBe(sum(load));
      expect(made.every((quantity, i) => quantity <= capacity[i]!)).toBe(true);
      expect(stock.every((quantity) => quantity >= 0)).toBe(true);
      expect(sum(level(load, capacity, ahead + 1).short)).toBeLessThanOrEqual(sum(short));
    }),
    { seed: 7, numRuns: 300 },
  );
});
