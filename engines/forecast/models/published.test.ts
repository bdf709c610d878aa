import { describe, expect, test } from 'vitest';
import { absoluteScale, meanAbsoluteError, meanSquaredError } from '../measures.ts';
import { mean } from '../moments.ts';
import { AIR, BEER, BEER_AFTER, HORMONE, OIL, SERVER_USERS, VISITORS } from '../published-series.test-data.ts';
import { burgOrders } from './burg.ts';
import { fitComplexSmoothing, smoothComplex } from './complex-smoothing.ts';
import { fitDynamicTheta } from './dynamic-theta.ts';
import { fitEts } from './ets.ts';
import { deviance } from './ets-recursion.ts';
import { fitDampedTrend, fitSimpleSmoothing } from './exponential-smoothing.ts';
import { fitSeasonalNaive } from './seasonal-naive.ts';
import { fitTheta } from './theta.ts';

/** deviance is n log(Σe²/n) + …, the literature's n log(Σe²) + …; the AIC adds twice the number of parameters. */
const aicOf = (value: number, { count, parameters }: { count: number; parameters: number }): number =>
  value + count * Math.log(count) + 2 * parameters;

describe('published values', () => {
  test('seasonal naive: beer production has RMSE 14.31, MAE 13.4 and MASE 0.937 (FPP § 5.8)', () => {
    const forecast = fitSeasonalNaive({ id: 'beer', values: BEER, period: 4 })!.points(10);
    const pair = { actual: BEER_AFTER, forecast };
    expect(Math.sqrt(meanSquaredError(pair))).toBeCloseTo(14.31, 2);
    expect(meanAbsoluteError(pair)).toBeCloseTo(13.4, 10);
    expect(meanAbsoluteError(pair) / absoluteScale(BEER, 4)).toBeCloseTo(0.937, 3);
  });

  test('simple smoothing: oil production has α 0.8339, ℓ₀ 446.6 and the forecast 542.68 (FPP 2nd ed. § 7.1)', () => {
    const fitted = fitSimpleSmoothing(OIL);
    expect(fitted.parameters.α).toBeCloseTo(0.834, 3);
    expect(fitted.parameters.l0).toBeCloseTo(446.6, 1);
    expect(fitted.points(2)[1]).toBeCloseTo(542.68, 2);
  });

  test("Holt's trend: air passengers go on at 74.60, 76.70, 78.80, 80.91, 83.01 (FPP 2nd ed. § 7.2)", () => {
    const state = { level: 0, trend: 0, season: new Float64Array(1) };
    deviance(AIR, { error: 'A', trend: 'A', season: 'N' }, Float64Array.of(0.8321, 0.0001, 0, 1, 15.57, 2.102), state);
    const ahead = [1, 2, 3, 4, 5].map((h) => state.level + h * state.trend);
    for (const [i, published] of [74.6, 76.7, 78.8, 80.91, 83.01].entries()) expect(ahead[i]).toBeCloseTo(published, 1);
  });

  test('damped trend: server users have AIC 717.7 at the published parameters, and the fit is no worse (FPP § 8.2)', () => {
    const published = Float64Array.of(0.9999, 0.9967, 0, 0.815, 90.35, -0.01728);
    const form = { error: 'A', trend: 'D', season: 'N' } as const;
    const state = { level: 0, trend: 0, season: new Float64Array(1) };
    const value = deviance(SERVER_USERS, form, published, state);
    expect(aicOf(value, { count: 100, parameters: 6 })).toBeCloseTo(717.7, 1);
    const { α, β, φ, l0, b0 } = fitDampedTrend(SERVER_USERS).parameters as Record<string, number>;
    const found = Float64Array.of(α!, β!, 0, φ!, l0!, b0!);
    expect(deviance(SERVER_USERS, form, found, state)).toBeLessThan(value + 0.5);
  });

  test('ETS(M,A,M): visitor nights have AIC 224.9, AICc 230.2 and BIC 240.9 at the published parameters (FPP 2nd ed. § 7.6)', () => {
    const state = { level: 0, trend: 0, season: Float64Array.of(1.2471, 0.7683, 0.9628, 1.0218) };
    const published = Float64Array.of(0.1908, 0.0392, 0.0002, 1, 32.3679, 0.9281);
    const value = deviance(VISITORS, { error: 'M', trend: 'A', season: 'M' }, published, state);
    const aic = aicOf(value, { count: 44, parameters: 9 });
    expect(aic).toBeCloseTo(224.9, 1);
    expect(aic + (2 * 9 * 10) / (44 - 10)).toBeCloseTo(230.2, 1);
    expect(aic + 9 * (Math.log(44) - 2)).toBeCloseTo(240.9, 1);
  });

  test('AutoETS chooses ETS(M,A,M) for visitor nights, as published, although its first seasonal states are fixed', () => {
    expect(fitEts({ id: 'visitors', values: VISITORS, period: 4 })!.parameters.form).toBe('ETS(M,A,M)');
  });

  test("Burg's autoregression of order 3 for the hormone series is 0.6588, -0.0608, -0.2234 (R, help page of ar)", () => {
    const centred = HORMONE.map((value) => value - mean(HORMONE));
    const third = [...burgOrders(centred, 3)][3]!;
    for (const [i, published] of [0.6588, -0.0608, -0.2234].entries())
      expect(third.coefficients[i]).toBeCloseTo(published, 4);
    expect(third.variance).toBeCloseTo(0.1786, 4);
  });

  test('Theta is simple smoothing with half the slope as drift (Hyndman, Billah 2003, equation 8)', () => {
    const fitted = fitTheta(OIL);
    const { α, l0, slope } = fitted.parameters as { α: number; l0: number; slope: number };
    const n = OIL.length;
    // The first level of X̃ is that of the θ = 2 line taken back: (ℓ₀ + intercept) / 2.
    const middle = mean(OIL);
    const intercept = middle - (slope * (n - 1)) / 2;
    let level = (l0 + intercept) / 2;
    for (const value of OIL) level += α * (value - level);
    const drift = (h: number): number => 0.5 * slope * (h - 1 + 1 / α - (1 - α) ** n / α);
    for (const [i, point] of fitted.points(3).entries()) expect(point).toBeCloseTo(level + drift(i + 1), 6);
  });

  test('the dynamic Theta model follows a line without error, whatever θ (Fiorucci et al. 2016, § 3.2)', () => {
    const line = Float64Array.from({ length: 24 }, (_, i) => 100 + 3 * i);
    for (const [i, point] of fitDynamicTheta(line).points(3).entries()) expect(point).toBeCloseTo(172 + 3 * i, 1);
  });

  test('complex smoothing with α₁ = 1 is simple smoothing with α₀ − 1 (Svetunkov et al. 2022, § 3): oil again 542.68', () => {
    const state = new Float64Array(2);
    smoothComplex(OIL, Float64Array.of(1.8339, 1, 446.5868, 0), { scale: 1, state });
    expect(state[0]).toBeCloseTo(542.68, 2);
    expect(Array.from(fitComplexSmoothing(new Float64Array(20).fill(5)).points(2))).toEqual([5, 5]);
  });
});
