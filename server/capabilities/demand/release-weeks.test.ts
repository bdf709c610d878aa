import type { ScheduleQuantity } from '@intakt/contract';
import { expect, test } from 'vitest';
import { frozenUntil, weeksOf, withWeeks } from './release-weeks.ts';

const firm = (from: string, quantity: number): ScheduleQuantity => ({ from, quantity, horizon: 'firm' });
const week = (from: string, to: string, quantity: number): ScheduleQuantity => ({
  from,
  to,
  quantity,
  horizon: 'forecast',
});

test('frozen is what the release before called firm; a first release binds itself', () => {
  const before = [firm('2026-03-03', 50), firm('2026-03-12', 50), week('2026-03-16', '2026-03-22', 90)];
  const now = [firm('2026-03-10', 50), firm('2026-03-19', 50)];
  const release = { releasedOn: '2026-03-09', quantities: now };
  expect(frozenUntil({ ...release, previousQuantities: before })).toBe('2026-03-12');
  expect(frozenUntil({ ...release, previousQuantities: null })).toBe('2026-03-19');
});

test('weeks compare only days of which both releases speak, and a backlog changes nothing', () => {
  const previousQuantities = [firm('2026-03-02', 40), firm('2026-03-10', 50), week('2026-03-16', '2026-03-22', 90)];
  const quantities = [
    { from: '2026-03-09', quantity: 7, horizon: 'backorder' as const },
    firm('2026-03-10', 80),
    week('2026-03-16', '2026-03-22', 90),
    week('2026-03-23', '2026-03-29', 10),
  ];
  const weeks = weeksOf({ releasedOn: '2026-03-09', quantities, previousQuantities }, '2026-03-09');
  expect(weeks).toEqual([
    { week: '2026-03-09', released: 87, backlog: 7, horizon: 'firm', previous: 50, delta: 30, frozen: true },
    { week: '2026-03-16', released: 90, backlog: 0, horizon: 'forecast', previous: 90, delta: 0, frozen: false },
    {
      week: '2026-03-23',
      released: 10,
      backlog: 0,
      horizon: 'forecast',
      previous: undefined,
      delta: undefined,
      frozen: false,
    },
  ]);
});

test('a week with another sum keeps the shares of its days in whole pieces, and cumulatives move along', () => {
  const quantities: ScheduleQuantity[] = [
    { ...firm('2026-03-09', 30), cumulative: 130 },
    { ...firm('2026-03-11', 20), cumulative: 150 },
    { ...week('2026-03-16', '2026-03-22', 90), cumulative: 240 },
  ];
  const changed = withWeeks(quantities, new Map([['2026-03-09', 41]]));
  expect(changed).toEqual([
    { ...firm('2026-03-09', 25), cumulative: 125 },
    { ...firm('2026-03-11', 16), cumulative: 141 },
    { ...week('2026-03-16', '2026-03-22', 90), cumulative: 231 },
  ]);
});

test('a week of which the release said nothing is called off as a whole', () => {
  const changed = withWeeks([firm('2026-03-09', 30)], new Map([['2026-03-16', 12]]));
  expect(changed[1]).toEqual({ from: '2026-03-16', to: '2026-03-22', quantity: 12, horizon: 'firm' });
});

test('a week that is given up is called off with nothing, and the others stay', () => {
  const changed = withWeeks([firm('2026-03-09', 30), firm('2026-03-16', 8)], new Map([['2026-03-09', 0]]));
  expect(changed.map(({ quantity }) => quantity)).toEqual([0, 8]);
});
