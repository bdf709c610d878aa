import { expect, test } from 'vitest';
import { addDays } from '../../shell/days.ts';
import { gridColumns } from './grid-columns.ts';
import { layPasted, pasteColumns, readNumber } from './paste.ts';

/** Monday of week 48 to Sunday of week 49. */
const days = Array.from({ length: 14 }, (_, index) => addDays('2026-11-23', index));

test.each([
  ['1.200', 'de-DE', 1200],
  ['1.200', 'en-GB', 1.2],
  ['1,200', 'en-GB', 1200],
  ['12,5', 'de-DE', 12.5],
  ['', 'en-GB', 0],
  ['about 5', 'en-GB', undefined],
  ['-5', 'en-GB', undefined],
])('%s in %s reads as %s', (text, locale, number) => {
  expect(readNumber(text, locale)).toBe(number);
});

test('a week is spread over its working days, and nothing gets lost in rounding', () => {
  const laid = layPasted('102\t50', gridColumns(days, new Set()), days, 'en-GB');
  if (!laid.ok) throw new Error(laid.cell);
  expect([laid.from, laid.to]).toEqual(['2026-11-23', '2026-12-06']);
  expect(laid.quantities.slice(0, 5).map(({ quantity }) => quantity)).toEqual([22, 20, 20, 20, 20]);
  expect(laid.quantities.some(({ day }) => day === '2026-11-28')).toBe(false);
});

test('an expanded week takes its cells day by day', () => {
  const columns = pasteColumns(gridColumns(days, new Set(['2026-W48'])), 0);
  expect(columns.map(({ key }) => key).slice(0, 2)).toEqual(['2026-11-23', '2026-11-24']);
  const laid = layPasted('7\t8\r\n', columns, days, 'en-GB');
  expect(laid).toMatchObject({
    ok: true,
    quantities: [
      { day: '2026-11-23', quantity: 7 },
      { day: '2026-11-24', quantity: 8 },
    ],
  });
});

test('a cell that is no number is named and nothing is laid', () => {
  expect(layPasted('10\tten', gridColumns(days, new Set()), days, 'en-GB')).toEqual({ ok: false, cell: 'ten' });
});
