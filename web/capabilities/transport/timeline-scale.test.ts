import { expect, test } from 'vitest';
import type { PlanTour } from './queries.ts';
import { positionAt, share, spanOf, ticksOf } from './timeline-scale.ts';

const stop = (order: string, hour: string) => ({
  ...{ place: order, order, at: 'pickup' as const, load: [] },
  ...{
    arrivalAt: `2026-03-04T${hour}:00.000Z`,
    startAt: `2026-03-04T${hour}:00.000Z`,
    departureAt: `2026-03-04T${hour}:30.000Z`,
  },
});
const TOUR = {
  stops: [],
  planned: {
    departureAt: '2026-03-04T05:20:00.000Z',
    arrivalAt: '2026-03-04T14:10:00.000Z',
    stops: [stop('a', '06:00'), stop('b', '08:00'), stop('c', '12:00')],
  },
} as unknown as PlanTour;

test('the span runs over whole hours, and an instant stands in its share of it', () => {
  const span = spanOf([TOUR]);
  expect([new Date(span.from).toISOString(), new Date(span.to).toISOString()]).toEqual([
    '2026-03-04T05:00:00.000Z',
    '2026-03-04T15:00:00.000Z',
  ]);
  expect(share(span, '2026-03-04T10:00:00.000Z')).toBe(50);
  expect(ticksOf(span)).toHaveLength(5);
});

test('what is dropped at nine goes behind what has begun by then, itself not counted', () => {
  expect(positionAt(TOUR, 'x', Date.parse('2026-03-04T09:00:00.000Z'))).toBe(2);
  expect(positionAt(TOUR, 'a', Date.parse('2026-03-04T09:00:00.000Z'))).toBe(1);
});
