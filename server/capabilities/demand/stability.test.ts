import type { Horizon, ScheduleQuantity } from '@intakt/contract';
import { addDays } from '@intakt/material-flow';
import { expect, test } from 'vitest';
import { horizonsOf, toWeekly, weeklyActuals } from './release-history.ts';
import { dampedWeeks, goAheads, judgeStability, positionOf } from './stability.ts';
import type { CumulativeRow, ScheduleRow } from './store.ts';

const MONDAY = '2026-03-02';
const HORIZONS: Horizon[] = ['firm', 'production', 'material', 'forecast'];
/** One quantity a week from a Monday on: firm, production, material, and forecast ever after. */
const weeks = (monday: string, ...sums: number[]): ScheduleQuantity[] =>
  sums.map((quantity, i) => ({
    from: addDays(monday, 7 * i),
    to: addDays(monday, 7 * i + 6),
    quantity,
    horizon: HORIZONS[i] ?? 'forecast',
  }));
const row = (change: Partial<ScheduleRow>): ScheduleRow =>
  ({
    releasedOn: addDays(MONDAY, 7),
    quantities: weeks(addDays(MONDAY, 7), 100, 140, 80, 100),
    previousReleasedOn: MONDAY,
    previousQuantities: weeks(MONDAY, 100, 100, 100, 100, 60),
    authorisations: [],
    cumulative: null,
    ...change,
  }) as ScheduleRow;

test('horizons reach as far as the release says, in weeks from its own', () => {
  expect(horizonsOf(row({}))).toEqual({ firmTo: 1, productionTo: 2, materialTo: 3 });
});

test('a release of days becomes weeks, and weeks without any are zero', () => {
  const quantities: ScheduleQuantity[] = [
    { from: '2026-03-03', quantity: 5, horizon: 'firm' },
    { from: '2026-03-18', quantity: 7, horizon: 'forecast' },
  ];
  expect(toWeekly({ releasedOn: MONDAY, quantities }, '2026-02-23')).toEqual({
    first: 1,
    quantities: Float64Array.of(5, 0, 7),
  });
});

test('before the first receipt it is unknown what came, after it a week without one had none', () => {
  const received = [
    { day: '2026-03-10', quantity: 30 },
    { day: '2026-03-24', quantity: 5 },
  ];
  const actual = weeklyActuals(received, { start: MONDAY, today: '2026-03-30' });
  expect([...actual]).toEqual([Number.NaN, 30, 0, 5]);
});

test('blending keeps the firm week, moves the others, and keeps the sum to the piece', () => {
  expect(dampedWeeks(row({}), 0.5)).toEqual([
    { week: '2026-03-16', previous: 100, wanted: 140, damped: 120 },
    { week: '2026-03-23', previous: 100, wanted: 80, damped: 90 },
    { week: '2026-03-30', previous: 60, wanted: 100, damped: 80 },
  ]);
  expect(dampedWeeks(row({}), 0)).toEqual([]);
  expect(dampedWeeks(row({ previousQuantities: null }), 0.5)).toEqual([]);
});

test('the effect of damping is seen before it is used: calmer, and how well it would have foretold what came', () => {
  const releases = [
    weeks(MONDAY, 100, 100, 100, 100),
    weeks(addDays(MONDAY, 7), 100, 200, 100),
    weeks(addDays(MONDAY, 14), 100, 100),
  ];
  const past = releases.map((quantities, i) => ({
    eventId: `e${i}`,
    release: `R${i}`,
    releasedOn: addDays(MONDAY, 7 * i),
    quantities,
  }));
  const received = [0, 1, 2, 3].map((i) => ({ day: addDays(MONDAY, 7 * i), quantity: 100 }));
  const judged = judgeStability({ schedule: row({}), releases: past, received, today: addDays(MONDAY, 28) });
  expect(judged.zones.production).toMatchObject({ changed: 100, before: 200, share: 0.5 });
  const [asIs, , , , calm] = judged.effects;
  expect(calm!.nervousness.production.share!).toBeLessThan(asIs!.nervousness.production.share!);
  expect(calm!.wape!).toBeLessThan(asIs!.wape!);
});

test('go-aheads are those that the customer states, else those that its horizons add up to', () => {
  const stated = { kind: 'production' as const, cumulative: 900, until: '2026-04-01' };
  expect(goAheads(row({ cumulative: { received: 1000 }, authorisations: [stated] }))).toEqual([
    { ...stated, stated: true },
    { kind: 'material', cumulative: 1320, until: '2026-03-29', stated: false },
  ]);
});

test('what was due and did not come is owed; what came before it was due is ahead', () => {
  const schedule = row({ cumulative: { received: 1000, required: 1020 } });
  const counted = (received: number) => ({ received, inTransit: 10 }) as CumulativeRow;
  expect(positionOf(schedule, counted(1100), '2026-03-16')).toMatchObject({
    required: 1120,
    backorder: 20,
    advance: 0,
  });
  expect(positionOf(schedule, counted(1150), '2026-03-16')).toMatchObject({ backorder: 0, advance: 30 });
  expect(positionOf(row({}), undefined, '2026-03-16')).toBeUndefined();
});
