import { describe, expect, test } from 'vitest';
import { correctedEstimate, fitCarrierBias } from './carrier-bias.ts';
import { estimateArrival, type Journey } from './estimate-arrival.ts';
import { fitLegs } from './fit-legs.ts';
import type { Leg, LegKind } from './leg.ts';
import { valueAt } from './levels.ts';
import { coverage, pinballLoss } from './scoring.ts';

const leg = (kind: LegKind, referenceHours: number): Leg => ({
  kind,
  origin: 'here',
  lane: 'here–there',
  carrier: 'north',
  startHour: 8,
  referenceHours,
});
/** Times of a kind lie evenly between 0.8 and 1.2 of the reference. */
const evenly = (kind: LegKind) =>
  Array.from({ length: 400 }, (_, i) => ({ ...leg(kind, 10), hours: 8 + (4 * (i + 0.5)) / 400 }));
const model = fitLegs([...evenly('drive'), ...evenly('border'), ...evenly('port')]);
const estimate = (journey: Journey, bias?: ReturnType<typeof fitCarrierBias>) => {
  const answer = estimateArrival({ model, bias }, journey);
  if (!answer.ok) throw new Error(answer.unknown.kind);
  return answer.estimate;
};

describe('legs', () => {
  test('of one even distribution give its quantiles', () => {
    const { p50Hours, p80Hours, p95Hours } = estimate({ legs: [leg('port', 10)] });
    expect([p50Hours, p80Hours, p95Hours]).toEqual([10, 11.2, 11.8].map((hours) => expect.closeTo(hours, 1)));
  });
  test('of two add up to the triangle: P95 is 24 less √(0.05 · 32) hours, not the sum of both P95', () => {
    const { p50Hours, p95Hours } = estimate({ legs: [leg('port', 10), leg('border', 10)] });
    expect(p50Hours).toBeCloseTo(20, 1);
    expect(p95Hours).toBeCloseTo(24 - Math.sqrt(0.05 * 32), 1);
  });
  test('of which the first is under way ask only for what is left of it', () => {
    const { p50Hours } = estimate({ legs: [leg('port', 10), leg('border', 10)], elapsedHours: 11 });
    expect(p50Hours).toBeCloseTo(10.5, 0);
  });
  test('by road take the driver’s rests', () => {
    const legs = [leg('drive', 10)];
    expect(estimate({ legs, driver: {} }).p80Hours - estimate({ legs }).p80Hours).toBeCloseTo(0.75 + 11, 1);
  });
  test('of an unknown kind are answered with that leg', () => {
    const unknown = leg('sea', 100);
    expect(estimateArrival({ model }, { legs: [leg('port', 10), unknown] })).toEqual({ ok: false, unknown });
  });
});

describe('what the carrier says', () => {
  /** North needs a quarter more than it says, give or take four percent; of south one estimate is known. */
  const bias = fitCarrierBias([
    ...Array.from({ length: 200 }, (_, i) => ({
      carrier: 'north',
      saidHours: 10,
      realHours: 12.5 * (0.96 + (0.08 * i) / 200),
    })),
    { carrier: 'south', saidHours: 10, realHours: 40 },
  ]);
  test('is corrected by how it was wrong before', () => {
    expect(valueAt(correctedEstimate(bias, { carrier: 'north', saidHours: 20 }), 0.5)).toBeCloseTo(25, 0);
  });
  test('counts for little where one estimate is known', () => {
    expect(valueAt(correctedEstimate(bias, { carrier: 'south', saidHours: 10 }), 0.5)).toBeLessThan(15);
  });
  test('sharpens the estimate as far as it has proved sharp', () => {
    const legs = [leg('port', 10)];
    const alone = estimate({ legs });
    const heeded = estimate({ legs, carrierSays: { carrier: 'north', saidHours: 8.8 } }, bias);
    expect(heeded.p50Hours).toBeGreaterThan(10.5);
    expect(heeded.p95Hours - heeded.p50Hours).toBeLessThan(0.7 * (alone.p95Hours - alone.p50Hours));
  });
});

test('the same question has the same answer', () => {
  const journey = { legs: [leg('drive', 10), leg('border', 2)], driver: {} };
  expect(estimate(journey)).toEqual(estimate(journey));
});

test.each([
  [10, 12, 0.9, 1.8],
  [12, 10, 0.9, 0.2],
  [10, 10, 0.5, 0],
])('saying %d when it is %d costs at level %d so much', (forecast, real, level, loss) => {
  expect(pinballLoss(forecast, real, level)).toBeCloseTo(loss, 9);
});

test('coverage counts what came by then', () => {
  expect(
    coverage([
      { forecast: 2, real: 2 },
      { forecast: 2, real: 3 },
    ]),
  ).toBe(0.5);
});
