import { expect, test } from 'vitest';
import { combine, weigh } from './combination.ts';
import type { History } from './model.ts';
import { modelNamed } from './models.ts';
import { rollBack } from './rolling-origin.ts';

const history: History = { id: 'P', values: Float64Array.of(10, 12, 11, 13), period: 1 };
const said = (...points: number[]) => ({ points: Float64Array.from(points) });
const half = Float64Array.of(0.5, 0.5);

test('is the weighted mean', () => {
  expect(combine([said(10, 10), said(14, 18)], Float64Array.of(0.25, 0.75), history)!.points).toEqual(
    Float64Array.of(13, 16),
  );
});

test.each([
  ['explodes', said(12, 1e6)],
  ['is no number', said(Number.NaN, 12)],
  ['plunges', said(12, -500)],
  ['says nothing', undefined],
])('a model that %s is left out, and the other has its weight', (_what, odd) => {
  const { points, used } = combine([said(12, 12), odd], half, history)!;
  expect([Array.from(points), Array.from(used)]).toEqual([
    [12, 12],
    [1, 0],
  ]);
});

test('there is no combination of nothing', () =>
  expect(combine([undefined, undefined], half, history)).toBeUndefined());

test('demand that was never negative is not forecast to be', () => {
  expect(combine([said(-2, 1), said(-1, 3)], half, history)!.points).toEqual(Float64Array.of(0, 2));
});

test('the model that would have missed less weighs more, by what lay before each origin only', () => {
  const trend: History[] = [1, 2, 3].map((slope) => ({
    id: `T${slope}`,
    values: Float64Array.from({ length: 60 }, (_, t) => 100 + slope * t),
    period: 1,
  }));
  const origins = { horizon: 6, backs: [6, 12], leastBuckets: () => 18 };
  const records = ['damped-trend', 'seasonal-naive'].map((name) => rollBack(modelNamed(name), trend, origins));
  for (const weights of weigh(records, trend, origins)) expect(weights[0]).toBeGreaterThan(0.95);
  expect(records[1]!.past[1]!.map((forecast) => forecast!.points[0])).toEqual([147, 194, 241]);
});
