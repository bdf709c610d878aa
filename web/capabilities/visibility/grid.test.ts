import { expect, test } from 'vitest';
import { addDays } from '../../shell/days.ts';
import { gridColumns, weeksOf } from './grid-columns.ts';
import { isWithin, moved, rangeOf, toTsv } from './grid-selection.ts';
import { gridRows, weekWidth } from './grid-table.ts';
import { asDelivered, cellValue, contributionsTo, countsCallOffs } from './grid-values.ts';
import type { Contribution, ProjectionNode } from './queries.ts';

/** From Friday of week 48 to Wednesday of week 49. */
const days = Array.from({ length: 6 }, (_, index) => addDays('2026-11-27', index));
const node: ProjectionNode = {
  owner: 'OEM',
  site: 'PLANT',
  part: 'P1',
  unit: 'H87',
  onHand: 100,
  inTransit: 60,
  overdue: 0,
  shortQuantity: 60,
  daysOfSupply: 2,
  light: 'red',
  demand: [40, 0, 0, 80, 50, 50],
  receipts: [0, 0, 0, 0, 60, 0],
  planned: [0, 0, 0, 30, 0, 40],
  projected: [60, 60, 60, -20, -10, -60],
  projectedIfDelivered: [60, 60, 60, 10, 20, 10],
};
const [first, second] = weeksOf(days) as [ReturnType<typeof weeksOf>[0], ReturnType<typeof weeksOf>[0]];

test('a horizon that begins within a week gives a short first week', () => {
  expect(weeksOf(days).map(({ key, first: from, last }) => [key, from, last])).toEqual([
    ['2026-W48', 0, 2],
    ['2026-W49', 3, 5],
  ]);
});

test('an expanded week is followed by its days', () => {
  const keys = gridColumns(days, new Set(['2026-W49'])).map(({ key }) => key);
  expect(keys).toEqual(['2026-W48', '2026-W49', '2026-11-30', '2026-12-01', '2026-12-02']);
});

test('quantities of a week are summed, stock is that of its end', () => {
  expect(cellValue(node, 'demand', second).value).toBe(180);
  expect(cellValue(node, 'receipts', second).value).toBe(60);
  expect(cellValue(node, 'planned', second).value).toBe(70);
  expect(cellValue(node, 'projected', first)).toMatchObject({ value: 60, negative: false });
  expect(cellValue(node, 'projected', second)).toMatchObject({ value: -60, negative: true, lowest: -60 });
});

test('a week that recovers before its end still shows that the stock was negative', () => {
  const recovers = { ...node, projected: [60, 60, 60, -20, 40, 10] };
  expect(cellValue(recovers, 'projected', second)).toMatchObject({ value: 10, negative: true, lowest: -20 });
});

test('days of supply count the covered days and the share of the first that is not', () => {
  expect(cellValue(node, 'daysOfSupply', { ...first, last: 0 }).value).toBe(2.75);
  expect(cellValue(node, 'daysOfSupply', second)).toMatchObject({ value: 0 });
  expect(
    cellValue({ ...node, projected: [900, 900, 900, 900, 900, 900] }, 'daysOfSupply', { ...first, last: 0 }),
  ).toEqual({ value: 5, negative: false, atLeast: true });
});

test('with what is called off, the stock is another one', () => {
  expect(cellValue(asDelivered(node), 'projected', second).negative).toBe(false);
  expect([countsCallOffs(node), countsCallOffs(asDelivered(node))]).toEqual([false, true]);
});

test('on a narrow screen each block begins with a title line', () => {
  expect(gridRows([node], true).map(({ measure }) => measure)[0]).toBe('title');
  expect(gridRows([node, node], false)).toHaveLength(10);
});

test('weeks share the room that is left, within bounds', () => {
  const columns = gridColumns(days, new Set());
  expect(weekWidth(500, columns, true)).toBe(78);
  expect(weekWidth(564, columns, true)).toBe(100);
  expect(weekWidth(5000, columns, true)).toBe(128);
});

const contributions: Contribution[] = [
  { kind: 'stock', quantity: 100, eventId: 'e1', reference: 'R1', confirmed: true },
  { kind: 'requirement', day: '2026-11-27', quantity: 40, eventId: 'e2', reference: 'R1', confirmed: true },
  { kind: 'requirement', day: '2026-11-30', quantity: 80, eventId: 'e2', reference: 'R1', confirmed: true },
  { kind: 'shipment', day: '2026-12-01', quantity: 60, eventId: 'e3', reference: 'R1', confirmed: true },
  {
    kind: 'call-off',
    day: '2026-11-24',
    to: '2026-12-01',
    quantity: 30,
    eventId: 'e4',
    reference: 'R1',
    confirmed: true,
  },
];
const idsOf = (rows: Contribution[]): string[] => rows.map(({ eventId }) => eventId);

test('a quantity leads to the facts of its own days, also to those spread over them', () => {
  expect(idsOf(contributionsTo(contributions, 'demand', second, days))).toEqual(['e2']);
  expect(idsOf(contributionsTo(contributions, 'receipts', first, days))).toEqual([]);
  expect(idsOf(contributionsTo(contributions, 'planned', second, days))).toEqual(['e4']);
});

test('a stock leads to everything up to its day', () => {
  expect(idsOf(contributionsTo(contributions, 'projected', first, days))).toEqual(['e1', 'e2', 'e4']);
  expect(idsOf(contributionsTo(contributions, 'projected', second, days))).toEqual(['e1', 'e2', 'e2', 'e3', 'e4']);
});

const size = { rows: 10, columns: 4 };
const at = (row: number, column: number) => ({ active: { row, column }, anchor: { row, column } });

test('arrows move within the sheet and not beyond it', () => {
  expect(moved(at(0, 0), 'ArrowDown', { extend: false, far: false }, size)).toEqual(at(1, 0));
  expect(moved(at(0, 0), 'ArrowUp', { extend: false, far: false }, size)).toEqual(at(0, 0));
  expect(moved(at(3, 1), 'ArrowRight', { extend: false, far: true }, size)).toEqual(at(3, 3));
  expect(moved(at(3, 1), 'End', { extend: false, far: true }, size)).toEqual(at(9, 3));
  expect(moved(at(3, 1), 'x', { extend: false, far: false }, size)).toBeUndefined();
});

test('with shift the anchor stays, and the range between is copied as TSV', () => {
  const selection = moved(at(1, 1), 'ArrowRight', { extend: true, far: false }, size)!;
  const range = rangeOf(moved(selection, 'ArrowUp', { extend: true, far: false }, size)!);
  expect(range).toEqual({ top: 0, bottom: 1, left: 1, right: 2 });
  expect(isWithin(range, 1, 1)).toBe(true);
  expect(isWithin(range, 2, 1)).toBe(false);
  expect(toTsv(range, (row, column) => row * 10 + column)).toBe('1\t2\n11\t12');
});
