import { expect, test } from 'vitest';
import { bySpan, spanOf } from './impact.ts';
import type { TodayItem } from './queries.ts';

test.each([
  ['2026-11-22T23:00:00.000Z', 'past'],
  ['2026-11-23T05:00:00.000Z', 'today'],
  ['2026-11-24T05:00:00.000Z', 'tomorrow'],
  ['2026-11-29T05:00:00.000Z', 'thisWeek'],
  ['2026-11-30T05:00:00.000Z', 'nextWeek'],
  ['2026-12-07T05:00:00.000Z', 'later'],
  [undefined, 'undated'],
])('on Monday the 23rd, %s is %s', (impactAt, span) => {
  expect(spanOf(impactAt, '2026-11-23')).toBe(span);
});

const item = (id: string, impactAt?: string): TodayItem => ({
  id,
  kind: 'runout',
  light: 'red',
  impactAt,
  values: {},
  link: '/',
});

test('items stand in the order in which they hit, without empty spans', () => {
  const spans = bySpan(
    [item('late', '2026-11-24T12:00:00Z'), item('never'), item('soon', '2026-11-24T06:00:00Z')],
    '2026-11-23',
  );
  expect(spans.map(([span, items]) => [span, items.map(({ id }) => id)])).toEqual([
    ['tomorrow', ['soon', 'late']],
    ['undated', ['never']],
  ]);
});
