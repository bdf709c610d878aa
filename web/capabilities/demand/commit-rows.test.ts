import { expect, test } from 'vitest';
import type { CommitRelation, CommitWeek } from './commit-queries.ts';
import { commitCell, committable, countWeeks, filterRelations } from './commit-rows.ts';

const week = (change: Partial<CommitWeek>): CommitWeek => ({
  ...{ week: '2026-03-09', released: 90, backlog: 0, horizon: 'firm', previous: 50, delta: 40, frozen: true },
  ...change,
});
const relation = (...weeks: CommitWeek[]): CommitRelation => ({
  ...{ customer: 'oem', supplier: 's1', part: 'a', shipTo: 'plant', kind: 'delivery-forecast', unit: 'H87' },
  ...{ release: 'R2', releaseEvent: 'e', releasedOn: '2026-03-02', confirmed: true, weeks },
});

test('an agreed quantity stands in the line of commits, another one in that of proposals', () => {
  expect(commitCell(week({ state: 'accepted', committed: 80 }), 'committed')).toBe(80);
  expect(commitCell(week({ state: 'accepted', committed: 80 }), 'proposed')).toBeUndefined();
  expect(commitCell(week({ state: 'rejected', committed: 70 }), 'proposed')).toBe(70);
  expect(commitCell(undefined, 'released')).toBeUndefined();
});

test('the filters find what waits for the supplier, for the customer, and what moved inside the frozen zone', () => {
  const calm = relation(week({ state: 'committed', committed: 90, delta: 0 }));
  const moved = relation(week({ state: 'open' }), week({ state: 'proposed', committed: 7, frozen: false }));
  expect(filterRelations([calm, moved], 'frozen')).toEqual([moved]);
  expect(filterRelations([calm, moved], 'all')).toHaveLength(2);
  expect((['open', 'proposed', 'frozen'] as const).map((filter) => countWeeks([calm, moved], filter))).toEqual([
    1, 1, 1,
  ]);
});

test('what looks wrong is not committed with all others', () => {
  expect(committable([relation(week({ state: 'open' }), week({ state: 'open', flags: ['times-10'] }))])).toBe(1);
});
