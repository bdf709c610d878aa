import { describe, expect, test } from 'vitest';
import { biasSignal } from './bias-signal.ts';
import { bullwhipBound, bullwhipBoundOfChain, bullwhipRatio } from './bullwhip.ts';
import { consensus, valueAdded } from './consensus.ts';
import { dampRelease, effectOfDamping } from './damp-releases.ts';
import { type Horizons, nervousness, type Release } from './nervousness.ts';
import { ordersOfChain, orderUpTo } from './order-up-to.ts';

const horizons: Horizons = { firmTo: 1, productionTo: 2, materialTo: 3 };
const release = (first: number, ...quantities: number[]): Release => ({
  first,
  quantities: Float64Array.from(quantities),
});

describe('nervousness', () => {
  test('is what changed about the same bucket, per zone of the new call-off', () => {
    const { firm, production, material, forecast } = nervousness(
      [release(0, 10, 10, 20, 30, 40), release(1, 12, 20, 15, 40, 99)],
      horizons,
    );
    expect(firm).toEqual({ changed: 2, before: 10, share: 0.2 });
    expect(production).toEqual({ changed: 0, before: 20, share: 0 });
    expect(material).toEqual({ changed: 15, before: 30, share: 0.5 });
    expect(forecast).toEqual({ changed: 0, before: 40, share: 0 });
  });

  test('of a single call-off is nothing', () => {
    expect(nervousness([release(0, 5)], horizons).firm).toEqual({ changed: 0, before: 0, share: undefined });
  });
});

describe('a damped call-off', () => {
  const before = release(0, 100, 100, 100, 100);
  const wanted = release(1, 120, 121, 80, 50);

  test('leaves the firm zone and new buckets as wanted, and goes halfway in between', () => {
    expect(dampRelease(before, wanted, { hold: 0.5, horizons })).toEqual(release(1, 120, 111, 90, 50));
  });
  test.each([
    [0, wanted],
    [1, release(1, 120, 100, 100, 50)],
  ])('that holds %f of the last is that', (hold, expected) => {
    expect(dampRelease(before, wanted, { hold, horizons })).toEqual(expected);
  });
  test('keeps whole pieces and, to the piece, their sum', () => {
    const odd = dampRelease(release(0, 0, 1, 1, 1, 1, 1), release(0, 0, 2, 2, 2, 2, 2), { hold: 0.5, horizons });
    expect(odd.quantities.every(Number.isInteger)).toBe(true);
    expect(Math.abs(odd.quantities.reduce((sum, quantity) => sum + quantity, 0) - 7.5)).toBeLessThanOrEqual(0.5);
  });
  test('cannot hold more than all', () => {
    expect(() => dampRelease(before, wanted, { hold: 1.2, horizons })).toThrow(/1.2/);
  });
});

test('the effect of damping is seen before it is used: swings about a steady use are calmed and foretell it better', () => {
  const used = new Float64Array(40).fill(100);
  const swinging = Array.from({ length: 12 }, (_, week) => release(week, ...new Array(8).fill(week % 2 ? 120 : 80)));
  const [asIs, half] = effectOfDamping(swinging, used, { holds: [0, 0.5], horizons });
  expect(asIs!.nervousness.forecast.share).toBeGreaterThan(0.35);
  expect(half!.nervousness.forecast.share! / asIs!.nervousness.forecast.share!).toBeLessThan(0.5);
  expect(half!.wape).toBeLessThan(asIs!.wape!);
});

test('damping has its price: a step in use is followed late', () => {
  const used = Float64Array.from({ length: 40 }, (_, week) => (week < 6 ? 100 : 200));
  const following = Array.from({ length: 12 }, (_, week) => release(week, ...new Array(8).fill(used[week]!)));
  const [asIs, held] = effectOfDamping(following, used, { holds: [0, 0.8], horizons });
  expect(held!.wape).toBeGreaterThan(1.2 * asIs!.wape!);
});

describe('a consensus', () => {
  const actual = Float64Array.from({ length: 30 }, (_, week) => 100 + (week % 3));
  const optimist = { party: 'OEM', said: actual.map((value) => 1.5 * value) };
  const sloppy = { party: 'supplier', said: actual.map((value, week) => value + (week % 2 ? 30 : -30)) };

  test('frees each party of its bias, and believes the one that then missed less', () => {
    const opinions = [
      { party: 'OEM', points: Float64Array.of(150, Number.NaN) },
      { party: 'supplier', points: Float64Array.of(130, 130) },
    ];
    const { points, parties } = consensus({ actual, tracks: [optimist, sloppy], opinions });
    expect(parties[0]!.correction).toBeCloseTo(2 / 3, 3);
    expect(parties[0]!.weight).toBeGreaterThan(0.8);
    expect(parties[0]!.weight + parties[1]!.weight).toBeCloseTo(1, 12);
    expect(points[0]).toBeLessThan(107);
    expect(points[1]).toBeCloseTo(parties[1]!.correction * 130, 6);
  });

  test('of parties without a past is their mean', () => {
    const opinions = ['a', 'b'].map((party, i) => ({ party, points: Float64Array.of(10 + 10 * i) }));
    expect(consensus({ actual: new Float64Array(0), tracks: [], opinions }).points[0]).toBeCloseTo(15, 9);
  });

  test('of a bucket of which nobody speaks is none', () => {
    const opinions = [{ party: 'OEM', points: Float64Array.of(Number.NaN) }];
    expect(consensus({ actual, tracks: [optimist], opinions }).points[0]).toBeNaN();
  });
});

test('value added is what a number saved over repeating the last actual', () => {
  const actual = Float64Array.of(10, 20, 10, 20);
  const tracks = [
    { party: 'exact', said: actual.slice() },
    { party: 'half', said: Float64Array.of(Number.NaN, 15, 15, 15) },
    { party: 'worse', said: Float64Array.of(0, 0, 0, Number.NaN) },
    { party: 'silent', said: new Float64Array(4).fill(Number.NaN) },
  ];
  expect(valueAdded({ actual, tracks }).map(({ valueAdded: added }) => added)).toEqual([1, 0.5, -0.5, undefined]);
});

/** Demand that is drawn anew in each bucket, the same for the same seed. */
function chance(seed: number, length: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 100 + 20 * (state / 2 ** 32);
  });
}

describe('the bullwhip', () => {
  test('is the variance of orders by that of demand', () => {
    expect(bullwhipRatio(Float64Array.of(0, 20, 0, 20), Float64Array.of(5, 15, 5, 15))).toBeCloseTo(4, 12);
    expect(bullwhipRatio(Float64Array.of(1, 2), Float64Array.of(5, 5))).toBeUndefined();
  });

  test('of an order-up-to tier with a moving average is at least the bound of Chen et al. (2000)', () => {
    const [lead, averaged] = [2, 5];
    const demand = chance(7, 20_000);
    const orders = orderUpTo({ leadTimeBuckets: lead, averagedBuckets: averaged }, { asked: demand, seen: demand });
    const measured = bullwhipRatio(orders.subarray(averaged), demand.subarray(averaged))!;
    expect(measured).toBeGreaterThan(0.99 * bullwhipBound({ leadTimeBuckets: lead, averagedBuckets: averaged }));
    expect(measured).toBeCloseTo(1 + 0.8 + 0.32, 1);
  });

  test('is bounded less by far where end demand is shared: lead times add up instead of multiplying', () => {
    expect(bullwhipBound({ leadTimeBuckets: 2, averagedBuckets: 4 })).toBeCloseTo(2.5, 12);
    expect(bullwhipBound({ leadTimeBuckets: 2, averagedBuckets: 4, correlation: 0.5 })).toBeCloseTo(
      1 + 1.5 * 0.9375,
      12,
    );
    const { shared, notShared } = bullwhipBoundOfChain({ leadTimesBuckets: [2, 2, 2], averagedBuckets: 4 });
    expect([shared, notShared]).toEqual([8.5, 15.625]);
  });

  test('of a chain reaches the bounds, and shared end demand takes most of it away', () => {
    const demand = chance(3, 40_000);
    const tiers = [2, 2, 2].map((leadTimeBuckets) => ({ leadTimeBuckets, averagedBuckets: 4 }));
    const top = (shared: boolean): number =>
      bullwhipRatio(ordersOfChain(demand, tiers, { shared }).at(-1)!.subarray(12), demand.subarray(12))!;
    const bound = bullwhipBoundOfChain({ leadTimesBuckets: [2, 2, 2], averagedBuckets: 4 });
    expect(top(true)).toBeCloseTo(bound.shared, 0);
    expect(top(false)).toBeGreaterThan(0.98 * bound.notShared);
  });
});

describe('the bias signal', () => {
  test('is the t of Student’s first example: ten patients slept 1.58 hours longer on average, 4.06 standard errors', () => {
    const hours = Float64Array.of(1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4);
    expect(biasSignal(hours)!).toBeCloseTo(4.06, 2);
  });
  test.each([
    ['errors to both sides alike', [5, -5, 5, -5], 0],
    ['a constant error', [2, 2, 2], Number.POSITIVE_INFINITY],
    ['a single error', [3], undefined],
    ['buckets of which nothing is known', [Number.NaN, 4, Number.NaN], undefined],
  ])('of %s', (_name, errors, signal) => expect(biasSignal(Float64Array.from(errors))).toBe(signal));
});
