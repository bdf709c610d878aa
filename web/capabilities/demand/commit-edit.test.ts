import { expect, test } from 'vitest';
import { layCommits, needsReason, toSaid } from './commit-edit.ts';
import type { CommitRelation } from './commit-queries.ts';
import { commitRows } from './commit-rows.ts';

const relation = (part: string): CommitRelation => ({
  ...{ customer: 'oem', supplier: 's1', part, shipTo: 'plant', kind: 'delivery-forecast', unit: 'H87' },
  ...{ release: 'R2', releaseEvent: 'e', releasedOn: '2026-03-02', confirmed: true },
  weeks: [{ week: '2026-03-09', released: 90, backlog: 0, horizon: 'firm', frozen: true }],
});
const [a, b] = [relation('a'), relation('b')];
const rows = commitRows([a, b], false);
const weeks = ['2026-03-09', '2026-03-16'];
const paste = (text: string, row: number, own: string) =>
  layCommits(text, { rows, weeks, row, column: 0, own, locale: 'de-DE' });

test('pasted cells become commits of the supplier, in its own writing of numbers; empty ones say nothing', () => {
  expect(paste('1.070\t\n', 4, 's1')).toEqual({
    ok: true,
    changes: [{ relation: a, week: '2026-03-09', quantity: 1070 }],
  });
});

test('the customer writes what it asks for, and nothing in the supplier’s name', () => {
  expect(paste('80\t60', 5, 'oem')).toMatchObject({ ok: true, changes: [{ relation: b }, { week: '2026-03-16' }] });
  expect(paste('80', 4, 'oem')).toEqual({ ok: false, reason: 'where' });
});

test('what is no number is named, and nothing is taken', () => {
  expect(paste('80\tmany', 4, 's1')).toEqual({ ok: false, reason: 'number', cell: 'many' });
});

test('only another quantity than the one asked for carries the reason', () => {
  const changes = [
    { relation: a, week: '2026-03-09', quantity: 90 },
    { relation: a, week: '2026-03-16', quantity: 5 },
  ];
  expect(toSaid(changes, { reason: 'capacity' })).toEqual([
    { relation: a, weeks: [{ week: '2026-03-09' }, { week: '2026-03-16', quantity: 5, reason: 'capacity' }] },
  ]);
  expect([needsReason(changes), needsReason(changes.slice(0, 1))]).toEqual([true, false]);
});
