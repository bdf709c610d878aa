import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenElapsed } from './given-elapsed.ts';
import { blend, LEVELS, levelOf, sampleQuantiles, valueAt } from './levels.ts';

const samples = fc.array(fc.double({ min: 0.1, max: 500, noNaN: true }), { minLength: 1, maxLength: 60 });
/** Exponential with a mean of ten hours: what is left of it never depends on how long it has lasted. */
const exponential = Float64Array.from(LEVELS, (level) => -10 * Math.log(1 - level));

describe('quantiles', () => {
  test('of a small sample are those of definition 5, by hand', () => {
    const quantiles = sampleQuantiles([40, 10, 30, 20]);
    expect([0.1, 0.5, 0.7, 0.8].map((level) => valueAt(quantiles, level))).toEqual([10, 25, 33, expect.closeTo(37, 9)]);
  });

  test('rise, and their levels are found again', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0.005, max: 0.995, noNaN: true }), (sample, level) => {
        const quantiles = sampleQuantiles(sample);
        const value = valueAt(quantiles, level);
        expect(valueAt(quantiles, levelOf(quantiles, value))).toBeCloseTo(value, 4);
        expect(valueAt(quantiles, Math.min(0.999, level + 0.004))).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  test('go on beyond the last level as an exponential does', () => {
    expect(valueAt(exponential, 0.999)).toBeCloseTo(-10 * Math.log(0.001), 6);
    expect(levelOf(exponential, -10 * Math.log(0.001))).toBeCloseTo(0.999, 9);
  });

  test('of two distributions lie between them', () => {
    expect([...blend(Float64Array.of(0, 4), Float64Array.of(8, 8), 0.25)]).toEqual([6, 7]);
  });

  test('of nothing are refused', () => {
    expect(() => sampleQuantiles([])).toThrow(RangeError);
  });
});

describe('what is left once some time has passed', () => {
  test('is the same as before where the distribution has no memory', () => {
    for (const level of [0.5, 0.8])
      expect(valueAt(givenElapsed(exponential, 30), level)).toBeCloseTo(valueAt(exponential, level), 0);
  });

  test('is what the sample’s survivors have left', () => {
    const sample = Array.from({ length: 2000 }, (_, i) => 5 + 20 * ((i + 0.5) / 2000) ** 2);
    const survivors = sample.filter((hours) => hours > 12).map((hours) => hours - 12);
    const left = givenElapsed(sampleQuantiles(sample), 12);
    for (const level of [0.5, 0.8, 0.95])
      expect(valueAt(left, level)).toBeCloseTo(valueAt(sampleQuantiles(survivors), level), 0);
  });

  test('is never negative, however long it has lasted', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0, max: 5000, noNaN: true }), (sample, elapsed) => {
        expect(givenElapsed(sampleQuantiles(sample), elapsed).every((hours) => hours >= 0)).toBe(true);
      }),
    );
  });
});
