import { describe, expect, test } from 'vitest';
import { answersTo } from './committing.ts';

type Relation = Parameters<typeof answersTo>[0];
type Week = Relation['weeks'][number];

const week = (monday: string, more: Partial<Week> = {}): Week => ({
  ...{ week: monday, released: 100, backlog: 0, horizon: 'firm', frozen: false, state: 'open' },
  ...more,
});
const relation = (weeks: Week[], part = 'a'): Relation =>
  ({
    customer: 'oem',
    supplier: 's1',
    part,
    shipTo: 'plant',
    kind: 'delivery-forecast',
    releaseEvent: 'e1',
    weeks,
  }) as Relation;

describe('a supplier', () => {
  test('commits to the weeks that are open or were rejected, and leaves those that somebody must look at', () => {
    const weeks = [
      week('2026-03-02'),
      week('2026-03-09', { state: 'committed' }),
      week('2026-03-16', { state: 'rejected', horizon: 'production' }),
      week('2026-03-23', { flags: ['jump'] as never }),
    ];
    expect(answersTo(relation(weeks), 1)).toEqual([
      {
        ...{ customer: 'oem', part: 'a', shipTo: 'plant', kind: 'delivery-forecast', releaseEvent: 'e1' },
        weeks: [{ week: '2026-03-02' }, { week: '2026-03-16' }],
      },
    ]);
  });

  test('says nothing where nothing is open', () => {
    expect(answersTo(relation([week('2026-03-02', { state: 'committed' })]), 1)).toEqual([]);
  });

  test('now and then offers less behind the firm weeks, the same each time, with its reason', () => {
    const parts = Array.from({ length: 4000 }, (_, at) => `part-${at}`);
    const offers = (horizon: Week['horizon']) =>
      parts.flatMap((part) => answersTo(relation([week('2026-04-06', { horizon })], part), 1)[0]!.weeks!);
    const short = offers('production').filter(({ quantity }) => quantity !== undefined);
    expect(short.length).toBeGreaterThan(0);
    expect(short.length).toBeLessThan(40);
    expect(short[0]).toMatchObject({ quantity: 85, reason: 'capacity' });
    expect(offers('production').filter(({ quantity }) => quantity !== undefined)).toEqual(short);
    expect(offers('firm').filter(({ quantity }) => quantity !== undefined)).toEqual([]);
  });
});
