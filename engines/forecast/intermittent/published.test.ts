import { expect, test } from 'vitest';
import { mean } from '../moments.ts';
import { ACCIDENTS } from '../published-series.test-data.ts';
import { fitAdida, fitImapa, meanInterval } from './aggregate-disaggregate.ts';
import { fitNegativeBinomial, negativeBinomial, sizeByMoments } from './negative-binomial.ts';
import { smoothDemandAndChance } from './tsb.ts';

const women = Float64Array.from(ACCIDENTS.flatMap((count, accidents) => new Array<number>(count).fill(accidents)));

test('the negative binomial by moments expects 442, 140, 45, 14, 5 and 2 women (Greenwood, Yule 1920)', () => {
  const probabilities = negativeBinomial({ mean: mean(women), size: sizeByMoments(women) }, 5);
  for (const [accidents, published] of [442, 140, 45, 14, 5, 2].entries())
    expect(Math.abs(probabilities[accidents]! * 647 - published)).toBeLessThan(1.5);
});

test('quantiles of the negative binomial are those of its running sum 0.684, 0.899, 0.967, 0.989, …', () => {
  const fitted = fitNegativeBinomial({ id: 'w', values: women, period: 1 })!;
  expect(Array.from(fitted.quantiles!([0.5, 0.69, 0.9, 0.99]))).toEqual([0, 1, 2, 4]);
});

test('demand that varies no more than by chance is Poisson: e⁻² of nothing at a mean of 2', () => {
  expect(sizeByMoments([2, 2, 2])).toBe(Number.POSITIVE_INFINITY);
  const poisson = negativeBinomial({ mean: 2, size: Number.POSITIVE_INFINITY }, 2);
  for (const [n, share] of [0.135335, 0.270671, 0.270671].entries()) expect(poisson[n]).toBeCloseTo(share, 6);
});

test('TSB by hand: size moves with demand only, its chance with every bucket (Teunter et al. 2011, equation 4)', () => {
  // Sizes 4 and 8 begin at 6, the chance at 2/4. Chance: .25, .625, .8125, .40625. Size: 6, then 5, then 6.5, 6.5.
  const { size, chance } = smoothDemandAndChance(Float64Array.of(0, 4, 8, 0), { alpha: 0.5, beta: 0.5 });
  expect([size, chance]).toEqual([6.5, 0.40625]);
});

test('TSB fades where demand has died out', () => {
  const dead = Float64Array.from({ length: 40 }, (_, i) => (i < 10 ? 5 : 0));
  const { size, chance } = smoothDemandAndChance(dead, { alpha: 0.1, beta: 0.1 });
  expect(size * chance).toBeLessThan(0.4);
});

test('ADIDA sums over the mean interval and spreads again: a demand of 6 each third bucket is 2 a bucket', () => {
  const values = Float64Array.from({ length: 24 }, (_, i) => (i % 3 === 2 ? 6 : 0));
  expect(meanInterval(values)).toBe(3);
  expect(fitAdida({ id: 'a', values, period: 1 })!.points(2)[1]).toBeCloseTo(2, 6);
});

test('iMAPA is the mean over the grains: with an interval of 1 it is simple smoothing itself', () => {
  const values = new Float64Array(12).fill(7);
  expect(fitImapa({ id: 'i', values, period: 1 })!.points(1)[0]).toBeCloseTo(7, 6);
});
