import { expect, test } from 'vitest';
import { changeOf, cumulated } from './buckets.ts';

test('a quantity that only moved to another week cancels out in the running delta', () => {
  const rows = cumulated([
    { from: '2026-11-23', to: '2026-11-29', old: 100, new: 60, delta: -40 },
    { from: '2026-11-30', to: '2026-12-06', old: 100, new: 140, delta: 40 },
  ]);
  expect(rows.map(({ deltaSoFar }) => deltaSoFar)).toEqual([-40, 0]);
  expect(rows.at(-1)).toMatchObject({ oldSoFar: 200, newSoFar: 200 });
});

const firm = (from: string, quantity: number) => ({ from, quantity, horizon: 'firm' as const });

test('the change counts only days of which both releases speak', () => {
  const previousQuantities = [firm('2026-11-16', 50), firm('2026-11-23', 100)];
  const quantities = [firm('2026-11-23', 130), firm('2026-12-28', 500)];
  expect(changeOf({ releasedOn: '2026-11-20', quantities, previousQuantities })).toBe(30);
});

test('a first release changed nothing, because there was nothing', () => {
  expect(
    changeOf({ releasedOn: '2026-11-20', quantities: [firm('2026-11-23', 1)], previousQuantities: null }),
  ).toBeUndefined();
});
