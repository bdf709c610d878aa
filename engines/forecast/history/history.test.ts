import { describe, expect, test } from 'vitest';
import type { History } from '../model.ts';
import { ontoWorkingDays, perWorkingDay } from './calendar.ts';
import { checkQuantities, type PartHabits } from './check-quantities.ts';
import { fillMissing } from './fill-missing.ts';
import { findOutliers, withoutOutliers } from './outliers.ts';
import { phaseOver, shareOfSuccessor, withPredecessor } from './predecessor.ts';

const history = (...values: number[]): History => ({ id: 'HV-77', period: 1, values: Float64Array.from(values) });

describe('a reported quantity', () => {
  const part: PartHabits = { history: [120, 118, Number.NaN, 0, 125, 119, 121], wholePieces: true, packSizes: [48] };
  const flagOf = (quantity: number, change: Partial<PartHabits> = {}) =>
    checkQuantities([{ bucket: 0, quantity }], { ...part, ...change })[0];

  test.each([
    ['negative', -120, 120],
    ['fractional', 119.5, 120],
    ['tenfold', 1190, 119],
    ['thousandfold', 121_000, 121],
    ['wrong-unit', 0.12, 120],
    ['wrong-unit', 5760, 120],
    ['wrong-unit', 2.5, 120],
    ['absurd', 47_111, undefined],
    ['not-a-number', Number.NaN, undefined],
  ])('is %s: %d, and would be %d', (suspicion, quantity, suggested) => {
    const flag = flagOf(quantity, { wholePieces: suspicion === 'fractional' })!;
    expect([flag.suspicion, flag.usual]).toEqual([suspicion, 120]);
    if (suggested === undefined) return expect(flag.suggested).toBeUndefined();
    expect(flag.suggested).toBeCloseTo(suggested, 6);
  });

  test.each([0, 90, 120, 150, 300])('of %d pieces is not odd for this part', (quantity) => {
    expect(flagOf(quantity)).toBeUndefined();
  });

  test('of kilograms may have a fraction', () => expect(flagOf(119.5, { wholePieces: false })).toBeUndefined());

  test('is not judged by size where there is hardly a history', () => {
    expect(flagOf(99_999, { history: [5, 6] })).toBeUndefined();
    expect(flagOf(-1, { history: [] })!.suspicion).toBe('negative');
  });

  test('is judged by the sizes of a lumpy part, not by its many zeros', () => {
    const lumpy = { history: [0, 0, 400, 0, 0, 20, 0, 150, 0, 0, 60, 0], wholePieces: true };
    expect(checkQuantities([{ bucket: 0, quantity: 900 }], lumpy)).toEqual([]);
    expect(checkQuantities([{ bucket: 0, quantity: 4000 }], lumpy)[0]!.suspicion).toBe('tenfold');
  });

  test('that comes twice is a duplicate if it is the same, and a contradiction if not', () => {
    const twice = [120, 120, 130].map((quantity) => ({ bucket: 7, quantity }));
    expect(checkQuantities(twice, part).map(({ place, suspicion }) => [place, suspicion])).toEqual([
      [1, 'duplicate'],
      [2, 'contradiction'],
    ]);
  });
});

describe('a gap in a history', () => {
  test.each([
    ['is filled along the line between its neighbours', [10, null, null, 16], 1, undefined, [10, 12, 14, 16], [1, 2]],
    ['is filled from the seasons before and after', [1, 9, 1, null, 1, 11], 2, undefined, [1, 9, 1, 10, 1, 11], [3]],
    ['is a zero where the calendar says closed', [10, null, 12], 1, [false, true, false], [10, 0, 12], []],
    ['repeats the last value at the end', [10, 12, null], 1, undefined, [10, 12, 12], [2]],
  ])('%s', (_what, reported, period, closed, values, guessed) => {
    const filled = fillMissing(reported, { period, closed });
    expect([Array.from(filled.values), filled.guessed]).toEqual([values, guessed]);
  });

  test('before the first report is no history', () => {
    expect(fillMissing([null, null, 7], { period: 1 })).toEqual({
      values: Float64Array.of(7),
      dropped: 2,
      guessed: [],
    });
    expect(fillMissing([null], { period: 1 })).toEqual({ values: new Float64Array(0), dropped: 1, guessed: [] });
  });

  test('a report on a closed day stands', () => {
    expect(fillMissing([5, 3], { period: 1, closed: [false, true] }).values).toEqual(Float64Array.of(5, 3));
  });
});

describe('outliers', () => {
  const spike = history(10, 11, 10, 95, 11, 10, 11, 10, 12, 10);

  test('are shown with what was expected, and replaced only on request', () => {
    expect(findOutliers(spike).map(({ bucket, value, expected }) => [bucket, value, expected])).toEqual([[3, 95, 11]]);
    expect(spike.values[3]).toBe(95);
    expect(withoutOutliers(spike, findOutliers(spike)).values[3]).toBe(11);
  });

  test.each([
    ['without a season', 1, (t: number) => 100 + (t % 5), 102],
    ['with one', 12, (t: number) => (t % 12 === 6 ? 300 : 100 + (t % 5)), 102],
  ])('a week of nothing, %s, is replaced by what is usual then', (_what, period, usual, expected) => {
    const values = Float64Array.from({ length: 60 }, (_, t) => (t === 31 ? 0 : usual(t)));
    const outlier = findOutliers({ id: 'P', period, values }).find(({ bucket }) => bucket === 31);
    // Of a season that was seen five times, the week of nothing is one.
    expect(outlier!.expected).toBeGreaterThan(0.7 * expected);
    expect(outlier!.expected).toBeLessThan(1.05 * expected);
    expect(withoutOutliers({ id: 'P', period, values }, [outlier!]).values[31]).toBe(outlier!.expected);
  });

  test('are none where a season explains them', () => {
    const seasonal = {
      ...history(...Array.from({ length: 48 }, (_, t) => (t % 12 === 6 ? 300 : 100 + (t % 5)))),
      period: 12,
    };
    expect(findOutliers(seasonal)).toEqual([]);
  });

  test.each([
    ['demand with gaps', history(0, 0, 90, 0, 0, 5, 0, 0, 40, 0)],
    ['a constant', history(7, 7, 7, 7, 7, 7, 7, 7)],
    ['a handful of values', history(1, 2, 90)],
  ])('are not looked for in %s', (_what, given) => expect(findOutliers(given)).toEqual([]));
});

describe('working days', () => {
  test('make a rate of a bucket, and a bucket of a rate', () => {
    expect(perWorkingDay(Float64Array.of(50, 40, 10), Float64Array.of(5, 4, 1))).toEqual([10, 10, 10]);
    expect(ontoWorkingDays(Float64Array.of(10, 10), Float64Array.of(5, 3))).toEqual(Float64Array.of(50, 30));
  });
  test('of a plant holiday are none: no rate, and what was called off all the same goes to the next bucket', () => {
    expect(perWorkingDay(Float64Array.of(50, 5, 45), Float64Array.of(5, 0, 5))).toEqual([10, null, 10]);
    expect(ontoWorkingDays(Float64Array.of(10), Float64Array.of(0))).toEqual(Float64Array.of(0));
  });
});

describe('a new part', () => {
  const [old, fresh] = [history(100, 100, 80, 60), history(40, 80)];

  test('has the history of its predecessor, scaled and added where both were used', () => {
    expect(withPredecessor(fresh, { predecessor: old, ratio: 2 }).values).toEqual(Float64Array.of(200, 200, 200, 200));
  });
  test('takes over in equal steps, and the old part takes the rest', () => {
    const { phasedIn, phasedOut } = phaseOver(new Float64Array(4).fill(200), {
      start: 1,
      end: 2,
      ratio: 2,
      shareNow: 0,
    });
    expect([phasedIn, phasedOut]).toEqual([Float64Array.of(0, 100, 200, 200), Float64Array.of(100, 50, 0, 0)]);
  });
  test('never falls behind the share it has', () => {
    const share = shareOfSuccessor(fresh, { predecessor: old, ratio: 2, buckets: 1 });
    expect(share).toBeCloseTo(0.4, 12);
    expect(phaseOver(Float64Array.of(100), { start: 5, end: 9, ratio: 2, shareNow: share }).phasedIn[0]).toBeCloseTo(
      40,
      9,
    );
  });
  test('cannot be alone before it starts', () => {
    expect(() => phaseOver(Float64Array.of(1), { start: 3, end: 2, ratio: 1, shareNow: 0 })).toThrow(
      /before the new one/,
    );
  });
});
