import { expect, test } from 'vitest';
import { normalQuantile, safetyStock } from './safety-stock.ts';

test.each([
  [0.9, 1.2816],
  [0.95, 1.6449],
  [0.975, 1.96],
  [0.99, 2.3263],
  [0.999, 3.0902],
])('the quantile %d of the normal distribution is %d, as the tables say', (level, z) => {
  expect(normalQuantile(level)).toBeCloseTo(z, 3);
});

const input = {
  serviceLevel: 0.95,
  demandPerDay: { mean: 100, deviation: 20 },
  leadTimeDays: { mean: 4, deviation: 0 },
};

test('with a certain lead time it is z times the deviation of the demand over it', () => {
  expect(safetyStock(input)).toBeCloseTo(1.6449 * 20 * 2, 2);
});

test('with a certain demand it is z times the demand of the deviation of the lead time', () => {
  const certain = { ...input, demandPerDay: { mean: 100, deviation: 0 }, leadTimeDays: { mean: 4, deviation: 1.5 } };
  expect(safetyStock(certain)).toBeCloseTo(1.6449 * 150, 1);
});

test('both together weigh as the root of their squares', () => {
  const both = { ...input, leadTimeDays: { mean: 4, deviation: 0.3 } };
  expect(safetyStock(both)).toBeCloseTo(1.6449 * Math.hypot(40, 30), 2);
});

test.each([
  ['a level of one', { serviceLevel: 1 }],
  ['a level of a half', { serviceLevel: 0.5 }],
  ['a negative demand', { demandPerDay: { mean: -1, deviation: 0 } }],
])('%s is refused', (_, change) => {
  expect(() => safetyStock({ ...input, ...change })).toThrow(RangeError);
});
