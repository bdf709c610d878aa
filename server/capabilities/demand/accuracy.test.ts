import { addDays } from '@intakt/material-flow';
import { expect, test } from 'vitest';
import { agree, judgeRelation, type Seen, valueAddedOverTime } from './accuracy.ts';

const MONDAY = '2026-01-05';
const week = (i: number): string => addDays(MONDAY, 7 * i);
/** Every Monday a release over six weeks which says a fifth more than the 100 that come; commits of what comes, two weeks ahead. */
const seen = (change: Partial<Seen> = {}): Seen => ({
  releases: Array.from({ length: 8 }, (_, i) => ({
    ...{ eventId: `e${i}`, release: `R${i}`, releasedOn: week(i) },
    quantities: Array.from({ length: 6 }, (__, ahead) => ({
      from: week(i + ahead),
      quantity: 120,
      horizon: 'forecast' as const,
    })),
  })),
  commits: Array.from({ length: 8 }, (_, i) => ({
    saidOn: week(i),
    lines: [{ week: week(i + 2), committed: 100 + (i % 2) * 10 }],
  })),
  published: [],
  received: Array.from({ length: 8 }, (_, i) => ({ day: addDays(week(i), 2), quantity: 100 })),
  today: week(8),
  lag: 2,
  ...change,
});

test('a customer that says a fifth too much is a fifth wrong and biased; nobody is judged by weeks of which it did not speak', () => {
  const { parties } = judgeRelation(seen());
  const [customer, supplier, statistical] = parties;
  expect(customer).toMatchObject({ party: 'customer', weeks: 6, wape: 0.2, bias: 0.2 });
  expect(supplier!.wape!).toBeCloseTo(0.05, 9);
  expect(statistical).toEqual({ party: 'statistical', weeks: 0 });
});

test('a number that was said too late does not count at the lag', () => {
  expect(judgeRelation(seen({ lag: 3 })).parties[1]!.weeks).toBe(0);
  expect(judgeRelation(seen({ lag: 4 })).parties[0]!.weeks).toBe(4);
});

test('a supplier keeps its word by what came of what it committed, week by week', () => {
  const { kept } = judgeRelation(seen());
  expect(kept).toMatchObject({ weeks: 6, committed: 630, delivered: 600 });
  expect(kept.share!).toBeCloseTo(600 / 630, 9);
});

test('the consensus frees each number of its bias and leans on who missed least', () => {
  const published = [{ source: 'statistical' as const, weeks: [{ week: week(8), quantity: 104 }], said: {} }];
  const { weeks, standings } = agree(seen({ published }));
  const weightOf = (party: string) => standings.find((one) => one.party === party)!.weight;
  expect(standings.find(({ party }) => party === 'customer')!.correction).toBeCloseTo(1 / 1.2, 2);
  expect(weightOf('customer') + weightOf('supplier') + weightOf('statistical')).toBeCloseTo(1, 9);
  expect(weeks[0]).toMatchObject({ week: week(8), customer: 120, supplier: 100, statistical: 104 });
  expect(weeks[0]!.consensus!).toBeGreaterThan(95);
  expect(weeks[0]!.consensus!).toBeLessThan(105);
});

test('value added is told per quarter, so that it is seen whether a number gets better', () => {
  const long = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  const received = long(0, 26).map((i) => ({ day: week(i), quantity: i % 2 ? 80 : 120 }));
  const releases = long(0, 26).map((i) => ({
    ...{ eventId: `e${i}`, release: `R${i}`, releasedOn: week(i) },
    quantities: [{ from: week(i), quantity: i < 13 ? 300 : i % 2 ? 80 : 120, horizon: 'firm' as const }],
  }));
  const quarters = valueAddedOverTime(seen({ received, releases, commits: [], today: week(26), lag: 0 }));
  expect(quarters.map(({ from }) => from)).toEqual([week(0), week(13)]);
  expect(quarters[0]!.parties[0]!.valueAdded!).toBeLessThan(0);
  expect(quarters[1]!.parties[0]!.valueAdded!).toBeGreaterThan(0.5);
});
