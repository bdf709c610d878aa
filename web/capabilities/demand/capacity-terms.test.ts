import { expect, test } from 'vitest';
import { readWeeks, startingWeeks, writeWeeks } from './capacity-terms.ts';

const weeks = [
  { week: '2026-03-02', actual: 150, agreed: 160, maximum: 200 },
  { week: '2026-03-09', actual: 150, maximum: 200 },
];

test('weeks that are written as lines are read back the same', () => {
  expect(readWeeks(writeWeeks(weeks), 'en-GB')).toEqual({ ok: true, weeks });
});

test('numbers are read as the reader writes them, and a line that is none is named', () => {
  expect(readWeeks('2026-03-02\t1.200,5\t\t2.000', 'de-DE')).toEqual({
    ok: true,
    weeks: [{ week: '2026-03-02', actual: 1200.5, maximum: 2000 }],
  });
  expect(readWeeks('2026-03-02\t1\t1\t2\nCW 11\t5\t5\t5', 'en-GB')).toEqual({ ok: false, line: 2 });
});

test('a new group begins with half a year from this Monday on', () => {
  const read = readWeeks(startingWeeks('2026-03-05'), 'en-GB');
  expect(read.ok && [read.weeks.length, read.weeks[0]!.week]).toEqual([26, '2026-03-02']);
});
