import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { History } from './model.ts';
import { MODELS, modelNamed } from './models.ts';

/** A small generator of its own, so that the same seed makes the same panel everywhere. */
function madeUp(seed: number, { count, length }: { count: number; length: number }): History[] {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, (_, part) => {
    const [level, slope] = [50 + 100 * next(), next() - 0.3];
    const season = Array.from({ length: 12 }, () => 20 * next());
    const values = Float64Array.from({ length }, (_unused, t) => level + slope * t + season[t % 12]! + 10 * next());
    return { id: `P${part}`, values, period: 12 };
  });
}

const panel = madeUp(1, { count: 6, length: 150 });
const gaps: History[] = panel.map((history) => ({
  ...history,
  values: history.values.map((value, t) => ((t * 7) % 5 < 3 ? 0 : Math.round(value))),
}));

describe.each(MODELS.map((model) => [model.name, model] as const))('%s', (_name, model) => {
  const given = model.demand === 'smooth' ? panel : gaps;

  test('forecasts every bucket of the horizon, finitely, near what it has seen', () => {
    const trained = model.train(given, 7);
    for (const history of given) {
      const { points } = trained.forecast(history)!;
      expect(points).toHaveLength(7);
      for (const point of points) expect(Math.abs(point)).toBeLessThan(3 * Math.max(...history.values));
    }
  });

  test('says the same for the same', () => {
    const [first, second] = [1, 2].map(() => model.train(given, 5).forecast(given[0]!));
    expect(second!.points).toEqual(first!.points);
  });

  test('does not touch what it is given', () => {
    const copy = given.map(({ values }) => values.slice());
    const trained = model.train(given, 5);
    for (const history of given) trained.forecast(history);
    expect(given.map(({ values }) => values)).toEqual(copy);
  });

  test('names the series that it learned from, if it is pooled', () => {
    const { learnedFrom } = model.train(given, 5);
    expect([...learnedFrom].sort()).toEqual(model.scope === 'pooled' ? given.map(({ id }) => id).sort() : []);
  });

  test('neither throws nor forecasts nonsense on a handful of values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 14 }), (values) => {
        const history = { id: 'short', values: Float64Array.from(values), period: 12 };
        const forecast = model.train([history], 3).forecast(history);
        expect(forecast === undefined || forecast.points.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('grows with the unit: in thousandths, a thousand times as much', () => {
    const thousandfold = given.map((history) => ({ ...history, values: history.values.map((value) => 1000 * value) }));
    const [small, large] = [given, thousandfold].map((some) => model.train(some, 4).forecast(some[0]!)!.points);
    if (model.name === 'shrunk-buckets') return expect(large![0]! / small![0]!).toBeGreaterThan(500);
    for (const [i, point] of large!.entries()) expect(Math.abs(point / small![i]! / 1000 - 1)).toBeLessThan(0.02);
  });

  test('cites its paper with author and year', () => expect(model.paper).toMatch(/^[A-Z].+\(\d{4}\)/));
});

test('no two models have one name, and an unknown one is a bug that lists those there are', () => {
  expect(new Set(MODELS.map(({ name }) => name)).size).toBe(MODELS.length);
  expect(() => modelNamed('oracle')).toThrow(/no model "oracle".*seasonal-naive/);
});

test('the pooled ridge goes on from an earlier origin as if it had seen all at once', () => {
  const ridge = modelNamed('pooled-ridge');
  const earlier = panel.map((history) => ({ ...history, values: history.values.subarray(0, 120) }));
  const resumed = ridge.train(panel, 6, ridge.train(earlier, 6)).forecast(panel[0]!)!.points;
  const fresh = ridge.train(panel, 6).forecast(panel[0]!)!.points;
  for (const [i, point] of resumed.entries()) expect(Math.abs(point / fresh[i]! - 1)).toBeLessThan(0.01);
});
