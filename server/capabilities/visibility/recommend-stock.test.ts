import { describe, expect, test } from 'vitest';
import type { JourneyRow, UnderWayRow } from './arrival-store.ts';
import type { FlowNode } from './flow.ts';
import { recommendStock } from './recommend-stock.ts';

const T0 = Date.parse('2026-03-02T06:00:00.000Z');
const at = (days: number): string => new Date(T0 + days * 86_400_000).toISOString();
const lane = { customer: 'oem', supplier: 's1', part: 'a', siteFrom: 'works', siteTo: 'plant', leadTimeDays: 4 };
const node = (demand: number[]): FlowNode => ({
  owner: 'oem',
  site: 'plant',
  part: 'a',
  unit: 'H87',
  onHand: 500,
  inTransit: 0,
  overdue: 0,
  contributions: [],
  projection: {
    days: [],
    demand,
    receipts: [],
    planned: [],
    projected: [],
    projectedIfDelivered: [],
    shortQuantity: 0,
    daysOfSupply: 5,
    light: 'green',
  },
});
const travelled = (days: number[]) =>
  days.map((one) => ({ siteFrom: 'works', siteTo: 'plant', departedAt: at(0), arrivedAt: at(one) }) as JourneyRow);
const underWay = (p50: number, p95: number) =>
  ({
    siteFrom: 'works',
    siteTo: 'plant',
    band: { p50At: at(p50), p80At: at(p50), p95At: at(p95), basis: 'history' },
  }) as UnderWayRow;
const plan = [80, 0, 120, 80, 120];
const recommend = (days: number[], goods: UnderWayRow[] = []) =>
  recommendStock([node(plan)], { lanes: [lane], travelled: travelled(days), underWay: goods }, 0.95)[0]!;

describe('a recommendation', () => {
  test('shows what it was reckoned from', () => {
    const one = recommend([3, 4, 5, 4, 4]);
    expect(one).toMatchObject({ demandMean: 100, leadTimeDays: 4, journeys: 5, isComplete: true, onHand: 500 });
    expect(one.demandDeviation).toBeCloseTo(23.09, 2);
    expect(one.leadTimeDeviationDays).toBeCloseTo(Math.sqrt(0.5), 6);
    expect(one.recommended).toBe(Math.ceil(1.644854 * Math.sqrt(4 * 23.094 ** 2 + 100 ** 2 * 0.5)));
  });

  test('says that it is the least where the lane was travelled less than five times', () => {
    const one = recommend([3, 9, 1]);
    expect(one).toMatchObject({
      leadTimeDays: 4,
      leadTimeDeviationDays: null,
      journeys: 3,
      isComplete: false,
      recommendedWatched: null,
    });
    expect(one.recommended).toBe(Math.ceil(1.644854 * 2 * 23.094));
  });

  test('tells what the live view lets one take out, and nothing where no goods are watched', () => {
    const one = recommend([3, 4, 5, 4, 4], [underWay(1, 1.3)]);
    expect(one.watchedDeviationDays).toBeCloseTo(0.3 / 1.645, 6);
    expect(one.recommendedWatched).toBeLessThan(one.recommended);
    expect(recommend([3, 4, 5, 4, 4]).recommendedWatched).toBeNull();
    expect(recommend([4, 4, 4, 4, 4], [underWay(1, 9)]).recommendedWatched).toBe(
      recommend([4, 4, 4, 4, 4]).recommended,
    );
  });

  test('is given for nothing that no lane brings or nobody plans', () => {
    const seen = { lanes: [lane], travelled: [], underWay: [] };
    expect(recommendStock([node([0, 0])], seen, 0.95)).toEqual([]);
    expect(recommendStock([node(plan)], { ...seen, lanes: [] }, 0.95)).toEqual([]);
  });
});
