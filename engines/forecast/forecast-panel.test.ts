import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backtest } from './backtest.ts';
import { demandKind } from './demand-kind.ts';
import { forecastPanel, type Request } from './forecast-panel.ts';
import type { History } from './model.ts';

const request: Request = { horizon: 6, levels: [0.025, 0.5, 0.975] };
const monthly = (id: string, of: (t: number) => number, length = 72): History => ({
  id,
  values: Float64Array.from({ length }, (_, t) => of(t)),
  period: 12,
});
/** Looks like chance between −½ and ½, and is the same each time. */
const noise = (t: number): number => ((Math.sin(t * 12.9898) * 43758.5453) % 1) / 2;
const forecastOf = (history: History, change: Partial<Request> = {}) =>
  forecastPanel([history], { ...request, ...change }).parts[0]!;

describe('a single part', () => {
  test('with trend and season goes on with both, and its interval holds most of what comes', () => {
    const of = (t: number): number => 100 + t + 20 * Math.sin((2 * Math.PI * t) / 12) + 4 * noise(t);
    const { points, quantiles } = forecastOf(monthly('S', of));
    const came = Array.from(points, (_, i) => of(72 + i));
    for (const [i, value] of came.entries()) expect(Math.abs(points[i]! - value)).toBeLessThan(6);
    const inside = came.filter((value, i) => value > quantiles[0]![i]! && value < quantiles[2]![i]!);
    expect(inside.length).toBeGreaterThanOrEqual(5);
  });

  test('of nothing but zeros stays at zero', () => {
    const { points, quantiles, demand } = forecastOf(monthly('Z', () => 0));
    expect([Math.max(...points), Math.max(...quantiles[2]!), demand]).toEqual([0, 0, 'intermittent']);
  });

  test('that never changed goes on, and is the less certain the less was seen', () => {
    expect(forecastOf(monthly('C', () => 8)).quantiles.map((one) => one[0])).toEqual([8, 8, 8]);
    expect(forecastOf(monthly('C', () => 8, 2)).quantiles.map((one) => one[0])).toEqual([0, 8, 16]);
  });

  test('with gaps gets quantiles that begin at zero and end at an order', () => {
    const { demand, points, quantiles } = forecastOf(monthly('G', (t) => (t % 4 === 0 ? 12 : 0)));
    expect(demand).toBe('intermittent');
    expect(points[0]).toBeCloseTo(3, 0);
    expect([quantiles[0]![0], quantiles[1]![0], quantiles[2]![0]]).toEqual([0, 0, 12]);
  });

  test.each([1, 2, 3, 5, 9, 17, 25])('known for %i buckets is forecast', (length) => {
    const { points, quantiles } = forecastOf(monthly('N', (t) => 50 + ((t * 13) % 7), length));
    expect(points.every((point) => point > 20 && point < 90)).toBe(true);
    expect(quantiles[0]!.every((low, i) => low <= points[i]! && points[i]! <= quantiles[2]![i]!)).toBe(true);
  });
});

describe('a panel', () => {
  const seasonal = Array.from({ length: 40 }, (_, part) =>
    monthly(`P${part}`, (t) => 200 + 40 * Math.cos((2 * Math.PI * (t + part)) / 12) + 20 * noise(97 * part + t)),
  );

  test('learns from all its series, and each forecast says from which', () => {
    const { parts } = forecastPanel(seasonal, request);
    expect(parts.map(({ id }) => id)).toEqual(seasonal.map(({ id }) => id));
    expect(parts[0]!.models.map(({ name }) => name)).toEqual(['ets', 'pooled-ridge']);
    expect([...parts[0]!.learnedFrom].sort()).toEqual(seasonal.map(({ id }) => id).sort());
    for (const { models } of parts) expect(models.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  test('says so also where only weights and intervals were learned from others', () => {
    const { parts } = forecastPanel(seasonal.slice(0, 5), request);
    expect(parts[0]!.models.map(({ name }) => name)).not.toContain('pooled-ridge');
    expect(parts[0]!.learnedFrom).toEqual(['P0', 'P1', 'P2', 'P3', 'P4']);
  });

  test('is not stopped by one bad series', () => {
    const bad: History[] = [
      { id: 'empty', values: new Float64Array(0), period: 12 },
      { id: 'odd', values: Float64Array.of(1, Number.NaN, 3), period: 12 },
      { id: 'infinite', values: Float64Array.of(1, Number.POSITIVE_INFINITY), period: 12 },
      { id: 'restless', values: Float64Array.of(1, 2, 3), period: 0 },
      { id: 'P0', values: Float64Array.of(1, 2, 3), period: 12 },
    ];
    const { parts, unforecast } = forecastPanel([...seasonal, ...bad], request);
    expect(parts).toHaveLength(seasonal.length);
    expect(unforecast).toEqual([
      { id: 'empty', reason: 'empty' },
      { id: 'odd', reason: 'not-a-number' },
      { id: 'infinite', reason: 'not-a-number' },
      { id: 'restless', reason: 'odd-period' },
      { id: 'P0', reason: 'same-id' },
    ]);
  });

  test('is forecast alike twice, also in the fast tier', () => {
    for (const tier of ['full', 'fast'] as const) {
      const [first, second] = [1, 2].map(() => forecastPanel(seasonal, { ...request, tier }));
      expect(second).toEqual(first);
    }
  });

  test('of whatever numbers gives finite forecasts with quantiles in order', () => {
    const series = fc.record({
      values: fc.array(fc.oneof(fc.constant(0), fc.double({ min: -1e6, max: 1e9, noNaN: true })), { maxLength: 40 }),
      period: fc.constantFrom(1, 4, 12),
    });
    fc.assert(
      fc.property(fc.array(series, { maxLength: 6 }), (made) => {
        const panel = made.map(({ values, period }, i) => ({ id: `${i}`, period, values: Float64Array.from(values) }));
        for (const { points, quantiles } of forecastPanel(panel, request).parts) {
          expect(points.every(Number.isFinite)).toBe(true);
          for (const [i, low] of quantiles[0]!.entries()) expect(low).toBeLessThanOrEqual(quantiles[2]![i]!);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('scored at earlier origins shows what the forecast adds to the naive one', () => {
    const [newest, older] = backtest(seasonal, request, [6, 12]);
    expect([newest!.series, newest!.back, older!.back]).toEqual([40, 6, 12]);
    expect(newest!.scores.mase).toBeLessThan(1.2);
    expect(newest!.scores.valueAdded).toBeGreaterThan(0.2);
    expect(newest!.scores.coverage).toBeGreaterThan(0.8);
    expect(() => backtest(seasonal, request, [3])).toThrow(/3 buckets back/);
  });

  test.each([
    [{ horizon: 0 }, /horizon is 0/],
    [{ horizon: 2.5 }, /horizon is 2.5/],
    [{ levels: [0.5, 0.5] }, /Level 0.5/],
    [{ levels: [0, 0.5] }, /Level 0 /],
  ])('refuses %o', (change, message) => {
    expect(() => forecastPanel(seasonal, { ...request, ...change })).toThrow(message);
  });
});

test.each([
  ['smooth', [5, 6, 5, 6, 5]],
  ['erratic', [5, 50, 5, 6, 5]],
  ['intermittent', [0, 5, 0, 0, 5]],
  ['lumpy', [0, 5, 0, 0, 90]],
])('demand is called %s (Syntetos, Boylan, Croston 2005, figure 1)', (kind, values) => {
  expect(demandKind(Float64Array.from(values))).toBe(kind);
});
